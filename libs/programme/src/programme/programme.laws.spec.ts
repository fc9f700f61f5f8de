import { describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#calendar';
import { councilSettings } from '#governance';
import { lawsOf } from '../../../acts/src/laws.contract.js';
import { phaseOpened, phasePlanned, started, target, year } from './facing-the-challenge.story.js';
import {
  programmeStream,
  ratingMeasures,
  type PhasePart,
  type ProgrammeCommand,
  type ProgrammeEvent,
  type ProgrammePart,
  type ProgrammeStreamPart,
  type ScalePart,
} from './index.js';
import { mappedPoint } from './scale.js';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const aDay = fc.constantFrom(...['2013-07-18', '2013-09-19', '2014-04-30', '2015-03-26'].map(civilDate));
const aName = fc.constantFrom('Facing the Challenge', 'Transformation');
const aReason = maybe(aName);
const aPhase = fc.constantFrom('phase-1', 'phase-2');
const aYear = fc.constantFrom(year('2015/16'), year('2016/17'), year('2017/18'));
// A planned date may come with its members in either order.
const aPlannedDate = maybe(
  fc.oneof(
    fc.record({ on: aDay, precision: fc.constantFrom('day', 'month') }),
    fc.record({ precision: fc.constantFrom('day', 'month'), on: aDay }),
  ),
);
const rules = [
  'programme-closed',
  'plan-reversed',
  'phase-closed',
  'phase-not-open',
  'split-does-not-add-up',
];

const recorded = {
  programme: fc.constant('county'),
  effectiveOn: aDay,
  precision: maybe(fc.constantFrom('day', 'month')),
  provenance: fc.constantFrom('observed', 'minuted', 'reconstructed'),
  source: maybe(fc.constant('Minutes')),
  decision: maybe(fc.constantFrom('council-2013-09-19', 'council-2014-02-13')),
  exception: fc.option(
    fc.constantFrom(...rules).map((rule) => ({ rule, reason: 'not in the source' })),
    { nil: undefined, freq: 3 },
  ),
};

const aTarget = {
  pence: fc.constantFrom(target.pence, 100),
  fromYear: aYear,
  toYear: aYear,
  basis: fc.constantFrom('gross', 'not-stated'),
  priceBase: aReason,
};
const split = {
  years: fc.constantFrom(
    [{ year: year('2016/17'), pence: 100 }],
    [
      { pence: target.pence - 1, year: year('2015/16') },
      { year: year('2016/17'), pence: 1 },
    ],
  ),
};
const units = { baseline: fc.constantFrom(0, 80), reductionPercent: fc.constantFrom(50, 101) };
const theme = {
  theme: fc.constantFrom('market', 'integration'),
  title: aName,
  number: fc.constantFrom(1, 2),
};
const tranche = {
  tranche: fc.constantFrom('first', 'second'),
  name: aName,
  phase: maybe(aPhase),
  totals: fc.constantFrom([], [{ basis: 'gross', heading: 'front line', pence: 22_100_000_00 }]),
};
const plan = { phase: aPhase, plannedStart: aPlannedDate, plannedEnd: aPlannedDate };
const scale = {
  scale: fc.constantFrom('confidence', 'status'),
  version: fc.constantFrom(1, 2, 3),
  points: fc.constantFrom(
    ['green', 'amber', 'red'].map((id, at) => ({ order: 3 - at, label: id, id })),
    ['green', 'red'].map((id, order) => ({ id, label: id, order })),
  ),
};
const mapping = fc.constantFrom(
  ['green', 'amber', 'red'].map((id) => ({ toPoint: id === 'amber' ? 'green' : id, fromPoint: id })),
  ['green', 'red'].map((id) => ({ fromPoint: id, toPoint: id })),
);
const setting = {
  setting: fc.constantFrom(...councilSettings.slice(-3)),
  value: fc.constantFrom<string | number>(5, 7, 'working'),
};

/** Each command with the event it comes to: both say the same, but for the premise that the last event states. */
const sayings = [
  ['start-programme', 'ProgrammeStarted', { name: aName, purpose: aReason }],
  ['rename-programme', 'ProgrammeRenamed', { name: aName }],
  ['close-programme', 'ProgrammeClosed', { reason: aReason }],
  ['set-savings-target', 'SavingsTargetSet', aTarget],
  ['split-savings-target', 'SavingsTargetSplit', split],
  ['set-unit-target', 'UnitTargetSet', units],
  ['adopt-theme', 'ThemeAdopted', theme],
  ['define-tranche', 'TrancheDefined', tranche],
  ['plan-phase', 'PhasePlanned', { ...plan, name: aName }],
  ['replan-phase', 'PhaseReplanned', { ...plan, reason: aName }],
  ['open-phase', 'PhaseOpened', { phase: aPhase }],
  ['close-phase', 'PhaseClosed', { phase: aPhase, reason: aReason }],
  ['reopen-phase', 'PhaseReopened', { phase: aPhase, reason: aName }],
  ['set-council-setting', 'CouncilSettingChanged', setting],
  [
    'define-rating-scale',
    'RatingScaleDefined',
    { ...scale, name: aName, measure: fc.constantFrom(...ratingMeasures) },
  ],
  ['change-rating-scale', 'RatingScaleChanged', { ...scale, mapping, fromVersion: fc.constantFrom(0, 1, 2) }],
] as const;

/** A closed programme takes nothing more, so it is closed seldom; a closed phase is reopened often. */
const weights: Readonly<Record<string, number>> = {
  'close-programme': 1,
  'reopen-phase': 18,
  'change-rating-scale': 24,
};
function weighed(of: 'command' | 'event', [command, event, said]: (typeof sayings)[number]) {
  const type = fc.constant(of === 'command' ? command : event);
  const members: Record<string, fc.Arbitrary<unknown>> = { type, ...said };
  return { weight: weights[command] ?? 6, arbitrary: fc.record(members) };
}

/** What is said of the programme beside its dates, without the members left out. */
const saying = <T>(of: 'command' | 'event'): fc.Arbitrary<T> =>
  fc
    .tuple(fc.record(recorded), fc.oneof(...sayings.map((names) => weighed(of, names))))
    .map(([dates, said]) => JSON.parse(JSON.stringify({ ...dates, ...said })) as T);

describe('Whatever is asked of a programme, through the judge', () => {
  lawsOf<ProgrammeStreamPart, ProgrammeCommand, ProgrammeEvent>(programmeStream, {
    commands: saying<ProgrammeCommand>('command'),
    events: saying<ProgrammeEvent>('event'),
    beginning: [started, phasePlanned, phaseOpened],
    holds: (state, event) => {
      const { savingsTarget, unitTarget } = state.get('programme/county') as ProgrammePart;
      expect(savingsTarget?.years === undefined).toBe(savingsTarget?.split === undefined);
      if (unitTarget) expect(unitTarget.target).toBe(40);
      if (event.type === 'RatingScaleChanged') {
        const held = state.get(`scale/${event.scale}`) as ScalePart;
        const numbers = held.versions.map(({ version }) => version);
        expect(numbers).toEqual([...new Set(numbers)].sort());
        for (const { version, points } of held.versions)
          for (const { id } of points) expect(mappedPoint(held, version, id)).toBeDefined();
      }
      if (event.type.startsWith('Phase')) {
        const { phase } = event as Extract<ProgrammeEvent, { type: 'PhaseOpened' }>;
        const { status, closed, opened } = state.get(`phase/${phase}`) as PhasePart;
        expect(status === 'closed').toBe(closed !== undefined);
        if (status === 'planned') expect(opened).toBeUndefined();
      }
    },
  });
});
