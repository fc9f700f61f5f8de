import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { councilSettings } from '#governance';
import { given } from '#testing';
import {
  asked,
  closed,
  happened,
  minuted,
  onDay,
  phase1,
  phaseClosed,
  phaseOpened,
  phasePlanned,
  renamed,
  started,
  target,
  targetSet,
  thirds,
  year,
} from './facing-the-challenge.story.js';
import { programmeStream, type ProgrammeEvent, type ProgrammePart } from './index.js';

const partAfter = (key: string, entries: readonly ProgrammeEvent[], day?: string) =>
  given(programmeStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(key);
const programme = (entries: readonly ProgrammeEvent[], day?: string) =>
  partAfter('programme/county', entries, day);
const phase = (entries: readonly ProgrammeEvent[], day?: string) => partAfter('phase/phase-1', entries, day);
const over = [started, phasePlanned, phaseOpened, phaseClosed];
const reopened = happened('2014-05-15', {
  type: 'PhaseReopened',
  phase: 'phase-1',
  reason: 'Two reviews were not finished',
});

describe('A programme', () => {
  it('is nothing before the day it was started, and a name from then on', () => {
    expect(programme([started], '2013-07-17')).toBeUndefined();
    expect(programme([started], '2013-07-18')).toEqual({
      kind: 'programme',
      id: 'county',
      name: 'Facing the Challenge',
      started: minuted('2013-07-18'),
    });
  });

  it('keeps what it is for, its source, its decision and how exactly its day is known', () => {
    const words = {
      name: 'Facing the Challenge',
      purpose: 'Whole-council transformation',
      precision: 'month',
      decision: 'council-2013-07-18',
      source: 'Minutes',
    } as const;
    const after = given(programmeStream, [])
      .when(asked('2013-07-01', { type: 'start-programme', ...words }))
      .thenRecords([happened('2013-07-01', { type: 'ProgrammeStarted', ...words })]);
    expect(after.asAt().get('programme/county')).toEqual({
      kind: 'programme',
      id: 'county',
      name: 'Facing the Challenge',
      purpose: 'Whole-council transformation',
      started: { ...minuted('2013-07-01'), precision: 'month', decision: 'council-2013-07-18' },
      source: 'Minutes',
    });
  });

  it('has on any day the name it had on that day, and says when and why it was closed', () => {
    const entries = [started, renamed, closed];
    expect(programme(entries, '2015-03-25')).toMatchObject({ name: 'Facing the Challenge' });
    expect(programme(entries, '2015-03-26')).toMatchObject({ name: 'Transformation' });
    expect(programme(entries, '2016-03-30')).not.toHaveProperty('closed');
    expect(programme(entries, '2016-03-31')).toMatchObject({
      closed: { ...minuted('2016-03-31'), reason: 'Its phases are over' },
    });
  });

  it('reads nothing elsewhere', () => {
    expect(programmeStream.reads(asked('2013-07-18', { type: 'start-programme', name: 'Any' }))).toEqual([]);
  });
});

describe('The savings target', () => {
  it('is one figure over its years, with its basis', () => {
    expect(programme([started, targetSet])).toMatchObject({
      savingsTarget: { ...target, set: minuted('2013-09-19') },
    });
    expect(programme([started, targetSet])).not.toHaveProperty('savingsTarget.years');
  });

  it('is split only from the day on which somebody decided so, in order of year however it was said', () => {
    const after = given(programmeStream, [started, targetSet])
      .when(asked('2014-02-13', { type: 'split-savings-target', years: [...thirds].reverse() }))
      .thenRecords([happened('2014-02-13', { type: 'SavingsTargetSplit', years: thirds })]);
    expect(after.asAt(civilDate('2014-02-12')).get('programme/county')).toEqual(
      programme([started, targetSet]),
    );
    expect(after.asAt().get('programme/county')).toMatchObject({
      savingsTarget: {
        ...target,
        set: minuted('2013-09-19'),
        years: thirds,
        split: minuted('2014-02-13'),
      },
    });
  });

  it('is whole again once it is set anew: the old split was of the old figure', () => {
    const entries = [
      started,
      targetSet,
      happened('2014-02-13', { type: 'SavingsTargetSplit', years: thirds }),
      happened('2015-02-12', { type: 'SavingsTargetSet', ...target, priceBase: '2014/15 prices' }),
    ];
    expect(programme(entries)).toMatchObject({
      savingsTarget: { ...target, priceBase: '2014/15 prices', set: minuted('2015-02-12') },
    });
    expect(programme(entries)).not.toHaveProperty('savingsTarget.years');
    expect(programme(entries)).not.toHaveProperty('savingsTarget.split');
  });

  it('keeps its split where it is said again word for word, and not where it is set anew on another day', () => {
    const split = happened('2014-02-13', { type: 'SavingsTargetSplit', years: thirds });
    const once = given(programmeStream, [started, targetSet, split]);
    const setting = { type: 'set-savings-target', ...target } as const;
    once.when(asked('2013-09-19', setting)).thenNothing();
    const anew = once
      .when(asked('2015-02-12', setting))
      .thenRecords([happened('2015-02-12', { type: 'SavingsTargetSet', ...target })]);
    expect(anew.asAt().get('programme/county')).toMatchObject({
      savingsTarget: { ...target, set: minuted('2015-02-12') },
    });
    expect(anew.asAt().get('programme/county')).not.toHaveProperty('savingsTarget.years');
    const sameDay = happened('2013-09-19', { type: 'SavingsTargetSplit', years: thirds });
    given(programmeStream, [started, targetSet, sameDay]).when(asked('2013-09-19', setting)).thenNothing();
  });

  it('is recorded again where another decision set the same figure', () => {
    const decision = 'council-2014-02-13';
    const day = civilDate('2014-02-13');
    given(programmeStream, [started, targetSet])
      .when({ ...asked('2014-02-13', { type: 'set-savings-target', ...target }), decision })
      .thenRecords([{ ...targetSet, effectiveOn: day, decision }]);
  });

  it('may be of one year', () => {
    const oneYear = { ...target, toYear: year('2015/16') };
    given(programmeStream, [started])
      .when(asked('2013-09-19', { type: 'set-savings-target', ...oneYear }))
      .thenRecords([happened('2013-09-19', { type: 'SavingsTargetSet', ...oneYear })]);
  });
});

describe('The target for units', () => {
  it.each([
    [80, 50, 40],
    [81, 50, 41],
    [80, 33, 54],
    [80, 0, 80],
    [80, 100, 0],
  ])('of %i units reduced by %i per cent is %i', (baseline, reductionPercent, left) => {
    expect(
      programme([started, happened('2013-09-19', { type: 'UnitTargetSet', baseline, reductionPercent })]),
    ).toMatchObject({
      unitTarget: { baseline, reductionPercent, target: left, set: minuted('2013-09-19') },
    });
  });
});

describe('A phase', () => {
  it('is planned and no more, though its planned days have passed', () => {
    expect(phase([started, phasePlanned], '2013-09-18')).toBeUndefined();
    expect(phase([started, phasePlanned], '2015-01-01')).toEqual({
      kind: 'phase',
      id: 'phase-1',
      name: 'Phase 1',
      planned: minuted('2013-09-19'),
      plannedStart: phase1.plannedStart,
      plannedEnd: phase1.plannedEnd,
      status: 'planned',
      statusLog: [],
    });
  });

  it('is open from the day it was opened to the day before it was closed', () => {
    const on = (day: string) => (phase(over, day) as { status: string }).status;
    expect([on('2013-09-30'), on('2013-10-01'), on('2014-04-29'), on('2014-04-30')]).toEqual([
      'planned',
      'open',
      'open',
      'closed',
    ]);
  });

  it('says when it was opened, closed and reopened, and is closed no longer once it is reopened', () => {
    expect(phase(over)).toMatchObject({
      status: 'closed',
      opened: minuted('2013-10-01'),
      closed: minuted('2014-04-30'),
    });
    expect(phase([...over, reopened])).toEqual({
      ...(phase([started, phasePlanned, phaseOpened]) as object),
      reopened: { ...minuted('2014-05-15'), reason: 'Two reviews were not finished' },
      statusLog: [
        { how: 'opened', ...minuted('2013-10-01') },
        { how: 'closed', ...minuted('2014-04-30') },
        { how: 'reopened', ...minuted('2014-05-15'), reason: 'Two reviews were not finished' },
      ],
    });
  });

  it('keeps the planned date that was not planned anew, and says why the other was', () => {
    const later = happened('2013-12-12', {
      type: 'PhaseReplanned',
      phase: 'phase-1',
      plannedEnd: onDay('2014-05-15'),
      reason: 'The Council meets in May',
    });
    expect(phase([started, phasePlanned, later])).toMatchObject({
      plannedStart: phase1.plannedStart,
      plannedEnd: onDay('2014-05-15'),
      replanned: { ...minuted('2013-12-12'), reason: 'The Council meets in May' },
    });
  });

  it('may overlap another', () => {
    const second = { phase: 'phase-2', name: 'Phase 2' };
    const both = [
      started,
      phasePlanned,
      phaseOpened,
      happened('2013-12-12', { type: 'PhasePlanned', ...second }),
      happened('2014-01-06', { type: 'PhaseOpened', phase: 'phase-2' }),
    ];
    expect([phase(both), partAfter('phase/phase-2', both)]).toMatchObject([
      { status: 'open' },
      { status: 'open' },
    ]);
  });

  it('may be planned anew as it is planned: that it was confirmed, and when, is an entry once', () => {
    const confirmed = { phase: 'phase-1', plannedEnd: phase1.plannedEnd, reason: 'It was confirmed' };
    const confirming = asked('2013-12-12', { type: 'replan-phase', ...confirmed });
    const entry = happened('2013-12-12', { type: 'PhaseReplanned', ...confirmed });
    const after = given(programmeStream, [started, phasePlanned]).when(confirming).thenRecords([entry]);
    expect(after.asAt().get('phase/phase-1')).toEqual({
      ...(phase([started, phasePlanned]) as object),
      replanned: { ...minuted('2013-12-12'), reason: 'It was confirmed' },
    });
    given(programmeStream, [started, phasePlanned, entry]).when(confirming).thenNothing();
  });

  it('has its planned dates written in one order, however they were sent', () => {
    const sent = { precision: 'month', on: civilDate('2013-10-01') } as const;
    const other = happened('2013-09-19', { type: 'PhasePlanned', ...phase1, plannedStart: sent });
    const anew = happened('2013-12-12', {
      type: 'PhaseReplanned',
      phase: 'phase-1',
      plannedStart: sent,
      reason: 'It was confirmed',
    });
    expect(JSON.stringify(phase([started, other]))).toBe(JSON.stringify(phase([started, phasePlanned])));
    expect(JSON.stringify(phase([started, phasePlanned, anew]))).toContain(
      '"plannedStart":{"on":"2013-10-01","precision":"month"}',
    );
  });
});

describe('Themes, tranches and settings', () => {
  it('are each a thing of its own, from the day it was adopted, defined or changed', () => {
    const totals = [{ heading: 'front line', pence: 22_100_000_00, basis: 'not-stated' }] as const;
    const entries = [
      started,
      happened('2013-09-19', {
        type: 'ThemeAdopted',
        theme: 'market-engagement',
        title: 'Market engagement',
        number: 1,
      }),
      happened('2013-09-19', { type: 'TrancheDefined', tranche: 'first', name: 'First tranche', totals }),
    ];
    expect(partAfter('theme/market-engagement', entries, '2013-09-18')).toBeUndefined();
    expect(partAfter('theme/market-engagement', entries)).toEqual({
      kind: 'theme',
      id: 'market-engagement',
      number: 1,
      title: 'Market engagement',
      adopted: minuted('2013-09-19'),
    });
    expect(partAfter('tranche/first', entries)).toEqual({
      kind: 'tranche',
      id: 'first',
      name: 'First tranche',
      totals,
      defined: minuted('2013-09-19'),
    });
  });

  it.each(councilSettings)(
    'the setting %s takes a basis of days if it is named after one, else a number',
    (setting) => {
      const takes = (value: string | number) => {
        const entry = happened('2013-07-18', { type: 'CouncilSettingChanged', setting, value });
        return programmeStream.permits(
          new Map([['programme/county', programme([started]) as ProgrammePart]]),
          entry,
        );
      };
      const isBasis = setting.endsWith('-basis');
      const taken = [takes('working'), takes('calendar'), takes(0), takes(7)].map((refusal) => !refusal);
      expect(taken).toEqual([isBasis, isBasis, !isBasis, !isBasis]);
      expect(takes(isBasis ? 'weekly' : -1)).toMatchObject({ refused: 'setting-value-unsuitable' });
    },
  );

  it('a setting is on any day what it was last changed to by then', () => {
    const entries = [
      started,
      happened('2013-07-18', { type: 'CouncilSettingChanged', setting: 'call-in-clear-days', value: 5 }),
      happened('2015-03-26', { type: 'CouncilSettingChanged', setting: 'call-in-clear-days', value: 7 }),
    ];
    const on = (day: string) => partAfter('setting/call-in-clear-days', entries, day);
    expect(on('2015-03-25')).toEqual({
      kind: 'setting',
      id: 'call-in-clear-days',
      value: 5,
      changed: minuted('2013-07-18'),
    });
    expect(on('2015-03-26')).toMatchObject({ value: 7, changed: minuted('2015-03-26') });
  });
});
