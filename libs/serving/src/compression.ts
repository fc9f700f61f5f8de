import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

/** From how many bytes on an answer is compressed, and up to how many at once rather than bit by bit, beside others. */
const worthIt = 1024;
const atOnce = 16 * 1024;

/**
 * Compresses pages, data and assets for whoever takes that. Never a stream of events, which would wait for its end; never
 * a body that was sent here, which could grow without end; and never what another site had somebody's browser ask for:
 * how well it compresses would tell that site what is in it, token of a form and all (BREACH).
 */
export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, _reply, done) => {
      if (isOfAnotherSite(request) || isDigested(request)) request.headers['x-no-compression'] = 'yes';
      done();
    });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: worthIt,
    syncThreshold: atOnce,
    globalDecompression: false,
  });
}

/** Whether a browser says that another site had it ask. One that says nothing sends its cookies to no other site's asking. */
function isOfAnotherSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether the answer carries a digest of its bytes, which are then those that are sent. */
const isDigested = ({ url }: FastifyRequest): boolean => /\/reports\/[^/?]+\/content(\?|$)/.test(url);
