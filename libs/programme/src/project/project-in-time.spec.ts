import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { projectStream, type ProjectEvent } from './index.js';
import {
  budgeting,
  chartered,
  chartering,
  closed,
  closing,
  defining,
  forecasting,
  gaugingConfidence,
  happened,
  inMonth,
  moving,
  planned,
  planning,
  rating,
  reaching,
  renamed,
  reopening,
  said,
  elsewhere as facts,
  year,
} from './legal-company.story.js';

const again = (entry: ProjectEvent, day: string) => ({ ...entry, effectiveOn: civilDate(day) });

commandsInTime(projectStream, {
  'charter-project': {
    before: [],
    ...chartering,
    facts,
    instead: '2016-03-22',
    contradicts: { entry: again(chartering.event, '2016-04-18'), refused: 'project-already-chartered' },
  },
  'move-project': {
    before: chartered,
    ...moving,
    facts,
    instead: '2016-09-02',
    later: renamed,
    contradicts: {
      entry: happened('2017-04-03', {
        type: 'ProjectMoved',
        fromPortfolio: 'corporate',
        toPortfolio: 'growth',
      }),
      refused: 'premise-changed',
    },
  },
  'rename-project': {
    before: chartered,
    ...said(
      '2016-04-18',
      { type: 'rename-project', name: 'Legal Services Limited' },
      { type: 'ProjectRenamed', name: 'Legal Services Limited' },
    ),
    instead: '2016-04-19',
    later: renamed,
  },
  'reach-project-stage': {
    before: chartered,
    ...defining,
    instead: '2016-06-14',
    later: renamed,
    contradicts: {
      entry: happened('2016-10-31', {
        type: 'ProjectStageReached',
        fromStage: 'chartered',
        stage: 'approved',
      }),
      refused: 'premise-changed',
    },
  },
  'plan-milestone': {
    before: chartered,
    ...planning,
    instead: '2016-06-14',
    later: renamed,
    contradicts: { entry: again(planning.event, '2016-09-01'), refused: 'milestone-already-planned' },
  },
  'forecast-milestone': {
    before: planned,
    ...forecasting,
    instead: '2017-01-27',
    later: happened('2017-03-30', {
      type: 'MilestoneForecast',
      milestone: 'first-day',
      forecast: inMonth('2017-07-01'),
    }),
  },
  'reach-milestone': {
    before: planned,
    ...reaching,
    instead: '2017-06-02',
    later: renamed,
    contradicts: { entry: again(forecasting.event, '2017-06-05'), refused: 'milestone-already-reached' },
  },
  'set-project-budget': {
    before: chartered,
    ...budgeting,
    instead: '2016-06-14',
    later: happened('2016-10-31', { type: 'ProjectBudgetSet', year: year('2016/17'), gross: 300_000_00 }),
  },
  'rate-project': {
    before: chartered,
    ...gaugingConfidence,
    facts,
    instead: '2016-10-03',
    later: happened('2017-03-31', { type: 'ProjectRated', ...rating, point: 'low' }),
  },
  'close-project': {
    before: planned,
    ...closing,
    instead: '2017-10-31',
    contradicts: { entry: renamed, refused: 'project-closed' },
  },
  'reopen-project': {
    before: closed,
    ...reopening,
    facts,
    instead: '2018-01-09',
    contradicts: { entry: again(reopening.event, '2018-02-01'), refused: 'project-not-closed' },
  },
});
