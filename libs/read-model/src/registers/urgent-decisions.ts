import { isTaken, type DecisionPart, type Fact } from '#programme';
import { quarterOf } from '../quarters.js';
import { illustrative, type Register } from './register.js';

/** Each urgency that is on the record, by the day on which it was agreed or its notice was published. */
export const urgentDecisions: Register = {
  name: 'urgent-decisions',
  says: 'Special urgency agreed, general exceptions and waivers of call-in, each with its quarter.',
  streams: ['decision'],
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
          illustrative: illustrative(fact.provenance),
        })),
      )
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)),
};

interface Urgency {
  readonly urgency: 'special-urgency' | 'general-exception' | 'call-in-waived';
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
