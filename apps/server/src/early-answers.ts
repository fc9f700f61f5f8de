import { asksForAPage, frameOf, problemPage, render } from '#pages';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem.filter.js';
import { Problem, problemType } from '#problem';

/**
 * What every answer says to a browser beside its own policy of contents, and so do those that are given before any hook
 * has run: what Helmet sends, in words of our own.
 */
const headersOfEveryAnswer: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

/** What an early answer may load: nothing, but the scripts and styles of a page where it is one. */
const policyOf = (nonce?: string): string => {
  const page =
    nonce === undefined ? '' : `script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self'; `;
  return `default-src 'none'; ${page}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
};

/** Answers what the router refuses before any hook has run, such as a path with a broken escape. */
export function refusedByTheRouter(assets: string) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemOf(error, request);
    void reply.status(problem.getStatus()).headers({ ...headersOfEveryAnswer, 'cache-control': 'no-store' });
    if (!asksForAPage(request.headers.accept)) {
      void reply
        .headers({ 'content-type': problemType, 'content-security-policy': policyOf() })
        .send(JSON.stringify(problem.getResponse()));
      return;
    }
    const page = problemPage(problem.getResponse());
    // No hook has run: nobody is known to ask, and there is no policy but this one.
    const nonce = randomUUID();
    const frame = frameOf(page.heading, { demonstration: false, assets, nonce });
    void reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(nonce) })
      .send(render('problem', { frame, ...page }));
  };
}

const unreadable: Readonly<Record<string, Problem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem(
    408,
    'request-timeout',
    'The request did not arrive in time',
    'Send the whole of it at once, and again',
  ),
  HPE_HEADER_OVERFLOW: new Problem(
    431,
    'headers-too-large',
    'The headers are too large',
    'Send at most 16 KiB of address and headers',
  ),
};

const noHttp = new Problem(
  400,
  'not-http',
  'The request cannot be read',
  'Send it as HTTP/1.1 has it: an address of visible ASCII, one length, headers without line breaks',
);

/** Answers what is no request at all, or did not come in time, where there is a connection left to answer on. */
export function refusedByTheParser(
  this: Pick<FastifyInstance, 'log'>,
  error: Error & { readonly code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  this.log.debug({ code: error.code }, 'a connection was ended');
  // What is answered already must not be followed by another answer: Node keeps the one under way here.
  const { _httpMessage: underWay } = socket as Socket & { _httpMessage?: ServerResponse | null };
  if (socket.writable && !underWay?.headersSent) socket.write(early(unreadable[error.code ?? ''] ?? noHttp));
  socket.destroy();
}

/** Has a server answer by itself what Node would answer without a word. */
export function answerExpectations(fastify: FastifyInstance): void {
  const unknown = new Problem(
    417,
    'expectation-unknown',
    'Nothing is expected here',
    'Leave the header Expect out',
  );
  fastify.server.on('checkExpectation', (_request, { socket }) => {
    socket?.end(early(unknown));
  });
}

/** A whole answer as bytes, for a connection on which nothing else is said. */
function early(problem: Problem): string {
  const status = problem.getStatus();
  const body = JSON.stringify(problem.getResponse());
  const headers = {
    ...headersOfEveryAnswer,
    'content-security-policy': policyOf(),
    'cache-control': 'no-store',
    'content-type': problemType,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
