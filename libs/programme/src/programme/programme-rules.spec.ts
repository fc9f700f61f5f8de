import { rulesOf } from '../command.contract.js';
import { change, changing, defining, fiveToThree, scale } from './delivery-confidence.story.js';
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
  said,
  started,
  target,
  targetSet,
  thirds,
  year,
} from './facing-the-challenge.story.js';
import { programmeStream } from './index.js';

const theme = { theme: 'market-engagement', title: 'Market engagement', number: 1 };
const totals = [{ heading: 'front line', pence: 22_100_000_00, basis: 'not-stated' }] as const;
const tranche = { tranche: 'first', name: 'First tranche', totals };
const split = (years: readonly { year: ReturnType<typeof year>; pence: number }[]) =>
  said('2014-02-13', { type: 'split-savings-target', years }, { type: 'SavingsTargetSplit', years });
const excused = ({ command, event }: ReturnType<typeof said>) => ({ command, excused: event });
const planned = [started, phasePlanned];
const open = [...planned, phaseOpened];
const over = [...open, phaseClosed];
const backwards = { fromYear: year('2017/18'), toYear: year('2015/16') };
const scaled = [started, defining.event];
const changeTo = (said: object) => asked('2016-04-01', { type: 'change-rating-scale', ...change, ...said });
const upsideDown = { plannedStart: inMonth('2014-05-01'), plannedEnd: inMonth('2014-04-30') };

rulesOf(
  programmeStream,
  {
    'starting a programme that is started': {
      refused: 'programme-already-started',
      before: [started],
      command: asked('2013-09-19', { type: 'start-programme', name: 'Facing the Challenge' }),
    },
    'naming a programme before it is started': {
      refused: 'programme-not-started',
      before: [started],
      command: asked('2013-07-17', { type: 'rename-programme', name: 'Transformation' }),
    },
    'closing a programme that is closed': {
      refused: 'programme-closed',
      before: [started, closed],
      command: asked('2016-04-01', { type: 'close-programme' }),
    },
    'setting a target of a closed programme': {
      refused: 'programme-closed',
      before: [started, closed],
      ...excused(
        said(
          '2016-04-01',
          { type: 'set-savings-target', ...target },
          { type: 'SavingsTargetSet', ...target },
        ),
      ),
    },
    'a target whose years are back to front': {
      refused: 'years-reversed',
      before: [started],
      ...excused(
        said(
          '2013-09-19',
          { type: 'set-savings-target', ...target, ...backwards },
          { type: 'SavingsTargetSet', ...target, ...backwards },
        ),
      ),
    },
    'splitting a target that is not set': {
      refused: 'no-savings-target',
      before: [started],
      command: split(thirds).command,
    },
    'splitting a target over a year outside it': {
      refused: 'year-outside-target',
      before: [started, targetSet],
      ...excused(split([{ year: year('2014/15'), pence: target.pence }])),
    },
    'splitting a target with a year named twice': {
      refused: 'year-twice',
      before: [started, targetSet],
      ...excused(
        split([
          { year: year('2015/16'), pence: 139_000_000_00 },
          { year: year('2015/16'), pence: 100_000_000_00 },
        ]),
      ),
    },
    'splitting a target into more than it is': {
      refused: 'split-does-not-add-up',
      before: [started, targetSet],
      ...excused(split([...thirds.slice(0, 2), { year: year('2017/18'), pence: 76_000_000_01 }])),
    },
    'counting a reduction of units from none': {
      refused: 'unit-target-out-of-range',
      before: [started],
      command: asked('2013-09-19', { type: 'set-unit-target', baseline: 0, reductionPercent: 50 }),
    },
    'reducing units by more than all of them': {
      refused: 'unit-target-out-of-range',
      before: [started],
      command: asked('2013-09-19', { type: 'set-unit-target', baseline: 80, reductionPercent: 101 }),
    },
    'adopting a theme under another title': {
      refused: 'theme-already-adopted',
      before: [started, happened('2013-09-19', { type: 'ThemeAdopted', ...theme })],
      command: asked('2013-09-19', { type: 'adopt-theme', ...theme, title: 'Market testing' }),
    },
    'adopting a theme again on another day': {
      refused: 'theme-already-adopted',
      before: [started, happened('2013-09-19', { type: 'ThemeAdopted', ...theme })],
      command: asked('2013-12-12', { type: 'adopt-theme', ...theme }),
    },
    'defining a tranche with other totals': {
      refused: 'tranche-already-defined',
      before: [started, happened('2013-09-19', { type: 'TrancheDefined', ...tranche })],
      command: asked('2013-09-19', { type: 'define-tranche', ...tranche, totals: [] }),
    },
    'defining a tranche again on another day': {
      refused: 'tranche-already-defined',
      before: [started, happened('2013-09-19', { type: 'TrancheDefined', ...tranche })],
      command: asked('2013-12-12', { type: 'define-tranche', ...tranche }),
    },
    'defining a tranche with a heading given twice': {
      refused: 'heading-twice',
      before: [started],
      ...excused(
        said(
          '2013-09-19',
          { type: 'define-tranche', ...tranche, totals: [...totals, ...totals] },
          { type: 'TrancheDefined', ...tranche, totals: [...totals, ...totals] },
        ),
      ),
    },
    'defining a tranche of a phase that nobody planned': {
      refused: 'phase-not-planned',
      before: [started],
      ...excused(
        said(
          '2013-09-19',
          { type: 'define-tranche', ...tranche, phase: 'phase-1' },
          { type: 'TrancheDefined', ...tranche, phase: 'phase-1' },
        ),
      ),
    },
    'opening a phase that nobody planned': {
      refused: 'phase-not-planned',
      before: [started],
      command: asked('2013-10-01', { type: 'open-phase', phase: 'phase-1' }),
    },
    'planning a phase again on another day': {
      refused: 'phase-already-planned',
      before: planned,
      command: asked('2013-12-12', { type: 'plan-phase', ...phase1 }),
    },
    'planning a phase that ends before it starts': {
      refused: 'plan-reversed',
      before: [started],
      ...excused(
        said(
          '2013-09-19',
          { type: 'plan-phase', ...phase1, ...upsideDown },
          { type: 'PhasePlanned', ...phase1, ...upsideDown },
        ),
      ),
    },
    'planning a start anew after the planned end': {
      refused: 'plan-reversed',
      before: planned,
      ...excused(
        said(
          '2013-12-12',
          { type: 'replan-phase', phase: 'phase-1', plannedStart: inMonth('2014-05-01'), reason: 'Late' },
          { type: 'PhaseReplanned', phase: 'phase-1', plannedStart: inMonth('2014-05-01'), reason: 'Late' },
        ),
      ),
    },
    'planning a phase anew without a date': {
      refused: 'no-dates-given',
      before: planned,
      command: asked('2013-12-12', { type: 'replan-phase', phase: 'phase-1', reason: 'It is late' }),
    },
    'planning a closed phase anew': {
      refused: 'phase-closed',
      before: over,
      ...excused(
        said(
          '2014-05-15',
          { type: 'replan-phase', phase: 'phase-1', plannedEnd: inMonth('2014-06-30'), reason: 'Late' },
          { type: 'PhaseReplanned', phase: 'phase-1', plannedEnd: inMonth('2014-06-30'), reason: 'Late' },
        ),
      ),
    },
    'opening an open phase on another day': {
      refused: 'phase-already-open',
      before: open,
      command: asked('2013-10-14', { type: 'open-phase', phase: 'phase-1' }),
    },
    'opening a closed phase as if it were new': {
      refused: 'phase-closed',
      before: over,
      ...excused(
        said(
          '2014-05-15',
          { type: 'open-phase', phase: 'phase-1' },
          { type: 'PhaseOpened', phase: 'phase-1' },
        ),
      ),
    },
    'closing a phase that was never opened': {
      refused: 'phase-not-open',
      before: planned,
      command: asked('2014-04-30', { type: 'close-phase', phase: 'phase-1' }),
      excused: phaseClosed,
    },
    'closing a closed phase on another day': {
      refused: 'phase-already-closed',
      before: over,
      command: asked('2014-05-15', { type: 'close-phase', phase: 'phase-1' }),
    },
    'closing a closed phase for another reason': {
      refused: 'phase-already-closed',
      before: over,
      command: asked('2014-04-30', { type: 'close-phase', phase: 'phase-1', reason: 'It is late' }),
    },
    'reopening a phase that is open': {
      refused: 'phase-not-closed',
      before: open,
      command: asked('2014-04-30', { type: 'reopen-phase', phase: 'phase-1', reason: 'It is not over' }),
    },
    'reopening for another reason a phase that was reopened': {
      refused: 'phase-not-closed',
      before: [
        ...over,
        happened('2014-05-15', { type: 'PhaseReopened', phase: 'phase-1', reason: 'It is not over' }),
      ],
      command: asked('2014-05-15', { type: 'reopen-phase', phase: 'phase-1', reason: 'The Leader asked' }),
    },
    'counting clear days on a basis that is none': {
      refused: 'setting-value-unsuitable',
      before: [started],
      command: asked('2013-07-18', { type: 'set-council-setting', setting: 'call-in-basis', value: 5 }),
    },
    'a number of clear days that is no number': {
      refused: 'setting-value-unsuitable',
      before: [started],
      command: asked('2013-07-18', {
        type: 'set-council-setting',
        setting: 'call-in-clear-days',
        value: '5',
      }),
    },
    'a number of clear days below none': {
      refused: 'setting-value-unsuitable',
      before: [started],
      command: asked('2013-07-18', { type: 'set-council-setting', setting: 'call-in-clear-days', value: -1 }),
    },
    'defining a scale that is defined, with other points': {
      refused: 'scale-already-defined',
      before: scaled,
      command: asked('2014-04-01', { type: 'define-rating-scale', ...scale, points: scale.points.slice(1) }),
    },
    'defining a scale again on another day': {
      refused: 'scale-already-defined',
      before: scaled,
      command: asked('2014-07-01', { type: 'define-rating-scale', ...scale }),
    },
    'defining a scale of one point': {
      refused: 'points-unsuitable',
      before: [started],
      command: asked('2014-04-01', {
        type: 'define-rating-scale',
        ...scale,
        points: scale.points.slice(1, 2),
      }),
    },
    'defining a scale with a point given twice': {
      refused: 'points-unsuitable',
      before: [started],
      command: asked('2014-04-01', {
        type: 'define-rating-scale',
        ...scale,
        points: [...scale.points, { id: 'red', label: 'Red', order: 6 }],
      }),
    },
    'defining a scale with two points in one place': {
      refused: 'points-unsuitable',
      before: [started],
      command: asked('2014-04-01', {
        type: 'define-rating-scale',
        ...scale,
        points: [...scale.points, { id: 'black', label: 'Black', order: 5 }],
      }),
    },
    'changing a scale that nobody defined': {
      refused: 'scale-not-defined',
      before: [started],
      command: changing.command,
    },
    'changing a scale on the day before it was defined': {
      refused: 'scale-not-defined',
      before: scaled,
      command: { ...changing.command, effectiveOn: again(defining.event, '2014-03-31').effectiveOn },
    },
    'changing a scale before a change that says it came first': {
      refused: 'premise-changed',
      before: [...scaled, changing.event],
      command: { ...changing.command, effectiveOn: again(changing.event, '2015-04-01').effectiveOn },
      contradicts: 2,
    },
    'changing a scale to the version it has': {
      refused: 'version-not-later',
      before: scaled,
      command: changeTo({ version: 1 }),
    },
    'changing a scale to one point': {
      refused: 'points-unsuitable',
      before: scaled,
      command: changeTo({ points: change.points.slice(1, 2) }),
    },
    'changing a scale without saying what an old point comes to': {
      refused: 'mapping-not-total',
      before: scaled,
      command: changeTo({ mapping: fiveToThree.slice(1) }),
    },
    'changing a scale with an old point mapped twice': {
      refused: 'mapping-outside-scale',
      before: scaled,
      command: changeTo({ mapping: [...fiveToThree, { fromPoint: 'red', toPoint: 'medium' }] }),
    },
    'changing a scale with a point mapped that it never had': {
      refused: 'mapping-outside-scale',
      before: scaled,
      command: changeTo({ mapping: [...fiveToThree, { fromPoint: 'black', toPoint: 'low' }] }),
    },
    'changing a scale with a point mapped to none of the new': {
      refused: 'mapping-outside-scale',
      before: scaled,
      command: changeTo({ mapping: [...fiveToThree.slice(1), { fromPoint: 'amber', toPoint: 'amber' }] }),
    },
    'defining a scale of a closed programme': {
      refused: 'programme-closed',
      before: [started, closed],
      ...excused(
        said(
          '2016-04-01',
          { type: 'define-rating-scale', ...scale },
          { type: 'RatingScaleDefined', ...scale },
        ),
      ),
    },
    'a theme on the day on which the programme is closed': {
      refused: 'programme-closed',
      before: [started, again(closed, '2013-09-19')],
      command: asked('2013-09-19', { type: 'adopt-theme', ...theme }),
      excused: happened('2013-09-19', { type: 'ThemeAdopted', ...theme }),
    },
  },
  ['programme', 'act.ts'],
);
