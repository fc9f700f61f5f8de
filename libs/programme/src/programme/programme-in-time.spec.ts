import { commandsInTime } from '../command.contract.js';
import { changing, defining } from './delivery-confidence.story.js';
import {
  again,
  asked,
  closed,
  happened,
  inMonth,
  phase1,
  phaseClosed,
  phaseOpened,
  phasePlanned,
  renamed,
  said,
  started,
  target,
  targetSet,
  thirds,
} from './facing-the-challenge.story.js';
import { programmeStream } from './index.js';

const named = { name: 'Facing the Challenge' };
const theme = { theme: 'market-engagement', title: 'Market engagement and services review', number: 1 };
const tranche = {
  tranche: 'first',
  name: 'First tranche of reviews',
  totals: [
    { heading: 'corporate support', pence: 76_100_000_00, basis: 'not-stated' },
    { heading: 'front line', pence: 22_100_000_00, basis: 'not-stated' },
  ],
} as const;
const larger = { ...target, pence: 250_000_000_00 };
const later = renamed;

const rename = said(
  '2014-04-01',
  { type: 'rename-programme', name: 'Whole-Council Transformation' },
  { type: 'ProgrammeRenamed', name: 'Whole-Council Transformation' },
);
const adopt = said('2013-09-19', { type: 'adopt-theme', ...theme }, { type: 'ThemeAdopted', ...theme });
const define = said(
  '2013-09-19',
  { type: 'define-tranche', ...tranche },
  { type: 'TrancheDefined', ...tranche },
);
const slower = { phase: 'phase-1', plannedStart: inMonth('2014-03-01'), reason: 'The briefs came late' };
const resumed = { phase: 'phase-1', reason: 'Two reviews were not finished' };
const reopen = said(
  '2014-05-15',
  { type: 'reopen-phase', ...resumed },
  { type: 'PhaseReopened', ...resumed },
);
const callIn = { setting: 'call-in-clear-days', value: 5 } as const;
const baseline = { baseline: 80, reductionPercent: 50 };

commandsInTime(programmeStream, {
  'start-programme': {
    before: [],
    ...said('2013-07-18', { type: 'start-programme', ...named }, { type: 'ProgrammeStarted', ...named }),
    instead: '2013-07-17',
    contradicts: { entry: again(started, '2013-09-19'), refused: 'programme-already-started' },
  },
  'rename-programme': {
    before: [started],
    ...rename,
    instead: '2014-04-02',
    later,
  },
  'close-programme': {
    before: [started],
    command: asked('2016-03-31', { type: 'close-programme', reason: 'Its phases are over' }),
    event: closed,
    instead: '2016-04-30',
    contradicts: { entry: again(renamed, '2016-04-01'), refused: 'programme-closed' },
  },
  'set-savings-target': {
    before: [started, targetSet],
    ...said('2014-02-13', { type: 'set-savings-target', ...larger }, { type: 'SavingsTargetSet', ...larger }),
    instead: '2014-02-14',
    later: happened('2015-02-12', { type: 'SavingsTargetSet', ...target, basis: 'net' }),
    contradicts: {
      entry: happened('2014-03-27', { type: 'SavingsTargetSplit', years: thirds }),
      refused: 'split-does-not-add-up',
    },
  },
  'split-savings-target': {
    before: [started, targetSet],
    ...said(
      '2014-02-13',
      { type: 'split-savings-target', years: thirds },
      { type: 'SavingsTargetSplit', years: thirds },
    ),
    instead: '2014-02-14',
    later: happened('2015-02-12', { type: 'SavingsTargetSet', ...larger }),
  },
  'set-unit-target': {
    before: [started],
    ...said('2013-09-19', { type: 'set-unit-target', ...baseline }, { type: 'UnitTargetSet', ...baseline }),
    instead: '2013-09-20',
    later: happened('2015-03-26', { type: 'UnitTargetSet', ...baseline, reductionPercent: 40 }),
  },
  'adopt-theme': {
    before: [started],
    ...adopt,
    instead: '2013-09-20',
    later,
    contradicts: { entry: again(adopt.event, '2013-12-12'), refused: 'theme-already-adopted' },
  },
  'define-tranche': {
    before: [started],
    ...define,
    instead: '2013-09-20',
    later,
    contradicts: { entry: again(define.event, '2013-12-12'), refused: 'tranche-already-defined' },
  },
  'plan-phase': {
    before: [started],
    command: asked('2013-09-19', { type: 'plan-phase', ...phase1 }),
    event: phasePlanned,
    instead: '2013-09-20',
    later,
    contradicts: { entry: again(phasePlanned, '2013-12-12'), refused: 'phase-already-planned' },
  },
  'replan-phase': {
    before: [started, phasePlanned],
    ...said('2013-12-12', { type: 'replan-phase', ...slower }, { type: 'PhaseReplanned', ...slower }),
    instead: '2013-12-13',
    later: again(phaseOpened, '2014-03-03'),
    contradicts: {
      entry: happened('2014-01-20', {
        type: 'PhaseReplanned',
        phase: 'phase-1',
        plannedEnd: inMonth('2014-02-28'),
        reason: 'The market is quicker than was thought',
      }),
      refused: 'plan-reversed',
    },
  },
  'open-phase': {
    before: [started, phasePlanned],
    command: asked('2013-10-01', { type: 'open-phase', phase: 'phase-1' }),
    event: phaseOpened,
    instead: '2013-10-02',
    later: happened('2014-03-27', {
      type: 'PhaseReplanned',
      phase: 'phase-1',
      plannedEnd: inMonth('2014-05-31'),
      reason: 'The Council meets in May',
    }),
    contradicts: { entry: again(phaseOpened, '2013-10-14'), refused: 'phase-already-open' },
  },
  'close-phase': {
    before: [started, phasePlanned, phaseOpened],
    command: asked('2014-04-30', { type: 'close-phase', phase: 'phase-1' }),
    event: phaseClosed,
    instead: '2014-05-15',
    later,
    contradicts: { entry: again(phaseClosed, '2014-05-31'), refused: 'phase-already-closed' },
  },
  'reopen-phase': {
    before: [started, phasePlanned, phaseOpened, phaseClosed],
    ...reopen,
    instead: '2014-05-16',
    later,
    contradicts: { entry: again(reopen.event, '2014-06-02'), refused: 'phase-not-closed' },
  },
  'set-council-setting': {
    before: [started],
    ...said(
      '2013-07-18',
      { type: 'set-council-setting', ...callIn },
      { type: 'CouncilSettingChanged', ...callIn },
    ),
    instead: '2013-07-19',
    later: happened('2015-03-26', { type: 'CouncilSettingChanged', ...callIn, value: 7 }),
  },
  'define-rating-scale': {
    before: [started],
    ...defining,
    instead: '2014-04-02',
    later,
    contradicts: { entry: again(defining.event, '2014-07-01'), refused: 'scale-already-defined' },
  },
  'change-rating-scale': {
    before: [started, defining.event],
    ...changing,
    instead: '2016-04-04',
    later: again(renamed, '2017-04-03'),
    contradicts: { entry: again(changing.event, '2016-07-01'), refused: 'premise-changed' },
  },
});
