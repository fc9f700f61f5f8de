import type { Facts } from '#acts';
import { rulesOf } from '../command.contract.js';
import { portfolioKey } from '../portfolio/state.js';
import { projectStream } from './index.js';
import {
  asked,
  budgeting,
  chartered,
  chartering,
  closed,
  closing,
  defining,
  forecasting,
  gaugingConfidence,
  inMonth,
  moving,
  planned,
  planning,
  rating,
  reaching,
  reopening,
  said,
  elsewhere as facts,
  year,
} from './legal-company.story.js';

const excused = ({ command, event }: ReturnType<typeof said>) => ({ command, excused: event });
/** As elsewhere, and the portfolio of the project was closed too. */
const withoutCorporate: Facts = {
  get: (key) => facts.get(key === portfolioKey('corporate') ? portfolioKey('adults') : key),
};
const reached = [...planned, reaching.event];
const onward = { fromStage: 'chartered', stage: 'approved' } as const;
const unplanned = said(
  '2017-06-01',
  { type: 'reach-milestone', milestone: 'second-office' },
  { type: 'MilestoneReached', milestone: 'second-office' },
);

rulesOf(
  projectStream,
  {
    'To charter a project that is chartered, into another portfolio': {
      refused: 'project-already-chartered',
      before: chartered,
      command: asked('2016-03-21', { type: 'charter-project', name: 'Legal company', portfolio: 'growth' }),
      facts,
    },
    'To charter a project again after it was closed': {
      refused: 'project-already-chartered',
      before: closed,
      command: { ...chartering.command, effectiveOn: closing.event.effectiveOn },
      facts,
    },
    'To charter a project into a portfolio that nobody opened': {
      refused: 'portfolio-not-open',
      before: [],
      command: asked('2016-03-21', { type: 'charter-project', name: 'Legal company', portfolio: 'law' }),
      facts,
    },
    'To charter a project into a portfolio that was closed': {
      refused: 'portfolio-not-open',
      before: [],
      command: asked('2016-04-18', { type: 'charter-project', name: 'Legal company', portfolio: 'adults' }),
      facts,
    },
    'To move a project to a portfolio that was closed': {
      refused: 'portfolio-not-open',
      before: chartered,
      command: asked('2016-09-01', { type: 'move-project', toPortfolio: 'adults' }),
      facts,
    },
    'To move a project that nobody chartered': {
      refused: 'project-not-chartered',
      before: [],
      command: moving.command,
      facts,
    },
    'To rename a project on the day before it was chartered': {
      refused: 'project-not-chartered',
      before: chartered,
      command: asked('2016-03-20', { type: 'rename-project', name: 'Legal company' }),
    },
    'To close a project that nobody chartered': {
      refused: 'project-not-chartered',
      before: [],
      command: closing.command,
    },
    'To reopen a project that nobody chartered': {
      refused: 'project-not-chartered',
      before: [],
      command: reopening.command,
    },
    'To reopen a project whose portfolio was closed meanwhile': {
      refused: 'portfolio-not-open',
      before: closed,
      command: reopening.command,
      facts: withoutCorporate,
    },
    'To move a project on from where a later move says it was': {
      refused: 'premise-changed',
      before: [...chartered, moving.event],
      command: asked('2016-06-13', { type: 'move-project', toPortfolio: 'growth' }),
      contradicts: 1,
      facts,
    },
    'To reach a stage before one that says it came first': {
      refused: 'premise-changed',
      before: [
        ...chartered,
        said(
          '2016-10-31',
          { type: 'reach-project-stage', stage: 'approved' },
          { type: 'ProjectStageReached', ...onward },
        ).event,
      ],
      command: defining.command,
      contradicts: 1,
    },
    'To plan a milestone that is planned, for another date': {
      refused: 'milestone-already-planned',
      before: planned,
      command: asked('2016-06-13', {
        type: 'plan-milestone',
        milestone: 'first-day',
        title: 'First day of trading',
        planned: inMonth('2017-05-01'),
      }),
    },
    'To plan a milestone again on another day': {
      refused: 'milestone-already-planned',
      before: planned,
      command: { ...planning.command, effectiveOn: moving.event.effectiveOn },
    },
    'To plan a milestone again by another decision': {
      refused: 'milestone-already-planned',
      before: planned,
      command: { ...planning.command, decision: 'cabinet-2016-06-13' },
    },
    'To forecast a milestone that nobody planned': {
      refused: 'milestone-not-planned',
      before: chartered,
      command: forecasting.command,
    },
    'To reach a milestone that nobody planned': {
      refused: 'milestone-not-planned',
      before: planned,
      command: unplanned.command,
    },
    'To reach a milestone on the day before it was planned': {
      refused: 'milestone-not-planned',
      before: planned,
      command: asked('2016-06-12', { type: 'reach-milestone', milestone: 'first-day' }),
    },
    'To forecast a milestone that was reached': {
      refused: 'milestone-already-reached',
      before: reached,
      command: asked('2017-06-02', {
        type: 'forecast-milestone',
        milestone: 'first-day',
        forecast: inMonth('2017-07-01'),
      }),
    },
    'To reach a milestone again on another day': {
      refused: 'milestone-already-reached',
      before: reached,
      command: asked('2017-06-02', { type: 'reach-milestone', milestone: 'first-day' }),
    },
    'To set a budget without an amount': {
      refused: 'amount-needed',
      before: chartered,
      command: asked('2016-06-13', { type: 'set-project-budget', year: year('2016/17') }),
    },
    'To rate a project that nobody chartered': {
      refused: 'project-not-chartered',
      before: [],
      command: gaugingConfidence.command,
      facts,
    },
    'To rate a project on a scale that nobody defined': {
      refused: 'unknown-scale',
      before: chartered,
      command: asked('2016-09-30', { type: 'rate-project', ...rating, scale: 'risk' }),
      facts,
    },
    'To rate the status of a project on a scale of confidence': {
      refused: 'measure-of-another-scale',
      before: chartered,
      command: asked('2016-09-30', { type: 'rate-project', ...rating, measure: 'rag' }),
      facts,
    },
    'To rate a project on a version of a scale that is no longer in force': {
      refused: 'scale-version-not-in-force',
      before: chartered,
      command: asked('2016-09-30', { type: 'rate-project', ...rating, version: 1, point: 'amber' }),
      facts,
    },
    'To rate a project on a version of a scale that is yet to come': {
      refused: 'scale-version-not-in-force',
      before: chartered,
      command: asked('2016-09-30', { type: 'rate-project', ...rating, version: 3 }),
      facts,
    },
    'To rate a project at a point that only the version before had': {
      refused: 'point-not-on-scale',
      before: chartered,
      command: asked('2016-09-30', { type: 'rate-project', ...rating, point: 'amber' }),
      facts,
    },
    'To rate a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said('2017-10-02', { type: 'rate-project', ...rating }, { type: 'ProjectRated', ...rating }),
      ),
      facts,
    },
    'To move a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-10-02',
          { type: 'move-project', toPortfolio: 'growth' },
          { type: 'ProjectMoved', fromPortfolio: 'corporate', toPortfolio: 'growth' },
        ),
      ),
      facts,
    },
    'To rename a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-10-02',
          { type: 'rename-project', name: 'The legal company' },
          { type: 'ProjectRenamed', name: 'The legal company' },
        ),
      ),
    },
    'To reach a stage of a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-10-02',
          { type: 'reach-project-stage', stage: 'approved' },
          { type: 'ProjectStageReached', ...onward },
        ),
      ),
    },
    'To plan a milestone of a project that was closed': {
      refused: 'project-closed',
      before: [...chartered, closing.event],
      ...excused(
        said(
          '2017-10-02',
          { type: 'plan-milestone', milestone: 'licence', title: 'Licence', planned: inMonth('2018-01-01') },
          {
            type: 'MilestonePlanned',
            milestone: 'licence',
            title: 'Licence',
            planned: inMonth('2018-01-01'),
          },
        ),
      ),
    },
    'To forecast a milestone of a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-10-02',
          { type: 'forecast-milestone', milestone: 'first-day', forecast: inMonth('2018-01-01') },
          { type: 'MilestoneForecast', milestone: 'first-day', forecast: inMonth('2018-01-01') },
        ),
      ),
    },
    'To reach a milestone on the day on which its project was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-09-29',
          { type: 'reach-milestone', milestone: 'first-day' },
          { type: 'MilestoneReached', milestone: 'first-day' },
        ),
      ),
    },
    'To set a budget of a project that was closed': {
      refused: 'project-closed',
      before: closed,
      ...excused(
        said(
          '2017-10-02',
          { type: 'set-project-budget', year: year('2016/17'), notStated: 0 },
          { type: 'ProjectBudgetSet', year: year('2016/17'), notStated: 0 },
        ),
      ),
    },
    'To close a project that was closed': {
      refused: 'project-closed',
      before: closed,
      command: asked('2017-10-31', { type: 'close-project', outcome: 'delivered' }),
    },
    'To close a project again on that day with another outcome': {
      refused: 'project-closed',
      before: closed,
      command: asked('2017-09-29', { type: 'close-project', outcome: 'stopped' }),
    },
    'To reopen a project that is open': {
      refused: 'project-not-closed',
      before: chartered,
      command: reopening.command,
    },
    'To reopen a project for another reason than it was reopened for': {
      refused: 'project-not-closed',
      before: [...closed, reopening.event],
      command: asked('2018-01-08', { type: 'reopen-project', reason: 'It was closed by mistake' }),
    },
    'To budget for a project that nobody chartered': {
      refused: 'project-not-chartered',
      before: [],
      command: budgeting.command,
    },
  },
  ['project', 'open-portfolio.ts', 'budget.ts', 'act.ts'],
);
