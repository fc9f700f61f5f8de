import { signInAddress, type SignInPolicy, type Witness } from '#signing-in';
import { asksForAPage, problemPage } from '#pages';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDiskFull, NoSuchPosition, NotStorable, RecordDamaged } from '#event-store';
import { EsdbUnavailable } from '#event-store-esdb';
import { percentReached, ProjectionBehind } from '#projector';
import { UnreadableEntry } from '#recording';
import { methodsAt } from '#openapi';
import type { Pages } from './pages/pages.js';
import { Problem, problemType } from '#problem';
import { type RateLimits } from '#serving';

/** Turns whatever went wrong into problem+json, or into a page for a browser. An accident is logged whole and told without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: Pages,
    private readonly policy: SignInPolicy,
    private readonly witness: Witness,
    private readonly limits: Pick<RateLimits, 'refusedTooOften'>,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // Nest waits for no filter: what goes wrong here has nobody else to answer for it.
    void this.answer(error, request, reply).catch((fault: unknown) =>
      this.inPlaceOfAnAnswer(reply, request, fault),
    );
  }

  private async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    let problem = problemOf(error, request);
    if (isAccident(problem, error)) accident(request, error);
    const signsIn = this.leadsToSignIn(problem, request);
    if (!signsIn && [401, 403].includes(problem.getStatus())) {
      this.witness.saw(request, 'refused', codeOf(problem));
      const refused = { refused: codeOf(problem), person: request.asking?.person.actor };
      // Whoever is known to the provider and to nobody here is most often a setting that is wrong.
      if (problemCode(problem) === 'no-role') request.log.warn(refused, 'refused');
      else request.log.info(refused, 'refused');
      problem = (await this.limits.refusedTooOften(request)) ?? problem;
    }
    for (const name of ofTheAnswer) void reply.removeHeader(name);
    void reply.headers(problem.headers);
    if (!asksForAPage(request.headers.accept)) return asData(reply, problem);
    if (signsIn) {
      void reply.status(303).header('location', signInAddress(request.url)).send();
      return;
    }
    const page = problemPage(problem.getResponse());
    await this.pages
      .plain(reply, problem.getStatus(), 'problem', page.heading, page)
      .catch((fault: unknown) => this.inPlaceOfAnAnswer(reply, request, fault, problem));
  }

  /** Answers where the answer itself went wrong: as plainly as can be, and in any case without an end to the process. */
  private inPlaceOfAnAnswer(
    reply: FastifyReply,
    request: FastifyRequest,
    fault: unknown,
    problem = problemOf(undefined, request),
  ): void {
    try {
      accident(request, fault);
      if (!reply.sent) asData(reply, problem);
    } catch {
      reply.raw.destroy();
    }
  }

  /** Whether a browser that opens a page is led to sign in instead of being told that it must. */
  private leadsToSignIn(problem: Problem, { method, headers }: FastifyRequest): boolean {
    const opens = (method === 'GET' || method === 'HEAD') && asksForAPage(headers.accept);
    return opens && problem.getStatus() === 401 && this.policy.hasPage;
  }
}

/** What an answer that was begun may have set already, and that is of no problem: where it led, what it was, how long it is kept. */
const ofTheAnswer = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-length',
  'content-type',
  'etag',
  'location',
];

/** Whether something went wrong that nobody foresaw. */
function isAccident(problem: Problem, error: unknown): boolean {
  return problem.getStatus() >= 500 && !(error instanceof Problem) && !(error instanceof ProjectionBehind);
}

/** Tells the log of an accident, whole. */
function accident(request: FastifyRequest, error: unknown): void {
  const err = error instanceof Error ? error : new Error(String(error));
  request.log.error({ err, person: request.asking?.person.actor }, 'accident');
}

/** The code of a problem; of a sign-in that the provider refused, what it said too. */
function codeOf(problem: Problem): string {
  const { why } = problem.getResponse();
  return typeof why === 'string' ? `${problemCode(problem)}: ${why}` : problemCode(problem);
}

const problemCode = (problem: Problem): string => {
  const { type } = problem.getResponse();
  return type.slice(type.lastIndexOf(':') + 1);
};

function asData(reply: FastifyReply, problem: Problem): void {
  void reply
    .status(problem.getStatus())
    .header('content-type', problemType)
    .send(JSON.stringify(problem.getResponse()));
}

/** The problem that an error comes to for whoever sent the request. */
export function problemOf(error: unknown, request: Pick<FastifyRequest, 'method' | 'url'>): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NoSuchPosition) {
    return new Problem(400, 'no-such-position', 'There is no such position', error.message);
  }
  if (error instanceof RecordDamaged) {
    const { position, stream, id } = error.fault;
    const named = { position, stream, id };
    return new Problem(503, 'record-damaged', 'The record is damaged', error.message, named);
  }
  if (isDamaged(error)) {
    const nextStep = 'Ask an operator to run minutebook doctor, which names the file and what to do';
    return new Problem(503, 'file-damaged', 'A file of this server is damaged', nextStep);
  }
  if (isDiskFull(error)) {
    return new Problem(
      507,
      'disk-full',
      'The disk is full',
      'Nothing was recorded: make room on the server, then send it again under the same Idempotency-Key',
      {},
      { 'retry-after': '30' },
    );
  }
  if (error instanceof ProjectionBehind) {
    const { wanted, reached, message } = error;
    const percent = percentReached(reached, wanted);
    const how = { minPosition: wanted, position: reached ?? null, percent };
    return new Problem(503, 'views-behind', 'The views are behind', message, how, { 'retry-after': '1' });
  }
  if (error instanceof EsdbUnavailable) {
    return new Problem(
      503,
      'record-unavailable',
      'The record cannot be reached',
      'Try again in a moment; if you sent a command, send it under the same Idempotency-Key, and it is recorded once',
      {},
      { 'retry-after': '5' },
    );
  }
  if (error instanceof UnreadableEntry) {
    const { stream, message } = error;
    return new Problem(503, 'stream-unreadable', 'Nothing can be judged by this stream', message, { stream });
  }
  if (error instanceof NotStorable) {
    return new Problem(400, error.code, 'It cannot be kept as it was sent', error.reason);
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  switch (status) {
    case 404:
      return notFound(request);
    case 413:
      return new Problem(
        413,
        'body-too-large',
        'The body is too large',
        'Send at most 1 MiB in a command and 50 MiB in an import: split what is larger',
      );
    case 415:
      return new Problem(
        415,
        'not-json',
        'The body is not JSON',
        'Send a command with content-type: application/json, an import with application/x-ndjson',
      );
  }
  if (status === 400 && isUnreadableBody(error)) {
    return new Problem(400, 'not-json', 'The body is not JSON', 'Send one JSON object, in UTF-8');
  }
  if (status >= 400 && status < 500) {
    const detail = error instanceof Error ? error.message : 'Check the request';
    return new Problem(status, 'bad-request', 'The request cannot be read', detail);
  }
  return new Problem(
    500,
    'fault',
    'Something went wrong here',
    'Try again; if you sent a command, send it under the same Idempotency-Key, and it is recorded once',
  );
}

function notFound({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Problem {
  const methods = methodsAt(url);
  if (methods.length === 0 || methods.includes(method)) {
    return new Problem(404, 'not-found', 'There is nothing here', 'Check the address: see /api/openapi.json');
  }
  const allow = methods.join(', ');
  return new Problem(
    405,
    'method-not-allowed',
    'This address is not asked like that',
    `Use ${allow} here, not ${method}`,
    {},
    { allow },
  );
}

/** Whether SQLite found a page of a file damaged, or the file none of its own. */
function isDamaged(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function isUnreadableBody(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    error instanceof SyntaxError ||
    (typeof code === 'string' && code.startsWith('FST_ERR_CTP')) ||
    (typeof message === 'string' && /JSON|body|prototype/i.test(message))
  );
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
