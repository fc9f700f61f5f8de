import { pathOfTarget } from '#signing-in';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { deepestNesting, isNestedTooDeep } from '#book';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { repeatedMember } from '#intake';
import {
  bodyText,
  endWhatStalls,
  largestCommand,
  largestImport,
  linesOfJson,
  RequestsInLog,
  sendSafeHeaders,
  takeForms,
} from '#serving';
import { badRequest } from '#problem';
import { answerExpectations, refusedByTheParser, refusedByTheRouter } from './early-answers.js';
import { Problem } from '#problem';
import type { Settings } from './settings.js';

/** What the operator says of how requests come in. */
export type AdapterSettings = Pick<Settings, 'trustedProxies' | 'timeouts'>;

/** Fastify as this server uses it: bodies of JSON, imports of lines, forms of pages, and a problem for what no route ever sees. */
export function httpAdapter(
  log: Logger,
  assets: string,
  { trustedProxies, timeouts }: AdapterSettings,
): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new RequestsInLog(),
    genReqId: () => randomUUID(),
    // Whoever says for whom they ask is believed where the operator named them; nobody is believed about the Host.
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    bodyLimit: largestCommand,
    rewriteUrl: ({ url = '/' }) => pathOfTarget(url),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refusedByTheRouter(assets),
    clientErrorHandler: refusedByTheParser,
    // A body of its own size has its own time: see `endWhatStalls`.
    requestTimeout: timeouts.import,
    http: {
      headersTimeout: timeouts.request,
      connectionsCheckingInterval: Math.min(2_000, Math.ceil(timeouts.request / 4)),
      // The door asks for it, and answers as it does everything.
      requireHostHeader: false,
    },
  });
  const fastify = adapter.getInstance();
  answerExpectations(fastify);
  sendSafeHeaders(fastify);
  endWhatStalls(fastify, timeouts.request);
  takeBodies(fastify);
  takeForms(fastify);
  return adapter;
}

/** Takes JSON and imports as bytes, so that what is not UTF-8 is refused and never mended. */
function takeBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = bodyText(request, body as Buffer);
    if (isNestedTooDeep(body as Buffer)) throw tooDeep();
    const twice = repeatedMember(text);
    if (twice === undefined) void parseJson(request, text, done);
    else {
      const problem = `${twice} is there twice: send it once, or one of the two would be left out`;
      done(badRequest('fields-wrong', [{ field: twice, problem }]));
    }
  });
  fastify.addContentTypeParser(
    linesOfJson,
    { parseAs: 'buffer', bodyLimit: largestImport },
    (_request, body, done) => done(null, body),
  );
}

const tooDeep = (): Problem =>
  new Problem(
    400,
    'nested-too-deep',
    'The body is nested too deep',
    `Lists and objects may stand ${deepestNesting} deep in one another: no command needs more`,
  );
