import '@fastify/helmet';
import type { FastifyReply } from 'fastify';

/** What lets the scripts of this one answer run. */
export function nonceOf(reply: FastifyReply): string {
  return reply.cspNonce.script;
}
