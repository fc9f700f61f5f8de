import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Says of every answer but an asset's who may keep it. What was made for one browser is kept by nobody, not by the browser
 * either: whoever sits down at it after them finds nothing. Data for a program may be kept by that program, and asked again.
 */
export function sayWhoMayKeep(fastify: FastifyInstance, assets: string): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (!request.url.startsWith(`${assets}/`)) {
      void reply.header('cache-control', kept(request, reply));
    }
    done(null, payload);
  });
}

function kept({ asking }: FastifyRequest, reply: FastifyReply): string {
  const ofOneBrowser =
    asking?.session !== undefined || asking?.csrf !== undefined || reply.hasHeader('set-cookie');
  if (ofOneBrowser) return 'private, no-store';
  const said = reply.getHeader('cache-control');
  if (typeof said !== 'string') return 'no-store';
  return asking?.person.signedIn && said === 'no-cache' ? 'private, no-cache' : said;
}
