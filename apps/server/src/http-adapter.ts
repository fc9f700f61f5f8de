import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { takeForms } from './identity/forms.js';
import { problemOf } from './problem.filter.js';
import { problemType } from './problem.js';

/** The largest body of a command and of an import, in bytes. */
export const largestCommand = 1024 * 1024;
export const largestImport = 50 * 1024 * 1024;

/** The media type of an import: one JSON object a line. */
export const linesOfJson = 'application/x-ndjson';

/** Fastify as this server uses it: bodies of JSON, imports of lines, forms of pages, and a problem for what no route ever sees. */
export function httpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: largestCommand,
    routerOptions: { maxParamLength: 200 },
    // Such as a path with a broken escape, which is refused before Nest is asked.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, request);
      void reply
        .status(problem.getStatus())
        .header('content-type', problemType)
        .send(JSON.stringify(problem.getResponse()));
    },
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser(
    linesOfJson,
    { parseAs: 'string', bodyLimit: largestImport },
    (_request, body, done) => done(null, body),
  );
  takeForms(fastify);
  return adapter;
}
