import type { Parts } from '#timeline';
import { permitted, type Decided } from '../stream.js';
import { alreadySo } from './already-so.js';
import type { AuthorityCommand } from './commands.js';
import { eventOf } from './event-of.js';
import type { AuthorityEvent } from './events.js';
import { evolveAuthority } from './evolve.js';
import { permitsAuthority } from './permits.js';
import type { AuthorityPart } from './state.js';
import { touchesAuthority } from './touches.js';

export const authorityRules = {
  evolve: evolveAuthority,
  permits: permitsAuthority,
  touches: touchesAuthority,
};

/** The event that a command about bodies, offices or powers comes to, none where it changes nothing, or a refusal. */
export function decideAuthority(
  state: Parts<AuthorityPart>,
  command: AuthorityCommand,
): Decided<AuthorityEvent> {
  if (alreadySo(state, command)) return [];
  return permitted(authorityRules, state, [eventOf(state, command)]);
}
