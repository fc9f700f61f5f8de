import { onDay, refuse, says, the } from '#acts';
import type { Changes, Refusal } from '#timeline';
import type { State } from './makers.js';
import { officeIn } from './parts.js';
import { officeKey, officePart, type AuthorityPart, type OfficePart } from './state.js';

/** The office is created by then, and not abolished. */
export function* officeStands(state: State, id: string): Iterable<Refusal> {
  const office = officeIn(state, id);
  if (!office) {
    yield refuse(
      'office-not-created',
      says`No office ${the.office(id)} is created by then: put it on record with create-office, or date this later`,
    );
  }
  if (office?.abolished) {
    yield refuse(
      'office-abolished',
      says`Office ${the.office(id)} was abolished on ${onDay(office.abolished)}: date this earlier, or name another`,
    );
  }
}

/** An office with some of its members changed; nothing where there is no such office. */
export function officeWith(
  state: State,
  id: string,
  change: (office: OfficePart) => Partial<OfficePart>,
): Changes<AuthorityPart> {
  const held = officeIn(state, id);
  return held ? [[officeKey(id), officePart({ ...held, ...change(held) })]] : [];
}
