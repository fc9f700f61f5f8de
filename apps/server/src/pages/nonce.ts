import '@fastify/helmet';
import type { FastifyReply } from 'fastify';

/**
 * What lets the scripts of this one answer run. An address that is refused before it is understood, such as one with a
 * broken escape, has passed no hook and has none: its page does without scripts.
 */
export function nonceOf(reply: FastifyReply): string {
  const { cspNonce } = reply as { readonly cspNonce: FastifyReply['cspNonce'] | null };
  return cspNonce?.script ?? '';
}
