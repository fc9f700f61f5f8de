import { isTaken, type DecisionPart, type Fact } from '#programme';
import {
  day,
  id,
  illustrative,
  isIllustrative,
  oneOf,
  orNull,
  precision,
  provenance,
  text,
  yesOrNo,
} from '../columns.js';
import { lines } from '../list.js';
import { quarterOf } from '../quarters.js';

const urgencyKinds = ['special-urgency', 'general-exception', 'call-in-waived'] as const;

/** Each urgency that is on the record, by the day on which it was agreed or its notice was published. */
export const urgentDecisions = lines({
  name: 'urgent-decisions',
  says: 'Special urgency agreed, general exceptions and waivers of call-in, each with its quarter.',
  streams: ['decision'],
  columns: {
    ...{ decision: id, title: orNull(text), urgency: oneOf(...urgencyKinds), on: day, precision },
    ...{ quarter: text, agreedBy: text, reason: text, maker: orNull(text), takenOn: orNull(day) },
    ...{ key: orNull(yesOrNo), provenance, illustrative },
  },
  rows: (reader, programme, moment) =>
    reader.parts
      .list(programme, 'decision', moment)
      .flatMap((decision) =>
        urgenciesOf(decision).map(({ urgency, fact, agreedBy, reason }) => ({
          decision: decision.id,
          title: decision.title ?? null,
          urgency,
          on: fact.on,
          precision: fact.precision,
          quarter: quarterOf(fact.on),
          agreedBy,
          reason,
          maker: isTaken(decision) ? decision.maker : null,
          takenOn: isTaken(decision) ? decision.takenOn : null,
          key: isTaken(decision) ? (decision.key ?? null) : null,
          provenance: fact.provenance,
          illustrative: isIllustrative(fact.provenance),
        })),
      )
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)),
});

interface Urgency {
  readonly urgency: (typeof urgencyKinds)[number];
  readonly fact: Fact;
  /** Who agreed, or who was told. */
  readonly agreedBy: string;
  readonly reason: string;
}

function urgenciesOf({ specialUrgency, generalException, callInWaived }: DecisionPart): Urgency[] {
  const urgencies: Urgency[] = [];
  if (specialUrgency) {
    const { agreed, office, reason } = specialUrgency;
    urgencies.push({ urgency: 'special-urgency', fact: agreed, agreedBy: office, reason });
  }
  if (generalException) {
    const { given, chairNotified, reason } = generalException;
    urgencies.push({ urgency: 'general-exception', fact: given, agreedBy: chairNotified, reason });
  }
  if (callInWaived) {
    const { waived, agreedBy, reason } = callInWaived;
    urgencies.push({ urgency: 'call-in-waived', fact: waived, agreedBy, reason });
  }
  return urgencies;
}
