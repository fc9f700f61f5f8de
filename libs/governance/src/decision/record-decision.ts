import { factOf, onDay, refuse, says, the } from '#acts';
import { date, name, optional, required } from '#fields';
import { settingKey } from '../council-settings.js';
import { settingsIn } from './council-clocks.js';
import { act, decision, decisionIn, itself, standing, takenIn } from './decisions.js';
import { makerNamed, makerRead, mayDecide, takesDecisions } from './maker.js';
import { noticeTooShort } from './notice-clock.js';
import { noticedByThen } from './notices.js';
import { itemsSay } from './record.js';
import { recordFields } from './record-fields.js';
import { decisionKey, takenPart } from './state.js';

const { meeting, ...items } = recordFields;

export const recordDecision = act({
  command: 'record-decision',
  event: 'DecisionRecorded',
  version: 1,
  says: 'Records a decision: who took it, when, and what its record holds.',
  happened: 'A decision was taken',
  fields: {
    decision: decision('The decision being recorded.', 'either'),
    takenOn: optional(
      date,
      'The day it was taken, today at the latest; a record that does not say it is refused.',
    ),
    title: required(name, 'What it is about, in a line.', 'What it is about'),
    maker: required(
      name,
      'The body or the office that took it, by its id or by its name on that day; no personal name.',
      { label: 'Taken by', personal: true },
    ),
    ...items,
    meeting,
  },
  settles: (given, _state, facts) => ({ maker: makerNamed(facts, given) }),
  reads: ({ key }) => (key === true ? [makerRead, settingKey('notice-clear-days')] : [makerRead]),
  touches: itself,
  *meaningless(state, entry) {
    const held = takenIn(state, entry.decision);
    if (held) {
      yield refuse(
        'decision-already-recorded',
        says`Decision ${the.decision(held.id)} was recorded with effect from ${onDay(held.recorded)}: complete its record, or strike that entry and record it again`,
      );
    }
    if (entry.takenOn === undefined) {
      yield refuse(
        'taken-on-needed',
        says`Say on which day decision ${the.decision(entry.decision)} was taken: a decision is a body's act on a date`,
      );
    }
    yield* itemsSay(entry, entry.decision);
  },
  *breaches(state, entry) {
    yield* standing(state, entry.decision);
    if (entry.key !== true) return;
    const { decision: id, takenOn: on = entry.effectiveOn, precision = 'day' } = entry;
    yield* noticedByThen(decisionIn(state, id), id, { on, precision });
  },
  meaninglessElsewhere: (facts, entry) => takesDecisions(facts, entry),
  *elsewhere(facts, entry, state) {
    yield* mayDecide(facts, entry);
    const noticed = decisionIn(state, entry.decision);
    const { key, takenOn: on, precision = 'day' } = entry;
    if (key === true && on !== undefined && noticed)
      yield* noticeTooShort(noticed, { on, precision }, settingsIn(facts));
  },
  evolve(state, entry) {
    const { decision: id, takenOn = entry.effectiveOn, precision = 'day' } = entry;
    const taken = { ...entry, id, takenOn, precision, recorded: factOf(entry) };
    return [[decisionKey(id), takenPart({ ...decisionIn(state, id), ...taken })]];
  },
  example: {
    takenOn: '2014-05-15',
    decision: 'legal-option',
    provenance: 'minuted',
    source: 'County Council, 15 May 2014, minute 12',
    reference: '14/00042',
    title: 'Legal Services: preferred option',
    maker: 'County Council',
    power: 'approve-business-case',
    text: 'That a commercial partner be sought for Legal Services.',
    reasons: 'It scored highest in the appraisal.',
    alternatives: [{ option: 'Keep the service as it is', reason: 'It does not grow' }],
    conflicts: [
      {
        declaredBy: 'A member of the committee',
        nature: 'Trustee of a charity that the service advises',
        dispensation: 'Granted by the Head of Paid Service',
      },
    ],
    key: true,
    keyReason: 'Expenditure or savings of more than £1m',
    expenditure: 45_000_000,
    savings: 120_000_000,
    divisionsAffected: 'all',
    subjectToCallIn: false,
    callInReason: 'The County Council took it',
    urgencyReason: 'The market notice was about to be published',
    papers: ['Report of the Director of Governance and Law'],
    access: { exempt: 3, publicInterest: 'Bidders’ prices are in it' },
    meeting: 'County Council, 15 May 2014',
  },
});
