import type { LoggerService } from '@nestjs/common';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { destination, pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** How much is logged, from everything to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What the operator says of the log. */
export interface LogSettings {
  readonly level: (typeof logLevels)[number];
  /** Lines of JSON for a collector, or lines for whoever looks on. */
  readonly format: 'json' | 'pretty';
}

/** The standard error stream: what a server says as it starts and ends goes to the standard output. */
const standardError = 2;

/** The server's log, a line for each thing that happens. */
export function openLog({ level, format }: LogSettings): Logger {
  const options = {
    level,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    // Never the headers nor what follows the question mark: tokens and what people search for are there.
    serializers: { req: requestInLog, res: ({ statusCode }: FastifyReply) => ({ status: statusCode }) },
  };
  // Before the stream has its own say at the end: what nobody takes must not keep the process.
  process.once('exit', () => {
    ending = true;
  });
  const out = destination({
    dest: standardError,
    // Whoever reads the log slowly, or not at all, keeps nobody from being answered: what is too much is dropped.
    sync: false,
    maxLength: mostWaiting,
    retryEAGAIN: () => !ending,
  });
  out.on('error', () => undefined);
  if (format === 'json') return pino(options, out);
  const inWords = pretty({ destination: out, translateTime: 'SYS:HH:MM:ss.l', ignore: 'pid,hostname' });
  return pino(options, inWords);
}

/** How many bytes of the log wait at most for whoever reads it. */
const mostWaiting = 4 * 1024 * 1024;

/** Whether the process is about to end: then nobody is waited for. */
let ending = false;

function requestInLog({ method, url, routeOptions }: FastifyRequest): object {
  return { method, path: url.replace(/\?.*$/s, '').slice(0, 300), route: routeOptions.url };
}

/** What is logged of each request: one line when it is answered, with who asked as the opaque id that is recorded. */
export class RequestsInLog extends LogController {
  override incomingRequest(): void {
    // A request that is never answered is told by its time-out.
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = {
      req: request,
      res: reply,
      person: request.asking?.person.actor,
      from: request.ip,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.error({ ...line, err: error }, 'request failed');
    else request.log.info(line, 'request');
  }
}

/** Nest's own words in the same log; what it says as it starts is for whoever looks for a fault in it. */
export function nestInLog(log: Logger): LoggerService {
  const said = (message: unknown, more: readonly unknown[]): [object, string] => {
    const stack = more.find((one) => typeof one === 'string' && one.includes('\n'));
    const err = message instanceof Error ? { err: message } : {};
    return [{ nest: more.at(-1), ...err, ...(stack !== undefined && { stack }) }, String(message)];
  };
  return {
    log: (message: unknown, ...more: unknown[]) => log.debug(...said(message, more)),
    debug: (message: unknown, ...more: unknown[]) => log.debug(...said(message, more)),
    warn: (message: unknown, ...more: unknown[]) => log.warn(...said(message, more)),
    error: (message: unknown, ...more: unknown[]) => log.error(...said(message, more)),
    fatal: (message: unknown, ...more: unknown[]) => log.fatal(...said(message, more)),
  };
}
