import type { FastifyInstance } from 'fastify';

/** What Node refuses to send in a header, and what clients read in more ways than one. */
const unsafe = /[^\x20-\x7e]+/g;

/**
 * A text as a header can hold it: the bytes of the UTF-8 of whatever is no plain letter are written as `%E2` is in an
 * address. In an address a space is written so, too.
 */
export function safeHeader(name: string, value: string): string {
  const encoded = value.replace(unsafe, (text) => percentEncoded(Buffer.from(text)));
  return name === 'location' ? encoded.replaceAll(' ', '%20') : encoded;
}

const percentEncoded = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Makes the headers of every answer safe, wherever they were set: one that could not be sent would leave no answer at all. */
export function sendSafeHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    // What somebody who was answered with a fault can tell whoever reads the log.
    void reply.header('x-request-id', request.id);
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      const safe = Array.isArray(value)
        ? value.map((one) => safeHeader(name, one))
        : typeof value === 'string'
          ? safeHeader(name, value)
          : value;
      if (typeof value === 'string' && safe !== value) void reply.header(name, safe);
      else if (Array.isArray(value) && Array.isArray(safe) && value.some((one, n) => one !== safe[n])) {
        void reply.removeHeader(name).header(name, safe);
      }
    }
    done(null, payload);
  });
}
