import { onDay, refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import type { State } from './makers.js';
import { bodyIn } from './parts.js';
import { bodyKey, bodyPart, type AuthorityPart, type BodyPart } from './state.js';

/** The body is established by then, and not dissolved. */
export function* bodyStands(state: State, id: string): Iterable<Refusal> {
  const body = bodyIn(state, id);
  if (!body) {
    yield refuse(
      'body-not-established',
      says`No body ${the.body(id)} is established by then: put it on record with establish-body, or date this later`,
    );
  }
  if (body?.dissolved) {
    yield refuse(
      'body-dissolved',
      says`Body ${the.body(id)} was dissolved on ${onDay(body.dissolved)}: date this earlier, or name another`,
    );
  }
}

/** A body with some of its members changed; nothing where there is no such body. */
export function bodyWith(
  state: State,
  id: string,
  change: (body: BodyPart) => Partial<BodyPart>,
): Changes<AuthorityPart> {
  const held = bodyIn(state, id);
  return held ? [[bodyKey(id), bodyPart({ ...held, ...change(held) })]] : [];
}
