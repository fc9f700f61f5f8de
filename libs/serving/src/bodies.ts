import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#problem';

/** The largest body of a command or a form, and of an import, in bytes. */
export const largestCommand = 1024 * 1024;
export const largestImport = 50 * 1024 * 1024;

/** The media type of an import: one JSON object a line. */
export const linesOfJson = 'application/x-ndjson';

/** How many bodies may be on their way at once, from one address and from everywhere. */
interface MostAtOnce {
  readonly fromOne: number;
  readonly inAll: number;
}

/** Of commands and forms by whoever is signed in; of forms by whoever is not; of imports, which are kept until they are answered. */
const mostAtOnce = {
  signedIn: { fromOne: 100, inAll: 400 },
  anonymous: { fromOne: 10, inAll: 100 },
  imports: { fromOne: 2, inAll: 4 },
} as const;

const importRoute = '/api/programmes/:programme/import';

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const isImport = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === importRoute;

/**
 * Ends what does not arrive in time: a body that stalls holds its connection no longer than this, whoever sends it, and
 * whether it was refused already or not. An import has a time of its own, which the server itself keeps.
 *
 * @param within milliseconds from the head of a request to the end of its body
 */
export function endWhatStalls(fastify: FastifyInstance, within: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request) && !isImport(request)) {
      const { raw } = request;
      const end = (): void => {
        if (raw.complete || raw.socket.destroyed) return;
        request.log.debug('a body stalled');
        if (reply.sent) raw.socket.destroy();
        else void reply.header('connection', 'close').send(tooSlow());
      };
      const timer = setTimeout(end, within);
      const { socket } = raw;
      const forget = (): void => {
        clearTimeout(timer);
        socket.off('close', forget);
      };
      raw.once('end', forget);
      socket.once('close', forget);
    }
    done();
  });
}

/** Counts the bodies on their way, and refuses one more than may be before a byte of it is read. */
export function limitBodies(fastify: FastifyInstance): void {
  const counts = {
    signedIn: new Counts(mostAtOnce.signedIn),
    anonymous: new Counts(mostAtOnce.anonymous),
    imports: new Counts(mostAtOnce.imports),
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!hasBody(request) || request.is404) return done();
    if (!isImport(request) && request.headers['content-type']?.startsWith(linesOfJson))
      return done(noImport());
    const sort = isImport(request) ? 'imports' : request.asking?.person.signedIn ? 'signedIn' : 'anonymous';
    const release = counts[sort].take(request.ip);
    if (!release) return done(tooMany(sort === 'imports'));
    // An answer is closed in any case, a request that was cut off is not.
    reply.raw.once('close', release);
    if (sort !== 'imports') request.raw.once('end', release);
    done();
  });
}

class Counts {
  private readonly of = new Map<string, number>();
  private inAll = 0;

  constructor(private readonly most: MostAtOnce) {}

  /** Counts one more from an address, and gives what counts it no longer; undefined where there are as many as may be. */
  take(from: string): (() => void) | undefined {
    const before = this.of.get(from) ?? 0;
    if (before >= this.most.fromOne || this.inAll >= this.most.inAll) return undefined;
    this.of.set(from, before + 1);
    this.inAll += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.inAll -= 1;
      const left = (this.of.get(from) ?? 1) - 1;
      if (left > 0) this.of.set(from, left);
      else this.of.delete(from);
    };
  }
}

const tooSlow = (): Problem =>
  new Problem(
    408,
    'request-timeout',
    'The request did not arrive in time',
    'Send the whole of it at once, and again: under the same Idempotency-Key a command is recorded once',
  );

const noImport = (): Problem =>
  new Problem(
    415,
    'not-json',
    'This address takes no lines',
    `Send an import to ${importRoute.replace(':programme', '{programme}')}`,
  );

const tooMany = (imports: boolean): Problem =>
  new Problem(
    429,
    'too-many-bodies',
    imports ? 'Other imports are under way' : 'Too much is on its way from here',
    imports
      ? 'Wait until one of them has ended, then send this one'
      : 'Let what was sent arrive, then send the rest',
    {},
    { 'retry-after': '5' },
  );
