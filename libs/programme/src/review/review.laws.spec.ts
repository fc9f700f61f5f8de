import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, noFacts } from '#acts';
import { judge } from '#recording';
import { believed, historySeed as seed, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import { anyCommand, anyDates, anyDays, eventSaying, onward, type Pick } from './any-command.story.js';
import { reviewStages, reviewStream, type ReviewEvent, type ReviewPart } from './index.js';
import { legalServices } from './legal-services.story.js';

const steps = 80;
const somePicks = fc.array(fc.nat({ max: 99_999 }), { minLength: 16, maxLength: 16, size: 'max' });
const scripts = (length: number) =>
  fc.array(somePicks, { minLength: length, maxLength: length, size: 'max' });

function picking(numbers: readonly number[]): Pick {
  let next = 0;
  return (of) => (numbers[next++ % numbers.length] as number) % of;
}

/** The review as a timeline, and its log: what the judge permits of some random steps. Every other one is tidy. */
function recordedBy(script: readonly (readonly number[])[], index: number): readonly Logged<ReviewEvent>[] {
  const timeline = new Timeline(reviewStream);
  const log: Logged<ReviewEvent>[] = [];
  const excused = index % 2 === 1;
  for (const [step, numbers] of script.entries()) {
    const pick = picking(numbers);
    const kind = pick(12);
    const strike: string[] = [];
    const asked = [];
    if (kind === 0) {
      const entries = log.flatMap((logged) => (isStrike(logged) ? [] : [logged.id]));
      const struck = entries[pick(entries.length || 1)];
      if (struck === undefined || timeline.isStruck(struck)) continue;
      strike.push(struck);
    } else if (kind < 6) asked.push({ command: anyCommand(pick, excused) });
    else {
      // Most of what leads on is recorded in its order; some of it late or ahead.
      const dates = anyDates(pick, excused);
      const inOrder = anyDays[Math.floor((step * anyDays.length) / steps)] ?? dates.effectiveOn;
      const effectiveOn = kind < 11 ? inOrder : dates.effectiveOn;
      const review = timeline.asAt(effectiveOn).get(legalServices);
      asked.push({ command: onward(review, { ...dates, effectiveOn }) });
    }
    const first = log.length;
    const slot = { firstRevision: first, idOf: (n: number) => `entry-${first + n}` };
    const judgement = judge(reviewStream, timeline, { asked, strike }, slot, () => noFacts);
    if (judgement.outcome !== 'permitted') continue;
    if (strike.length > 0) log.push({ revision: first, strikes: strike });
    log.push(...judgement.entries);
  }
  return log;
}

const histories = fc.sample(scripts(steps), { seed, numRuns: 200 }).map(recordedBy);

/** Each believed entry of a history in fold order, with the review after it. */
function* folded(log: readonly Logged<ReviewEvent>[]) {
  const parts = new Map<string, ReviewPart>();
  for (const { event } of believed(log)) {
    const refusal = reviewStream.permits(parts, event);
    for (const [name, part] of reviewStream.evolve(parts, event)) parts.set(name, part);
    yield { event, refusal, after: parts.get(legalServices) as ReviewPart };
  }
}

const isPast = ({ stage }: ReviewPart, other: ReviewPart['stage']) =>
  reviewStages.indexOf(stage) > reviewStages.indexOf(other);
const isOfThePast = ({ provenance }: ReviewEvent) =>
  provenance === 'minuted' || provenance === 'reconstructed';

describe('Whatever is asked of a review, through the judge', () => {
  it(`every believed entry was permitted where it stands (seed ${seed})`, () => {
    for (const log of histories)
      for (const { event, refusal } of folded(log)) expect([event, refusal]).toEqual([event, undefined]);
  });

  it(`none is past the appraisal of its options without the two appraisals, or an exception on the record (seed ${seed})`, () => {
    const past = { appraised: 0, excused: 0 };
    const rules = ['stage-out-of-order', 'no-predetermination', 'spectrum-not-appraised'];
    for (const log of histories) {
      let excused = false;
      for (const { event, after } of folded(log)) {
        excused ||= isOfThePast(event) && rules.includes(event.exception?.rule ?? '');
        if (!isPast(after, 'options-appraised')) continue;
        past[excused ? 'excused' : 'appraised'] += 1;
        if (excused) continue;
        const appraised = after.options.filter(({ appraisal }) => appraisal);
        expect(appraised.some(({ asIs }) => asIs)).toBe(true);
        expect(appraised.some(({ asIs }) => !asIs)).toBe(true);
        expect(appraised.map(({ id }) => id)).toContain(after.chosen?.option);
      }
    }
    metOften(past, 50);
  });

  it(`a choice leaves every other option with a reason, and the option chosen without one (seed ${seed})`, () => {
    let choices = 0;
    for (const log of histories)
      for (const { event, after } of folded(log)) {
        if (event.type !== 'OptionChosen') continue;
        choices += 1;
        const reasoned = after.options.filter(({ rejection }) => rejection?.reason.trim());
        expect(reasoned).toEqual(after.options.filter(({ id }) => id !== event.option));
        expect(after.chosen?.option).toBe(event.option);
      }
    metOften({ choices }, 50);
  });

  it(`the way to the present stage is in order and ends with it, and nothing is chosen before its time (seed ${seed})`, () => {
    const met: Record<string, number> = {};
    for (const log of histories)
      for (const { after } of folded(log)) {
        const order = after.stages.map(({ stage }) => reviewStages.indexOf(stage));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(after.stages.at(-1)).toMatchObject({ stage: after.stage, ...after.stageSince });
        if (!isPast(after, 'options-appraised')) expect(after.chosen).toBeUndefined();
        for (const reached of [after.stage, after.standing]) met[reached] = (met[reached] ?? 0) + 1;
      }
    const every = [...reviewStages, 'active', 'deferred', 'withdrawn'];
    metOften(met, Object.fromEntries(every.map((reached) => [reached, 1])));
  });

  it(`what was just recorded changes nothing when it is said again (seed ${seed})`, () => {
    const again = { nothing: 0, 'no longer possible': 0 };
    for (const script of fc.sample(scripts(120), { seed, numRuns: 60 })) {
      const parts = new Map<string, ReviewPart>();
      for (const numbers of script) {
        const pick = picking(numbers);
        const command =
          pick(3) === 0 ? anyCommand(pick) : onward(parts.get(legalServices), anyDates(pick, true));
        const decided = reviewStream.decide(parts, command, noFacts);
        if (isRefusal(decided) || decided.length === 0) continue;
        for (const event of decided)
          for (const [name, part] of reviewStream.evolve(parts, event)) parts.set(name, part);
        const repeated = reviewStream.decide(parts, command, noFacts);
        if (isRefusal(repeated)) {
          expect([command, reviewStream.repeats?.(parts, command, noFacts, () => decided)]).toEqual([
            command,
            true,
          ]);
          again['no longer possible'] += 1;
        } else {
          expect([command, repeated]).toEqual([command, []]);
          again.nothing += 1;
        }
      }
    }
    metOften(again, 100);
  });
});

describe('Any events of a review, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    const met = { meaning: 0, none: 0 };
    fc.assert(
      fc.property(fc.array(somePicks, { maxLength: 60, size: 'max' }), (script) => {
        const parts = new Map<string, ReviewPart>();
        for (const numbers of script) {
          const event = eventSaying(anyCommand(picking(numbers)));
          const refusal = reviewStream.meaningless(parts, event);
          if (refusal) expect(reviewStream.permits(parts, event)).toEqual(refusal);
          const changes = reviewStream.evolve(parts, event);
          expect(changes.map(([name]) => name)).toEqual(refusal ? [] : [legalServices]);
          for (const [name, part] of changes) parts.set(name, part);
          met[refusal ? 'none' : 'meaning'] += 1;
        }
      }),
      { seed, numRuns: 200 },
    );
    metOften(met, 500);
  });

  it(`come to a part that is its own JSON text, whose members keep one order (seed ${seed})`, () => {
    const orders = new Set<string>();
    for (const script of fc.sample(scripts(60), { seed, numRuns: 100 })) {
      const parts = new Map<string, ReviewPart>();
      for (const numbers of script) {
        const event = eventSaying(anyCommand(picking(numbers)));
        for (const [name, part] of reviewStream.evolve(parts, event)) {
          parts.set(name, part);
          expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          orders.add(Object.keys(part).join(' '));
        }
      }
    }
    const whole =
      'kind id name phase proposed stage stageSince standing standingSince standingReason deferredUntil stages stageLog ' +
      'standingLog referredBack team understanding engagement options chosen outcomes';
    for (const order of orders)
      expect(order).toBe(
        whole
          .split(' ')
          .filter((name) => order.split(' ').includes(name))
          .join(' '),
      );
  });
});
