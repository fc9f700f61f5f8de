import { refuse, says, the } from '#acts';
import { settingKey } from '../council-settings.js';
import { settingsIn } from './council-clocks.js';
import { act, decision, itself, recorded, takenIn, type State } from './decisions.js';
import { makerRead, mayDecide, takesDecisions } from './maker.js';
import { noticeTooShort, takenDay } from './notice-clock.js';
import { noticedByThen } from './notices.js';
import { contradiction, itemsSay, missingFrom, recordOf, unsaid } from './record.js';
import { recordFields } from './record-fields.js';
import { decisionKey, takenPart, type TakenDecision } from './state.js';

/** Who took a decision on record of which it is said only now under which power. */
function powerNow(state: State, { decision: id, power }: { decision: string; power?: string }) {
  const held = takenIn(state, id);
  if (!held || power === undefined || held.power !== undefined) return undefined;
  const { maker, takenOn } = held;
  return { maker, power, takenOn, effectiveOn: takenOn };
}

/** A decision on record of which it is said only now that it was key. */
function keyNow(state: State, entry: { decision: string; key?: boolean }): TakenDecision | undefined {
  const held = takenIn(state, entry.decision);
  return entry.key === true && held?.key === undefined ? held : undefined;
}

export const completeDecisionRecord = act({
  command: 'complete-decision-record',
  event: 'DecisionRecordCompleted',
  version: 1,
  says: 'Supplies items that the record of a decision does not hold yet.',
  happened: 'Something is added to the record of a decision',
  fields: { decision: decision('The decision whose record is completed.'), ...recordFields },
  settles(given, state) {
    const held = takenIn(state, given.decision);
    // Items that are held with other content stay in, so that the refusal can name them; and where all are held, all.
    if (!held || contradiction(held, given) !== undefined) return {};
    const missing = missingFrom(held, given);
    return Object.keys(missing).length > 0 ? { ...unsaid, ...missing } : {};
  },
  reads: ({ power, key }) => [
    ...(power === undefined ? [] : [makerRead]),
    ...(key === true ? [settingKey('notice-clear-days')] : []),
  ],
  touches: itself,
  *meaningless(state, entry) {
    const { decision: id } = entry;
    yield* recorded(state, id);
    if (Object.keys(recordOf(entry)).length === 0) {
      yield refuse(
        'nothing-supplied',
        `Say which items of the record you supply, one or more of ${Object.keys(recordFields).join(', ')}`,
      );
    }
    const held = takenIn(state, id);
    const item = held && contradiction(held, entry);
    if (item !== undefined) {
      yield refuse(
        'already-on-record',
        says`The record of decision ${the.decision(id)} already holds ${item}, with other content: strike the entry and record it again`,
      );
    }
    yield* itemsSay(entry, id);
  },
  *breaches(state, entry) {
    const held = keyNow(state, entry);
    if (held) yield* noticedByThen(held, held.id, takenDay(held));
  },
  *meaninglessElsewhere(facts, entry, state) {
    const made = powerNow(state, entry);
    if (made) yield* takesDecisions(facts, made);
  },
  *elsewhere(facts, entry, state) {
    const made = powerNow(state, entry);
    if (made) yield* mayDecide(facts, made);
    const held = keyNow(state, entry);
    if (held) yield* noticeTooShort(held, takenDay(held), settingsIn(facts));
  },
  evolve(state, entry) {
    const held = takenIn(state, entry.decision);
    return held ? [[decisionKey(held.id), takenPart({ ...held, ...recordOf(entry) })]] : [];
  },
  example: {
    decision: 'legal-option',
    power: 'approve-business-case',
    reference: '14/00042',
    meeting: 'County Council, 15 May 2014, item 12',
    text: 'That a commercial partner be sought.',
    reasons: 'It scored highest in the appraisal.',
    alternatives: 'none considered',
    conflicts: 'none declared',
    key: false,
    keyReason: 'It affects one division',
    expenditure: 0,
    savings: 0,
    divisionsAffected: ['Maidstone Central'],
    subjectToCallIn: true,
    callInReason: 'The Cabinet took it',
    urgencyReason: 'The contract ends in June',
    papers: ['Appraisal of options'],
    access: 'open',
  },
});
