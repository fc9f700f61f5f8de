import { present, refuse, says, the } from '#acts';
import { same, type Refusal } from '#timeline';
import { recordFields, type DecisionRecord } from './record-fields.js';

/** The items of a record alone, those that are there. */
export function recordOf(record: DecisionRecord): DecisionRecord {
  const { power, reference, meeting, text, reasons, alternatives, conflicts, key, keyReason } = record;
  const { expenditure, savings, divisionsAffected, subjectToCallIn, callInReason, urgencyReason } = record;
  const { papers, access } = record;
  return present({
    power,
    reference,
    meeting,
    text,
    reasons,
    alternatives:
      typeof alternatives === 'object'
        ? alternatives.map(({ option, reason }) => ({ option, reason }))
        : alternatives,
    conflicts:
      typeof conflicts === 'object'
        ? conflicts.map(({ declaredBy, nature, dispensation }) =>
            present({ declaredBy, nature, dispensation }),
          )
        : conflicts,
    key,
    keyReason,
    expenditure,
    savings,
    divisionsAffected,
    subjectToCallIn,
    callInReason,
    urgencyReason,
    papers,
    access:
      typeof access === 'object' ? { exempt: access.exempt, publicInterest: access.publicInterest } : access,
  });
}

/** The items of one record that another does not hold, whatever that holds in place of the rest. */
export function missingFrom(held: DecisionRecord, supplied: DecisionRecord): DecisionRecord {
  const given = recordOf(supplied);
  const items = Object.entries(given).filter(([name]) => {
    if (held[name as keyof DecisionRecord] === undefined) return true;
    return name === 'conflicts' && answersMore(held.conflicts, given.conflicts);
  });
  return Object.fromEntries(items);
}

/** The first item of a record that another holds with other content. */
export function contradiction(
  held: DecisionRecord,
  supplied: DecisionRecord,
): keyof DecisionRecord | undefined {
  const given = recordOf(supplied);
  const names = Object.keys(given) as (keyof DecisionRecord)[];
  return names.find((name) => {
    if (held[name] === undefined || same(held[name], given[name])) return false;
    return !(name === 'conflicts' && answersMore(held.conflicts, given.conflicts));
  });
}

/** A record of which nothing is said. */
export const unsaid = Object.fromEntries(
  Object.keys(recordFields).map((item) => [item, undefined]),
) as DecisionRecord;

/** Every item that is there says something: "none" is said, an empty list or a blank text is not. */
export function* itemsSay(record: DecisionRecord, id: string): Iterable<Refusal> {
  const empty = Object.entries(recordOf(record)).find(([, value]) => saysNothing(value));
  if (empty) {
    yield refuse(
      'empty-item',
      says`${empty[0]} of decision ${the.decision(id)} is given but says nothing: leave it out until it is known, or say that there is none`,
    );
  }
}

/** Whether a value that is there says nothing. */
export function saysNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0 || value.some(saysNothing);
  return typeof value === 'object' && value !== null && Object.values(value).some(saysNothing);
}

/** Whether the same conflicts are said again, with dispensations that were not noted before and none changed. */
function answersMore(held: DecisionRecord['conflicts'], given: DecisionRecord['conflicts']): boolean {
  if (typeof held !== 'object' || typeof given !== 'object' || held.length !== given.length) return false;
  const goesOn = held.every((conflict, n) => {
    const dispensation = conflict.dispensation ?? given[n]?.dispensation;
    return same(present({ ...conflict, dispensation }), given[n]);
  });
  return goesOn && !same(held, given);
}
