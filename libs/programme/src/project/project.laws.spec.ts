import { describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#calendar';
import { lawsOf } from '../../../acts/src/laws.contract.js';
import { ratingMeasures } from '../programme/scale.js';
import {
  independences,
  projectOutcomes,
  projectStages,
  projectStream,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectPart,
} from './index.js';
import { chartering, elsewhere, year } from './legal-company.story.js';

const key = 'project/legal-company';
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const of = <const T extends string>(type: T, said: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...said });

const days = ['2016-03-21', '2016-06-13', '2016-09-01', '2017-06-01', '2018-01-08'].map(civilDate);
const aDay = fc.constantFrom(...days);
const aName = fc.constantFrom('Legal company', 'The legal company');
const aPortfolio = fc.constantFrom('corporate', 'growth', 'adults', 'law');
const aMilestone = fc.constantFrom('first-day', 'licence');
const aStage = fc.constantFrom(...projectStages);
const aReason = maybe(aName);
const amounts = maybe(fc.constantFrom(0, 250_000_00));
// A planned date may come with its members in either order.
const aPlannedDate = fc.oneof(
  fc.record({ on: aDay, precision: fc.constantFrom('day', 'month') }),
  fc.record({ precision: fc.constantFrom('day', 'month'), on: aDay }),
);

const recorded = {
  project: fc.constant('legal-company'),
  effectiveOn: aDay,
  precision: maybe(fc.constantFrom('day', 'month')),
  provenance: fc.constantFrom('observed', 'minuted', 'reconstructed'),
  source: maybe(fc.constant('Minutes')),
  decision: maybe(fc.constantFrom('cabinet-2016-03-21', 'cabinet-2017-01-26')),
  exception: fc.option(
    fc
      .constantFrom('project-closed', 'premise-changed', 'project-not-chartered', 'milestone-not-planned')
      .map((rule) => ({ rule, reason: 'not in the source' })),
    { nil: undefined, freq: 3 },
  ),
};
const charter = { name: aName, portfolio: aPortfolio, review: aReason, summary: aReason };
const budget = { year: fc.constantFrom(year('2016/17'), year('2017/18')), gross: amounts, net: amounts };
const plan = { milestone: aMilestone, title: aName, planned: aPlannedDate };
const forecast = { milestone: aMilestone, forecast: aPlannedDate, reason: aReason };
const rating = {
  measure: fc.constantFrom(...ratingMeasures),
  scale: fc.constantFrom('confidence', 'status'),
  version: fc.constantFrom(1, 2),
  point: fc.constantFrom('high', 'medium', 'green', 'red'),
  assessor: fc.constantFrom('Project Manager', 'Head of Internal Audit'),
  independence: fc.constantFrom(...independences),
  basis: aName,
};
const is = <const T>(value: T) => fc.constant(value);
const onStatus = { measure: is('rag'), scale: is('status'), version: is(1), point: is('green') };
const onConfidence = {
  measure: is('delivery-confidence'),
  scale: is('confidence'),
  version: is(2),
  point: fc.constantFrom('high', 'medium'),
};
const end = { outcome: fc.constantFrom(...projectOutcomes), reason: aReason };

/** What is said of the project beside its dates, without the members left out. */
const saying = <T>(kinds: readonly fc.Arbitrary<object>[], more: object): fc.Arbitrary<T> =>
  fc
    .tuple(fc.record(recorded), fc.oneof(...kinds))
    .map(([dates, said]) => JSON.parse(JSON.stringify({ ...more, ...dates, ...said })) as T);

const commands = saying<ProjectCommand>(
  [
    of('charter-project', charter),
    of('move-project', { toPortfolio: aPortfolio }),
    of('rename-project', { name: aName }),
    of('reach-project-stage', { stage: aStage, reason: aReason }),
    of('plan-milestone', plan),
    of('forecast-milestone', forecast),
    of('reach-milestone', { milestone: aMilestone }),
    of('set-project-budget', budget),
    of('rate-project', rating),
    of('rate-project', { ...rating, ...onStatus }),
    of('rate-project', { ...rating, ...onConfidence }),
    of('close-project', end),
    of('reopen-project', { reason: aName }),
  ],
  { programme: 'county' },
);

const events = saying<ProjectEvent>(
  [
    of('ProjectChartered', charter),
    of('ProjectMoved', { fromPortfolio: aPortfolio, toPortfolio: aPortfolio }),
    of('ProjectRenamed', { name: aName }),
    of('ProjectStageReached', { fromStage: aStage, stage: aStage, reason: aReason }),
    of('MilestonePlanned', plan),
    of('MilestoneForecast', forecast),
    of('MilestoneReached', { milestone: aMilestone }),
    of('ProjectBudgetSet', budget),
    of('ProjectRated', rating),
    of('ProjectClosed', end),
    of('ProjectReopened', { reason: aName }),
  ],
  {},
);

describe('Whatever is asked of a project, through the judge', () => {
  lawsOf<ProjectPart, ProjectCommand, ProjectEvent>(projectStream, {
    commands,
    events,
    beginning: [chartering.event],
    facts: elsewhere,
    holds: (state, event) => {
      const project = state.get(key) as ProjectPart;
      expect(project.status === 'closed').toBe(project.closed !== undefined);
      expect(['corporate', 'growth']).toContain(project.portfolio);
      if (event.type === 'ProjectMoved') {
        expect(project.portfolio).toBe(event.toPortfolio);
        const moved = event.fromPortfolio !== event.toPortfolio && event.exception === undefined;
        if (moved) expect(project.memberSince.on).toBe(event.effectiveOn);
      }
      const { portfolio, portfolioLog, memberSince, stage, stageLog, stageSince } = project;
      expect(portfolioLog.at(-1)).toEqual({ portfolio, ...memberSince });
      expect(stageLog.at(-1)).toMatchObject({ stage, ...stageSince });
      for (const log of [portfolioLog.map((one) => one.portfolio), stageLog.map((one) => one.stage)])
        expect(log.filter((one, n) => one === log[n - 1])).toEqual([]);
      const years = project.budgets.map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort());
      const rated = project.ratings.map(({ measure }) => measure);
      expect(rated).toEqual(ratingMeasures.filter((measure) => rated.includes(measure)));
      if (event.type === 'ProjectRated')
        expect(project.ratings).toContainEqual(
          expect.objectContaining({ point: event.point, basis: event.basis }),
        );
      const ids = project.milestones.map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      for (const { planned, forecast, forecasts, actual } of project.milestones) {
        expect(forecasts > 0).toBe(forecast !== undefined);
        for (const later of [forecast?.made, actual])
          expect(later === undefined || later.on >= planned.made.on).toBe(true);
      }
    },
  });
});
