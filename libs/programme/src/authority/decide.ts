import type { Parts } from '#timeline';
import { permitted, settled, type Decided } from '../stream.js';
import { alreadySo, repeats } from './already-so.js';
import type { AuthorityCommand } from './commands.js';
import { eventOf } from './event-of.js';
import type { AuthorityEvent } from './events.js';
import { evolveAuthority } from './evolve.js';
import { permitsAuthority } from './permits.js';
import type { AuthorityPart } from './state.js';
import { namesGivenUp, touchesAuthority } from './touches.js';

export const authorityRules = {
  evolve: evolveAuthority,
  permits: permitsAuthority,
  touches: touchesAuthority,
  alsoTouches: namesGivenUp,
};

/** The event that a command about bodies, offices or powers comes to, none where it changes nothing, or a refusal. */
export function decideAuthority(
  state: Parts<AuthorityPart>,
  command: AuthorityCommand,
): Decided<AuthorityEvent> {
  const decided = permitted(authorityRules, state, [eventOf(state, command)]);
  return settled(decided, command, { alreadySo: () => alreadySo(state, command), repeats });
}
