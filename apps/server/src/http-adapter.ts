import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { takeForms } from './identity/forms.js';
import { frameOf } from './pages/frame.js';
import { asksForAPage, problemPage } from './pages/problem-page.js';
import { render } from './pages/templates.js';
import { problemOf } from './problem.filter.js';
import { problemType, type ProblemDetails } from './problem.js';

/** The largest body of a command and of an import, in bytes. */
export const largestCommand = 1024 * 1024;
export const largestImport = 50 * 1024 * 1024;

/** The media type of an import: one JSON object a line. */
export const linesOfJson = 'application/x-ndjson';

/** What a page may load that is answered before any hook has run. */
const policyOf = (nonce: string): string =>
  `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Fastify as this server uses it: bodies of JSON, imports of lines, forms of pages, and a problem for what no route ever sees. */
export function httpAdapter(assets?: string, trustedProxies: readonly string[] = []): FastifyAdapter {
  const adapter = new FastifyAdapter({
    // Whoever says for whom they ask is believed where the operator named them; nobody is believed about the Host.
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: largestCommand,
    routerOptions: { maxParamLength: 200 },
    // Such as a path with a broken escape, which is refused before Nest is asked.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, request);
      if (assets !== undefined && asksForAPage(request.headers.accept)) {
        const page = problemPage(problem.getResponse() as ProblemDetails);
        // No hook has run: nobody is known to ask, and there is no policy but this one.
        const nonce = randomUUID();
        const frame = frameOf(page.heading, { demonstration: false, assets, nonce });
        void reply
          .status(problem.getStatus())
          .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(nonce) })
          .send(render('problem', { frame, ...page }));
        return;
      }
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
