import {
  type Asking,
  askedByItself,
  type Cookies,
  everyProgramme,
  hostsAsked,
  isPermittedSomewhere,
  may,
  mustBeOwnHost,
  needsOf,
  nobody,
  notSignedIn,
  type Person,
  personOf,
  type Session,
  type Sessions,
  type SignInPolicy,
  type Witness,
} from '#signing-in';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#problem';
import { csrfHolds, csrfToken, isCrossSite, isOfApi, keepsWhatIsTyped, mustBeUtf8 } from '#serving';

/** The one door: finds out who asks, before anything else is done, and holds every address to what it needs. */
export class Door implements CanActivate {
  private readonly nobody: Asking;

  constructor(
    readonly policy: SignInPolicy,
    private readonly sessions: Sessions,
    private readonly cookies: Cookies,
    private readonly witness: Witness,
    private readonly ownOrigin: string | undefined,
  ) {
    this.nobody = { person: nobody(policy.readingIsOpen) };
  }

  /** Has Fastify find out who asks, and refuse to start with an address that nobody has thought about. */
  watch(fastify: FastifyInstance, assets: string): void {
    fastify.decorateRequest('asking', null);
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) {
        if (needsOf(one, url) === undefined && !url.startsWith(assets)) {
          throw new Error(
            `${one} ${url} has no rule: say in libs/signing-in/src/permissions.ts what it needs`,
          );
        }
      }
    });
    fastify.addHook(
      'onRequest',
      (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) => {
        request.asking = this.nobody;
        this.mustBeMeant(request);
        const admit = (asking: Asking): void => {
          request.asking = asking;
          this.admit(request);
          done();
        };
        const found = this.whoAsks(request);
        if (found instanceof Promise) found.then(admit).catch(done);
        else admit(found);
      },
    );
    fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const exports = reply.statusCode === 200 && request.method === 'GET';
      if (exports && isExport(request, reply))
        this.witness.saw(request, 'exported', String(reply.getHeader('content-type')));
      if (reply.statusCode === 200 && request.routeOptions.url === '/api/rebuild')
        this.witness.saw(request, 'rebuilt', '');
      done();
    });
  }

  /** Nest asks this before each handler, once its body is read. Throws the problem that stands in the way. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isForm = isFormOfPage(request);
    // Where nobody can sign in, nobody could ever go on with what is kept.
    const keeps = this.policy.hasPage && Reflect.getMetadata(keepsWhatIsTyped, context.getHandler()) === true;
    if (isForm && keeps) return true;
    this.hold(request);
    if (isForm && !csrfHolds(request)) throw staleForm();
    return true;
  }

  /** Holds a request to this server's names and to UTF-8, whoever asks. Throws. */
  private mustBeMeant(request: FastifyRequest): void {
    const { localPort = 0 } = request.socket;
    const route = request.routeOptions.url ?? '';
    for (const host of hostsAsked(request)) mustBeOwnHost(route, host, localPort, this.ownOrigin);
    mustBeUtf8(request);
  }

  /** Holds whoever asks to what the address needs before a byte of a body is read. Throws. */
  private admit(request: FastifyRequest): void {
    if (request.is404 || needsOf(request.method, request.routeOptions.url ?? '') === undefined) return;
    const isForm = isFormOfPage(request);
    if (isForm && isCrossSite(request, this.ownOrigin)) throw otherSite();
    const { person } = request.asking ?? this.nobody;
    // What somebody typed is kept though their session ended meanwhile: see KeepsWhatIsTyped.
    if (isForm && this.policy.hasPage && !person.signedIn) return;
    this.hold(request);
  }

  private hold(request: FastifyRequest): void {
    const needs = needsOf(request.method, request.routeOptions.url ?? '');
    if (needs === 'nothing' || needs === 'operate-or-token') return;
    const person = personOf(request);
    if (needs === undefined) throw new Error(`${request.method} ${request.url} has no rule`);
    if (needs === 'signed-in') {
      if (!person.signedIn) throw notSignedIn();
      return;
    }
    const { programme } = request.params as { readonly programme?: string };
    if (programme === undefined && needs === 'read' && isPermittedSomewhere('read', person)) return;
    may(needs, person, programme ?? everyProgramme);
  }

  private whoAsks(request: FastifyRequest): Asking | Promise<Asking> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.ofToken(authorization);
    const ofApi = isOfApi(request.url);
    // A session opens what the API shows, and never changes anything by it: no other site can have a browser do so.
    if (ofApi && request.method !== 'GET' && request.method !== 'HEAD') return this.nobody;
    const id = this.cookies.read(request, 'minutebook');
    const session = id === undefined ? undefined : this.sessionFor(request, id);
    if (id !== undefined && session) return { person: session.person, session, csrf: csrfToken(id) };
    const browser = ofApi ? undefined : this.cookies.read(request, 'minutebook-signing-in');
    return browser === undefined ? this.nobody : { ...this.nobody, csrf: csrfToken(browser) };
  }

  private sessionFor({ routeOptions: { url = '' } }: FastifyRequest, id: string): Session | undefined {
    return askedByItself.has(url) ? this.sessions.look(id) : this.sessions.find(id);
  }

  private ofToken(authorization: string): Asking | Promise<Asking> {
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    const found = token === undefined ? undefined : this.policy.ofToken(token);
    const asking = (person: Person | undefined): Asking =>
      person ? { person } : { ...this.nobody, refused: unknownToken() };
    if (!(found instanceof Promise)) return asking(found);
    return found.then(asking, (error: unknown) => {
      if (error instanceof Problem) return { ...this.nobody, refused: error };
      throw error;
    });
  }
}

const isFormOfPage = ({ method, url }: FastifyRequest): boolean => method === 'POST' && !isOfApi(url);

/** Whether an answer is taken away rather than looked at: a file, a statement to be printed, a report. */
function isExport({ routeOptions: { url = '' } }: FastifyRequest, reply: FastifyReply): boolean {
  return reply.hasHeader('content-disposition') || /\/(statement|content)$/.test(url);
}

function unknownToken(): Problem {
  return new Problem(
    401,
    'unknown-token',
    'Nobody has this token',
    'Send Authorization: Bearer with a token that is good here and now, or leave it out',
    {},
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );
}

function otherSite(): Problem {
  return new Problem(
    403,
    'cross-site',
    'Another site sent this',
    'Nothing was done: go to the page here, and send it from there',
  );
}

function staleForm(): Problem {
  return new Problem(
    403,
    'form-out-of-date',
    'This form is out of date',
    'Nothing was done: you were signed out since it was opened, or it came from elsewhere. Go back, open the page again and send it from there',
  );
}
