import fc from 'fast-check';
import { civilDate, epochMs, instant, instantOf, type Instant } from '#calendar';
import type { EventStore, StoredEvent } from '#event-store';
import { parseStreamName, streamOfKind, type Command } from '#programme';
import { Recorder, type RecordingOutcome } from '#recording';
import { recordedEntries } from './plain-fold.js';
import { aCommand, aCommandOf, randomKinds, randomProgramme, type RandomKind } from './random-commands.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** One append asked of a book: a command, or a strike with what replaces it. */
export interface RandomStep {
  /** Milliseconds since the step before; steps may share an instant. */
  readonly wait: number;
  readonly command: Command;
  /** Which of the believed entries to strike, and with the one after it or not; none where undefined. */
  readonly strike: { readonly which: number; readonly two: boolean; readonly replaced: boolean } | undefined;
  /** What replaces a struck entry, by the kind of its stream. */
  readonly replacement: Readonly<Record<RandomKind, Command>>;
  /** Whether the replacement holds from the day of what it replaces. */
  readonly sameDay: boolean;
}

/** A step: six in seven are commands, the others strikes. */
export const aStep: fc.Arbitrary<RandomStep> = fc.record({
  wait: fc.constantFrom(0, 1, minute, day, 40 * day),
  command: aCommand,
  strike: fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.record({ which: fc.nat(), two: fc.boolean(), replaced: fc.boolean() }),
    },
  ),
  replacement: fc.record(
    Object.fromEntries(randomKinds.map((kind) => [kind, aCommandOf(kind)])) as Record<
      RandomKind,
      fc.Arbitrary<Command>
    >,
  ),
  sameDay: fc.boolean(),
});

const atTheStart = {
  programme: randomProgramme,
  effectiveOn: civilDate('2013-07-18'),
  provenance: 'minuted',
} as const;

/** What every random book begins with, so that chance has something to work on. */
export const beginning: readonly Command[] = [
  { ...atTheStart, type: 'start-programme', name: 'Whole-Council Transformation' } as Command,
  ...[
    { body: 'county-council', name: 'County Council', bodyKind: 'council' },
    { body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' },
  ].flatMap((body) => [
    { ...atTheStart, type: 'establish-body', ...body },
    {
      ...atTheStart,
      type: 'confer-power',
      power: 'found-company',
      description: 'To found',
      covers: ['executive-functions', 'staffing'],
      on: body.body,
    } as Command,
  ]),
  { ...atTheStart, type: 'create-office', office: 'leader', title: 'Leader' } as Command,
  { ...atTheStart, type: 'plan-phase', phase: 'phase-1', name: 'Phase 1' } as Command,
  { ...atTheStart, type: 'register-service', service: 'legal', name: 'Legal Services' } as Command,
  { ...atTheStart, type: 'propose-review', review: 'legal', name: 'Legal Services' } as Command,
  { ...atTheStart, type: 'agree-scoping-brief', review: 'legal' } as Command,
  ...['as-is', 'partner'].flatMap((option) => [
    {
      ...atTheStart,
      type: 'identify-option',
      review: 'legal',
      option,
      title: option,
      ...(option === 'as-is' && { asIs: true }),
      scope: 'whole',
      model: 'INH',
    } as Command,
    { ...atTheStart, type: 'appraise-option', review: 'legal', option, score: 5 } as Command,
  ]),
  { ...atTheStart, type: 'conclude-appraisal', review: 'legal' } as Command,
  { ...atTheStart, type: 'open-portfolio', portfolio: 'adults', name: 'Adults' } as Command,
  { ...atTheStart, type: 'open-portfolio', portfolio: 'place', name: 'Place' } as Command,
  {
    ...atTheStart,
    type: 'charter-project',
    project: 'legal-company',
    name: 'Legal company',
    portfolio: 'adults',
  } as Command,
  {
    ...atTheStart,
    type: 'define-rating-scale',
    scale: 'confidence',
    version: 1,
    name: 'Confidence',
    measure: 'delivery-confidence',
    points: ['high', 'medium', 'low'].map((id, at) => ({ id, label: id, order: at + 1 })),
  } as Command,
  {
    ...atTheStart,
    type: 'identify-saving',
    saving: 'library-hours',
    name: 'Shorter opening hours',
    category: 'cashable',
    recurrence: 'recurring',
    basis: 'net',
    owner: 'Head of Libraries',
    portfolio: 'adults',
    profile: [{ year: '2015/16', pence: 60_000_000 }],
  } as Command,
  ...['adult-care', 'libraries', 'legal', 'highways'].map(
    (unit) => ({ ...atTheStart, type: 'register-unit', unit, name: unit, opening: true }) as Command,
  ),
];

/** A clock for a store that stands still until it is moved. */
export class HandedClock {
  private now = epochMs(instant('2013-12-20T09:00:00.000Z'));

  readonly read = (): Instant => instantOf(this.now);

  moveOn(milliseconds: number): void {
    this.now += milliseconds;
  }
}

/**
 * Asks steps of a book one after another. Refusals are outcomes like any other; what the book then holds is its log.
 *
 * @param clock the clock that the store was given
 */
export async function play(
  store: EventStore,
  clock: HandedClock,
  steps: readonly RandomStep[],
  recorder = new Recorder(store),
): Promise<RecordingOutcome[]> {
  const outcomes: RecordingOutcome[] = [];
  const log: StoredEvent[] = [];
  for (const [n, command] of beginning.entries()) {
    const outcome = await recorder.record(command, sender(-1 - n));
    if (outcome.outcome === 'recorded') log.push(...outcome.events);
    outcomes.push(outcome);
  }
  return [...outcomes, ...(await playOn(recorder, clock, log, steps))];
}

const sender = (n: number) => ({
  actor: 'programme-officer',
  capacity: 'programme-office',
  commandId: `step-${n}`,
  fingerprint: `step-${n}`,
});

/**
 * Asks steps of a book that has begun, one after another.
 *
 * @param log all that the book holds; what is recorded is added to it
 */
export async function playOn(
  recorder: Recorder,
  clock: HandedClock,
  log: StoredEvent[],
  steps: readonly RandomStep[],
): Promise<RecordingOutcome[]> {
  const outcomes: RecordingOutcome[] = [];
  const ask = async (asked: Promise<RecordingOutcome>): Promise<void> => {
    const outcome = await asked;
    if (outcome.outcome === 'recorded') log.push(...outcome.events);
    outcomes.push(outcome);
  };
  const begun = log.length;
  for (const [n, step] of steps.entries()) {
    clock.moveOn(step.wait);
    const struck = step.strike && entriesToStrike(log, step.strike, begun);
    if (!step.strike || !struck) {
      await ask(recorder.record(step.command, sender(n)));
      continue;
    }
    const { kind = '', id } = parseStreamName(struck.stream) ?? {};
    const said = step.replacement[kind as RandomKind];
    const replacing = {
      ...said,
      ...(id !== undefined && { [streamOfKind(kind)?.commands[said.type]?.id ?? kind]: id }),
      ...(step.sameDay && { effectiveOn: struck.effectiveOn }),
    };
    const strike = {
      programme: randomProgramme,
      stream: struck.stream,
      entries: struck.ids,
      reason: 'It was recorded by mistake',
      authority: 'Head of the programme office',
      recorded: { effectiveOn: struck.effectiveOn, provenance: 'observed' as const },
      replacement: step.strike.replaced ? [{ command: replacing, replaces: struck.ids[0] }] : [],
    };
    await ask(recorder.strike(strike, sender(n)));
  }
  return outcomes;
}

/** One strike in ten may hit what the book begins with, and bring down what stands on it. */
function entriesToStrike(
  log: readonly StoredEvent[],
  { which, two }: { which: number; two: boolean },
  begun: number,
) {
  const begins = new Set(which % 10 === 0 ? [] : log.slice(0, begun).map(({ id }) => id));
  const standing = [...recordedEntries(log, log.length)].flatMap(([stream, entries]) =>
    entries.map((entry, at) => ({ stream, entry, next: entries[at + 1] })),
  );
  const candidates = standing.filter(({ entry }) => !begins.has(entry.id));
  const picked = candidates[which % candidates.length];
  if (!picked) return undefined;
  const { stream, entry, next } = picked;
  return {
    stream,
    effectiveOn: entry.effectiveOn,
    ids: (two && next ? [entry.id, next.id] : [entry.id]) as [string, ...string[]],
  };
}
