import fc from 'fast-check';
import { civilDate, type CivilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { callInOutcomes, type Command } from '#programme';
import { Recorder } from '#recording';
import { historySeed } from './seed.js';
import { aStep, HandedClock, play, type RandomStep } from './random-book.js';
import { aCommand, aCommandOf, randomDays, randomProgramme } from './random-commands.js';

/** Which opening a book begins with, what is asked of it then, and on which days it is looked at. */
export interface Sequence {
  readonly opening: number;
  readonly steps: readonly RandomStep[];
  readonly days: readonly CivilDate[];
  /** True of one in twenty, of which the views are asked as well. */
  readonly viewed: boolean;
}

const say = (day: string, said: { readonly type: string; readonly [field: string]: unknown }): Command => ({
  programme: randomProgramme,
  provenance: 'minuted',
  effectiveOn: civilDate(day),
  ...said,
});

const review = 'legal';
const [first, second] = ['council-2014-05-15', 'cabinet-2016-03-21'];
const taking = (decision: string, takenOn: string, more: object) =>
  say(takenOn, {
    type: 'record-decision',
    decision,
    takenOn: civilDate(takenOn),
    title: 'To go on',
    ...more,
  });

const chosen = [
  say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 }),
  say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' }),
  say('2013-07-18', {
    type: 'choose-option',
    review,
    option: 'partner',
    reasons: [{ option: 'as-is', reason: 'Dearer' }],
  }),
];
const byCabinet = { maker: 'Cabinet', power: 'found-company' };
const authorised = say('2013-10-02', { type: 'authorise-to-proceed', review, decision: first });
const proceeding = [
  ...chosen,
  taking(first, '2013-09-19', { ...byCabinet, subjectToCallIn: true }),
  authorised,
];
const published = [...proceeding, say('2013-09-19', { type: 'publish-decision', decision: first })];
const withoutPower = [
  ...chosen,
  taking(first, '2013-09-19', {
    maker: 'County Council',
    power: 'approve-case',
    exception: { rule: 'power-not-held', reason: 'Not in the source' },
  }),
  authorised,
];
const submitted = [
  ...published,
  say('2014-03-31', { type: 'submit-full-business-case', review }),
  taking(second, '2014-05-15', { ...byCabinet, subjectToCallIn: true }),
  say('2014-05-15', { type: 'authorise-full-business-case', review, decision: second }),
];

/** How far a book has come before chance takes over: short of a gate, with the authority that opens it or without. */
const openings: readonly (readonly Command[])[] = [
  chosen,
  [...chosen, say('2013-10-02', { type: 'authorise-to-proceed', review })],
  proceeding,
  published,
  withoutPower,
  submitted,
  [...submitted, say('2014-05-15', { type: 'publish-decision', decision: second })],
];

/** Of what every random book begins with, what is not asked about here. */
const unasked = /\/(service|project)\//;

/** The logs of the openings, each recorded once, as few appends. */
const opened = Promise.all(
  openings.map(async (opening) => {
    const clock = new HandedClock();
    const store = new MemoryEventStore({ clock: clock.read });
    const recorder = new Recorder(store);
    const outcomes = await play(store, clock, [], recorder);
    for (const [n, command] of opening.entries()) {
      const id = `opening-${n}`;
      const sender = {
        actor: 'programme-officer',
        capacity: 'programme-office',
        commandId: id,
        fingerprint: id,
      };
      outcomes.push(await recorder.record(command, sender));
    }
    const appends: StoredEvent[][] = [];
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
      if (unasked.test(outcome.stream)) continue;
      const last = appends.at(-1);
      if (last?.[0]?.stream === outcome.stream) last.push(...outcome.events);
      else appends.push([...outcome.events]);
    }
    return appends;
  }),
);

/** A book of its own that stands at one of the openings, with its log. */
export async function openedBook(opening: number) {
  const clock = new HandedClock();
  const store = new MemoryEventStore({ clock: clock.read });
  const log: StoredEvent[] = [];
  const appends = (await opened)[opening % openings.length] ?? [];
  for (const events of appends) {
    const [{ stream = '', revision = 0, commandId = '' } = {}] = events;
    const append = { stream, expected: revision === 0 ? ('none' as const) : revision - 1 };
    const kept = await store.append({ ...append, events, commandId, fingerprint: commandId });
    log.push(...kept.events);
  }
  return { clock, store, log };
}

const aDay = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...randomDays.slice(3)) },
  // Around the end of a window.
  {
    weight: 1,
    arbitrary: fc.constantFrom('2013-09-26', '2013-09-27', '2014-05-22', '2014-05-23').map(civilDate),
  },
);
const aDecision = fc.constantFrom(first, second);
const aUnit = fc.constantFrom('adult-care', 'libraries', 'legal', 'highways', 'archives');
const reason = 'The figures changed';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const aGateSaying = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ type: 'submit-full-business-case', review }) },
  { weight: 3, arbitrary: fc.constant({ type: 'start-implementation', review }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('merge-units'),
      units: fc.uniqueArray(aUnit, { minLength: 1, maxLength: 2 }),
      successor: aUnit,
      name: maybe(fc.constant('Culture')),
      decision: aDecision,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('authorise-to-proceed', 'authorise-full-business-case'),
      review: fc.constant(review),
      decision: maybe(aDecision),
    }),
  },
);
const aDecisionSaying = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'publish-decision' }) },
  fc.record({
    type: fc.constant('record-decision'),
    title: fc.constant('To go on'),
    maker: fc.constantFrom('County Council', 'cabinet', 'leader', 'Advisory Group'),
    power: maybe(fc.constantFrom('found-company', 'approve-case')),
    subjectToCallIn: maybe(fc.boolean()),
  }),
  fc.constant({ type: 'waive-call-in', agreedBy: 'Chair of Scrutiny', reason }),
  fc.constant({ type: 'call-in-decision', by: ['A member of Scrutiny'], grounds: reason }),
  fc.record({
    type: fc.constant('record-call-in-outcome'),
    outcome: fc.constantFrom(...callInOutcomes),
  }),
  fc.constant({ type: 'confirm-decision' }),
  fc.constant({ type: 'withdraw-decision', reason }),
  fc.constant({ type: 'rescind-decision', reason }),
);
const anException = fc.constantFrom(
  'authorisation-missing',
  'authorisation-without-power',
  'authorisation-not-in-force',
  'power-not-held',
  'decision-not-published',
);

/** What is said, with its dates; a decision is taken on the day it holds from; one in six asks for an exception. */
const dated = (saying: fc.Arbitrary<object>): fc.Arbitrary<Command> =>
  fc
    .record({
      saying,
      decision: aDecision,
      effectiveOn: aDay,
      precision: fc.option(fc.constant('month' as const), { nil: undefined, freq: 8 }),
      provenance: fc.constantFrom('observed', 'minuted'),
      rule: fc.option(anException, { nil: undefined, freq: 5 }),
    })
    .map(({ saying: said, decision, effectiveOn, precision, provenance, rule }) => {
      const { type } = said as Command;
      const isDecision = type.endsWith('-decision') || type.includes('call-in');
      const day = precision ? civilDate(`${effectiveOn.slice(0, 7)}-01`) : effectiveOn;
      const members = {
        ...(isDecision && { decision }),
        ...(type === 'record-decision' && { takenOn: day }),
        precision,
        exception: rule && { rule, reason: 'Not in the source' },
        ...said,
      };
      const given = Object.entries(members).filter(([, value]) => value !== undefined);
      return {
        programme: randomProgramme,
        provenance,
        effectiveOn: day,
        ...Object.fromEntries(given),
      } as Command;
    });

const aGateCommand = dated(aGateSaying);
const aMixedCommand = fc.oneof(
  { weight: 6, arbitrary: aGateCommand },
  { weight: 4, arbitrary: dated(aDecisionSaying) },
  { weight: 1, arbitrary: aCommandOf('decision') },
  { weight: 4, arbitrary: aCommandOf('structure') },
  { weight: 2, arbitrary: aCommandOf('saving') },
  { weight: 1, arbitrary: aCommandOf('authority') },
  { weight: 1, arbitrary: aCommandOf('programme') },
  { weight: 1, arbitrary: aCommand },
);
const aStepAtAGate = fc.tuple(aStep, aMixedCommand, aGateCommand).map(([step, command, gate]): RandomStep => {
  const kind = gate.type === 'merge-units' ? 'structure' : 'review';
  return { ...step, command, replacement: { ...step.replacement, [kind]: gate } };
});

/** Steps are drawn once, when the first is asked for, and put together anew for each sequence: ten thousand of them are soon drawn. */
let drawn: readonly RandomStep[] | undefined;
const drawnSteps = Array.from({ length: 4_000 }, (_, n) => n);
const aDrawnStep = fc.constantFrom(...drawnSteps).map((n) => {
  drawn ??= fc.sample(aStepAtAGate, { seed: historySeed, numRuns: drawnSteps.length });
  return drawn[n] as RandomStep;
});

/** About ten commands, strikes and replacements, asked of a book that stands near a gate. */
export const aSequence: fc.Arbitrary<Sequence> = fc.record({
  opening: fc.nat({ max: openings.length - 1 }),
  steps: fc.array(aDrawnStep, { minLength: 8, maxLength: 11, size: 'max' }),
  days: fc.tuple(fc.constantFrom(...randomDays), fc.constantFrom(...randomDays.slice(5))),
  viewed: fc.nat({ max: 19 }).map((one) => one === 7),
});
