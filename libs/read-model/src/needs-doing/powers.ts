import { authorityIsRecorded, holdersOf, isTaken, makerOn } from '#programme';
import { authorityOf, makerStanding } from '../authority.js';
import { inNames } from '../in-names.js';
import type { Looking, Need } from './sorts.js';

/** Powers of which nobody said what they cover, and decisions that do not name the power they were taken under. */
export function* powerNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const authority = authorityOf(reader, programme, moment);
  if (!authorityIsRecorded(authority)) return;
  for (const power of reader.parts.list(programme, 'power', moment)) {
    const [first] = holdersOf(power, moment.asAt);
    if (!first || power.covers) continue;
    const { id, description } = power;
    yield {
      sort: 'coverage-not-said',
      what: 'Say which acts the power covers',
      kind: 'power',
      id,
      name: description,
      because: `power “${description}” is held, and which acts it covers is not on the record`,
      since: first.from,
      next: { command: 'set-power-coverage', fields: { power: id } },
    };
  }
  for (const decision of reader.parts.list(programme, 'decision', moment)) {
    if (!isTaken(decision) || decision.takenOn > moment.asAt || decision.power !== undefined) continue;
    // Of a maker who is not on record no power can be named: that is a source to look for, and listed as one.
    if (!makerOn(authority, decision.maker, decision.takenOn)) continue;
    yield {
      sort: 'power-not-named',
      what: 'Say under which power the decision was taken',
      kind: 'decision',
      id: decision.id,
      name: decision.title,
      because: makerStanding(authority, decision, inNames(reader, programme, moment)).authority,
      since: decision.takenOn,
      next: { command: 'complete-decision-record', fields: { decision: decision.id } },
    };
  }
}
