import { SetMetadata } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { bodyText, isPercentEncodedUtf8, notUtf8 } from './utf-8.js';

/** The media type of a form of a page. */
const formType = 'application/x-www-form-urlencoded';

/** The field of a form that holds what only a page of this server can know. */
const csrfFieldName = '_csrf';

/** What a form sent: a text a field, or several. */
export type FormSent = Readonly<Record<string, string | readonly string[]>>;

/** Takes in forms, of pages only: to the API a form is no body. */
export function takeForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(formType, { parseAs: 'buffer' }, (request, body, done) => {
    if (isOfApi(request.url))
      done(Object.assign(new Error('A form is sent to pages only'), { statusCode: 415 }));
    else done(null, formOf(bodyText(request, body as Buffer)));
  });
}

export const isOfApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/** The fields of a form; of a name that comes several times, every text. Throws 400 where a text is not UTF-8. */
export function formOf(body: string): FormSent {
  if (!isPercentEncodedUtf8(body)) throw notUtf8('The form', 'send it from a page in UTF-8');
  const fields = new Map<string, string | string[]>();
  for (const [name, text] of new URLSearchParams(body)) {
    const before = fields.get(name);
    if (Array.isArray(before)) before.push(text);
    else fields.set(name, before === undefined ? text : [before, text]);
  }
  return Object.fromEntries(fields);
}

/** What a form must send back, made of the secret that the browser's cookie holds and that no page shows. */
export function csrfToken(secret: string): string {
  return createHash('sha256').update('a form of a page\n').update(secret).digest('base64url');
}

/**
 * Whether a form was made by this server for the browser that sends it: its field `_csrf` fits the browser's session.
 * It does not where the session has ended since: then show the form again with what was typed, and a new token.
 */
export function csrfHolds(request: FastifyRequest): boolean {
  const { [csrfFieldName]: sent } = (request.body ?? {}) as FormSent;
  const expected = request.asking?.csrf;
  if (typeof sent !== 'string' || expected === undefined) return false;
  const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether a browser says that another site had it send this. A program says nothing of the kind. */
export function isCrossSite(
  request: Pick<FastifyRequest, 'headers'>,
  ownOrigin: string | undefined,
): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  // Another port of this machine is the same site, and somebody else all the same.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  if (ownOrigin !== undefined) return origin !== ownOrigin;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** What marks a handler that keeps what was typed; see `KeepsWhatIsTyped`. */
export const keepsWhatIsTyped = Symbol('keeps what is typed');

/**
 * Declares of a handler of a page's POST that it asks `csrfHolds(request)` and `mayRecord(personOf(request), programme)`
 * by itself, before it does anything, and where either fails shows the form again with what was typed in it. Without
 * this the door refuses such a POST before the handler sees it, and so it does where nobody can sign in. A form that
 * another site sent is refused in any case.
 */
export const KeepsWhatIsTyped = () => SetMetadata(keepsWhatIsTyped, true);
