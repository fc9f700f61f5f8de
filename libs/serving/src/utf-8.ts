import type { FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { badRequest, Problem } from '#problem';

/** Headers whose text this server reads; of the others it neither keeps nor compares a word. */
const headersRead = [
  'accept',
  'authorization',
  'content-type',
  'host',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'last-event-id',
  'origin',
];

/** 400: what was sent is not UTF-8, and any guess at it could be another text. */
export function notUtf8(what: string, nextStep: string, extension: Record<string, unknown> = {}): Problem {
  return new Problem(400, 'not-utf-8', 'It is not UTF-8', `${what} is not UTF-8: ${nextStep}`, extension);
}

/**
 * The text of a body. Nothing is put in the place of what cannot be read: a name with one letter lost is another name.
 *
 * @throws Problem 400 the bytes are not UTF-8, or it says itself that they are something else
 */
export function bodyText({ headers }: Pick<FastifyRequest, 'headers'>, bytes: Buffer): string {
  const said = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(headers['content-type'] ?? '')?.[1];
  if (said !== undefined && !/^(utf-?8|us-ascii)$/i.test(said)) {
    throw notUtf8(`The body says that it is ${said.slice(0, 40)}, which`, 'send it in UTF-8, and say so');
  }
  if (!isUtf8(bytes)) throw notUtf8('The body', 'save or send it as UTF-8');
  return bytes.toString('utf8');
}

/** Whether a text in which bytes are written as `%E9` is UTF-8, and each `%` begins such a byte. */
export function isPercentEncodedUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Holds the address and the headers of a request to UTF-8. Throws 400. */
export function mustBeUtf8({ raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>): void {
  const address = raw.url ?? '';
  if (!/^[\x21-\x7e]*$/.test(address) || !isPercentEncodedUtf8(address)) {
    throw notUtf8('The address', 'write each byte of its UTF-8 that is no plain letter as % and two digits');
  }
  for (const name of headersRead) {
    // Node hands over each byte of a header as one character.
    const value = headers[name];
    if (typeof value === 'string' && !isUtf8(Buffer.from(value, 'latin1'))) {
      throw badRequest('not-utf-8', [
        { field: name, problem: `The header ${name} is not UTF-8: send it so` },
      ]);
    }
  }
}

/**
 * The numbers of the first lines of a file that are not UTF-8.
 *
 * @param most how many are looked for
 */
export function linesNotUtf8(bytes: Buffer, most: number): number[] {
  const found: number[] = [];
  let number = 0;
  for (let from = 0; from < bytes.length && found.length < most; number++) {
    const end = bytes.indexOf(0x0a, from);
    const until = end < 0 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, until))) found.push(number + 1);
    from = until + 1;
  }
  return found;
}
