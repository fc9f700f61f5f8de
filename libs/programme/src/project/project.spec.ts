import { describe, expect, it } from '@jest/globals';
import { noFacts } from '#acts';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { projectStream, type ProjectEvent } from './index.js';
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
  green,
  happened,
  inMonth,
  minuted,
  moving,
  planned,
  planning,
  rating,
  reaching,
  renamed,
  reopening,
  elsewhere,
  year,
} from './legal-company.story.js';

const key = 'project/legal-company';
const projectAfter = (entries: readonly ProjectEvent[], day?: string) =>
  given(projectStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(key);

describe('A project', () => {
  it('is nothing before the day it was chartered, and open in its portfolio from then on', () => {
    expect(projectAfter(chartered, '2016-03-20')).toBeUndefined();
    expect(projectAfter(chartered, '2016-03-21')).toEqual({
      kind: 'project',
      id: 'legal-company',
      name: 'Legal Services company',
      portfolio: 'corporate',
      review: 'legal-services',
      summary: 'Sets up the company that the council chose',
      chartered: minuted('2016-03-21'),
      memberSince: minuted('2016-03-21'),
      stage: 'chartered',
      stageSince: minuted('2016-03-21'),
      stageLog: [{ stage: 'chartered', ...minuted('2016-03-21') }],
      portfolioLog: [{ portfolio: 'corporate', ...minuted('2016-03-21') }],
      status: 'open',
      statusLog: [],
      milestones: [],
      budgets: [],
      ratings: [],
    });
  });

  it('keeps every stage it was at and every portfolio it was in, whatever came after', () => {
    const stages = [
      happened('2016-05-01', { type: 'ProjectStageReached', fromStage: 'chartered', stage: 'approved' }),
      happened('2016-06-01', { type: 'ProjectStageReached', fromStage: 'approved', stage: 'delivering' }),
      happened('2016-07-01', {
        type: 'ProjectStageReached',
        fromStage: 'delivering',
        stage: 'approved',
        reason: 'The licence is late',
      }),
    ];
    const after = projectAfter([...chartered, ...stages, moving.event]);
    expect(after?.stageLog.map(({ stage, on, reason }) => [stage, on, reason ?? ''])).toEqual([
      ['chartered', '2016-03-21', ''],
      ['approved', '2016-05-01', ''],
      ['delivering', '2016-06-01', ''],
      ['approved', '2016-07-01', 'The licence is late'],
    ]);
    expect(after?.portfolioLog.map(({ portfolio, on }) => [portfolio, on])).toEqual([
      ['corporate', '2016-03-21'],
      ['growth', moving.event.effectiveOn],
    ]);
  });

  it('needs no review and no summary, and keeps its source, its decision and how exactly its day is known', () => {
    const known = { precision: 'month', decision: 'cabinet-2016-03-21', source: 'Minutes' } as const;
    const words = { name: 'Library trust', portfolio: 'growth', ...known };
    const after = given(projectStream, [])
      .when(asked('2016-03-01', { type: 'charter-project', ...words }), elsewhere)
      .thenRecords([happened('2016-03-01', { type: 'ProjectChartered', ...words })]);
    const fact = { ...minuted('2016-03-01'), precision: 'month', decision: 'cabinet-2016-03-21' };
    expect(after.asAt().get(key)).toMatchObject({
      name: 'Library trust',
      chartered: fact,
      source: 'Minutes',
      stageSince: fact,
    });
  });

  it('has on any day the name and the stage it had on that day', () => {
    const approving = happened('2016-06-13', {
      type: 'ProjectStageReached',
      fromStage: 'chartered',
      stage: 'approved',
    });
    const back = happened('2016-10-31', {
      type: 'ProjectStageReached',
      fromStage: 'approved',
      stage: 'defined',
      reason: 'The case is to be made anew',
    });
    const entries = [...chartered, approving, back, renamed];
    const on = (day: string) => {
      const { name, stage, stageSince } = projectAfter(entries, day) ?? {};
      return [name, stage, stageSince?.on];
    };
    expect(on('2016-06-12')).toEqual(['Legal Services company', 'chartered', '2016-03-21']);
    expect(on('2016-06-13')).toEqual(['Legal Services company', 'approved', '2016-06-13']);
    expect(on('2016-10-31')).toEqual(['Legal Services company', 'defined', '2016-10-31']);
    expect(on('2018-04-01')).toEqual(['The legal company', 'defined', '2016-10-31']);
  });

  it('may pass over a stage: what it reached is what was reported', () => {
    given(projectStream, chartered)
      .when(asked('2016-10-31', { type: 'reach-project-stage', stage: 'delivering' }))
      .thenRecords([
        happened('2016-10-31', {
          type: 'ProjectStageReached',
          fromStage: 'chartered',
          stage: 'delivering',
        }),
      ]);
  });

  it('is not chartered again by another decision: the charter is struck to correct it', () => {
    given(projectStream, chartered)
      .when({ ...chartering.command, decision: 'cabinet-2016-04-18' }, elsewhere)
      .thenRefused('project-already-chartered');
  });

  it('touches itself alone', () => {
    for (const { event } of [chartering, moving, defining, planning, reaching, budgeting, closing, reopening])
      expect(projectStream.touches(event)).toEqual([key]);
  });
});

describe('The stage of a project', () => {
  it('is not reached again where the project is at it already, whoever says so and when', () => {
    const again = {
      ...defining.command,
      effectiveOn: civilDate('2016-10-31'),
      decision: 'cabinet-2016-10-31',
    };
    given(projectStream, [...chartered, defining.event])
      .when(again)
      .thenNothing();
  });
});

describe('The portfolio of a project', () => {
  it('is one on any day: it leaves the old on the day on which it joins the new', () => {
    const entries = [...chartered, moving.event];
    const on = (day: string) => {
      const { portfolio, memberSince } = projectAfter(entries, day) ?? {};
      return [portfolio, memberSince?.on];
    };
    expect(on('2016-08-31')).toEqual(['corporate', '2016-03-21']);
    expect(on('2016-09-01')).toEqual(['growth', '2016-09-01']);
  });

  it('is read as at the day of the charter or of the move, and by no other command', () => {
    expect(projectStream.reads(chartering.command)).toEqual(['portfolio/corporate']);
    expect(projectStream.reads(moving.command)).toEqual(['portfolio/growth']);
    for (const { command } of [defining, planning, forecasting, reaching, budgeting, closing, reopening])
      expect(projectStream.reads(command)).toEqual([]);
  });

  it('changes nothing where the project is in it already, and is asked to be open all the same', () => {
    const stays = asked('2016-09-01', { type: 'move-project', toPortfolio: 'corporate' });
    given(projectStream, chartered).when(stays, elsewhere).thenNothing();
    given(projectStream, chartered).when(stays, noFacts).thenRefused('portfolio-not-open');
  });

  it('is none to move within once the project is closed', () => {
    const closed = happened('2016-08-01', { type: 'ProjectClosed', outcome: 'delivered' });
    given(projectStream, [...chartered, closed])
      .when(asked('2016-09-01', { type: 'move-project', toPortfolio: 'corporate' }), elsewhere)
      .thenRefused('project-closed');
  });

  it('is asked about last: a project that is not there is refused for that', () => {
    given(projectStream, []).when(moving.command, noFacts).thenRefused('project-not-chartered');
  });

  it('may be one that it was in before', () => {
    given(projectStream, [...chartered, moving.event])
      .when(asked('2017-04-03', { type: 'move-project', toPortfolio: 'corporate' }), elsewhere)
      .thenRecords([
        happened('2017-04-03', { type: 'ProjectMoved', fromPortfolio: 'growth', toPortfolio: 'corporate' }),
      ]);
  });
});

describe('A milestone', () => {
  it('is planned, forecast and reached, each with its own date, and none changes another', () => {
    const entries = [...planned, forecasting.event, reaching.event];
    const milestoneOn = (day: string) => projectAfter(entries, day)?.milestones;
    const plan = {
      id: 'first-day',
      title: 'First day of trading',
      planned: { ...inMonth('2017-04-01'), made: minuted('2016-06-13') },
    };
    const forecast = {
      on: '2017-06-01',
      precision: 'day',
      reason: 'The licence came late',
      made: minuted('2017-01-26'),
    };
    expect(milestoneOn('2016-06-12')).toEqual([]);
    const forecast1 = { forecast, forecasts: 1, forecastLog: [forecast] };
    expect(milestoneOn('2016-06-13')).toEqual([{ ...plan, forecasts: 0, forecastLog: [] }]);
    expect(milestoneOn('2017-01-26')).toEqual([{ ...plan, ...forecast1 }]);
    expect(milestoneOn('2017-06-01')).toEqual([{ ...plan, ...forecast1, actual: minuted('2017-06-01') }]);
  });

  it('is not reached because its planned day has passed', () => {
    expect(projectAfter(planned, '2019-04-01')?.milestones[0]).not.toHaveProperty('actual');
  });

  it('may be reached before the day for which it was planned', () => {
    given(projectStream, planned)
      .when(asked('2017-03-01', { type: 'reach-milestone', milestone: 'first-day' }))
      .thenRecords([happened('2017-03-01', { type: 'MilestoneReached', milestone: 'first-day' })]);
  });

  it('counts each forecast, the same date by another decision among them', () => {
    const decision = 'cabinet-2017-03-30';
    const confirmed = { ...forecasting.event, effectiveOn: civilDate('2017-03-30'), decision };
    const after = given(projectStream, [...planned, forecasting.event])
      .when({ ...forecasting.command, effectiveOn: civilDate('2017-03-30'), decision })
      .thenRecords([confirmed]);
    expect(after.asAt().get(key)?.milestones).toMatchObject([
      { forecasts: 2, forecast: { made: { on: '2017-03-30', decision } } },
    ]);
  });

  it('is forecast again by a day, and not by the same words of one day', () => {
    const forecast = [...planned, forecasting.event];
    given(projectStream, forecast).when(forecasting.command).thenNothing();
    const next = civilDate('2017-01-27');
    const after = given(projectStream, forecast)
      .when({ ...forecasting.command, effectiveOn: next })
      .thenRecords([{ ...forecasting.event, effectiveOn: next }]);
    expect(after.asAt().get(key)?.milestones).toMatchObject([{ forecasts: 2 }]);
  });

  it('is forecast again on one day where another forecast came between', () => {
    const other = { ...forecasting.event, forecast: inMonth('2017-07-01') } as ProjectEvent;
    const after = given(projectStream, [...planned, forecasting.event, other])
      .when(forecasting.command)
      .thenRecords([forecasting.event]);
    expect(after.asAt().get(key)?.milestones).toMatchObject([
      { forecasts: 3, forecast: { on: '2017-06-01' } },
    ]);
  });

  it('comes after those that were planned before it, whenever it is forecast or reached', () => {
    const licence = happened('2016-09-01', {
      type: 'MilestonePlanned',
      milestone: 'a-licence',
      title: 'Licence to practise',
      planned: inMonth('2017-02-01'),
    });
    const entries = [...planned, licence, forecasting.event];
    expect(projectAfter(entries)?.milestones.map(({ id }) => id)).toEqual(['first-day', 'a-licence']);
  });
});

describe('The budget of a project', () => {
  it('is kept for each year, in order of year, as last set', () => {
    const next = happened('2016-06-13', { type: 'ProjectBudgetSet', year: year('2015/16'), net: 10_000_00 });
    const more = happened('2016-10-31', {
      type: 'ProjectBudgetSet',
      year: year('2016/17'),
      gross: 300_000_00,
    });
    expect(projectAfter([...chartered, budgeting.event, next, more])?.budgets).toEqual([
      { year: '2015/16', net: 10_000_00, set: minuted('2016-06-13') },
      { year: '2016/17', gross: 300_000_00, set: minuted('2016-10-31') },
    ]);
  });

  it('is an entry of each day on which it is stated, and of one day once', () => {
    given(projectStream, [...chartered, budgeting.event])
      .when(budgeting.command)
      .thenNothing();
    const next = civilDate('2016-10-31');
    given(projectStream, [...chartered, budgeting.event])
      .when({ ...budgeting.command, effectiveOn: next })
      .thenRecords([{ ...budgeting.event, effectiveOn: next }]);
  });
});

describe('The ratings of a project', () => {
  const later = happened('2017-03-31', { type: 'ProjectRated', ...rating, point: 'low', source: 'Gate 3' });
  const status = happened('2016-10-31', { type: 'ProjectRated', ...green });
  const rated = [...chartered, gaugingConfidence.event, later, status];

  it('are on any day those last given by then, one of each measure', () => {
    const on = (day: string) => projectAfter(rated, day)?.ratings;
    expect(on('2016-09-29')).toEqual([]);
    expect(on('2016-09-30')).toEqual([{ ...rating, rated: minuted('2016-09-30') }]);
    expect(on('2017-03-31')).toEqual([
      { ...green, rated: minuted('2016-10-31') },
      { ...rating, point: 'low', rated: minuted('2017-03-31'), source: 'Gate 3' },
    ]);
  });

  it('are each a fact of its day: one that comes late leaves the last as it is', () => {
    const late = asked('2016-12-30', { type: 'rate-project', ...rating, point: 'high' });
    const after = given(projectStream, rated)
      .when(late, elsewhere)
      .thenRecords([happened('2016-12-30', { type: 'ProjectRated', ...rating, point: 'high' })]);
    expect(after.asAt().get(key)).toEqual(projectAfter(rated));
    expect(after.asAt(civilDate('2017-03-30')).get(key)?.ratings).toMatchObject([{}, { point: 'high' }]);
  });

  it('are given again where nothing moved: the same on another day is another rating', () => {
    given(projectStream, rated)
      .when({ ...gaugingConfidence.command, effectiveOn: civilDate('2016-10-31') }, elsewhere)
      .thenRecords([{ ...gaugingConfidence.event, effectiveOn: civilDate('2016-10-31') }]);
  });

  it('may be two of a measure on one day: the last said is the one that stands', () => {
    const own = { ...rating, point: 'high', assessor: 'Project Manager', independence: 'self' } as const;
    const after = given(projectStream, [...chartered, gaugingConfidence.event])
      .when(asked('2016-09-30', { type: 'rate-project', ...own }), elsewhere)
      .thenRecords([happened('2016-09-30', { type: 'ProjectRated', ...own })]);
    expect(after.asAt().get(key)?.ratings).toEqual([{ ...own, rated: minuted('2016-09-30') }]);
  });

  it('read their scale as at the day of the rating', () => {
    expect(projectStream.reads(gaugingConfidence.command)).toEqual(['scale/confidence']);
  });

  it('name who gave them, so that the name can be kept apart', () => {
    expect(projectStream.events.ProjectRated.personal).toEqual(['assessor']);
  });
});

describe('A project that is closed', () => {
  it('says when, with what outcome and why, and no longer once it is reopened', () => {
    const log = [
      { how: 'closed', ...minuted('2017-09-29'), outcome: 'delivered', reason: 'The company trades' },
      { how: 'reopened', ...minuted('2018-01-08'), reason: 'A second office is to follow' },
    ];
    expect(projectAfter(closed, '2017-09-28')).toEqual(projectAfter(planned));
    expect(projectAfter(closed)).toEqual({
      ...projectAfter(planned),
      status: 'closed',
      closed: { ...minuted('2017-09-29'), outcome: 'delivered', reason: 'The company trades' },
      statusLog: log.slice(0, 1),
    });
    expect(projectAfter([...closed, reopening.event])).toEqual({
      ...projectAfter(planned),
      reopened: { ...minuted('2018-01-08'), reason: 'A second office is to follow' },
      statusLog: log,
    });
  });

  it('leaves its milestones as they are: those not reached stay so', () => {
    expect(projectAfter(closed)?.milestones).toEqual(projectAfter(planned)?.milestones);
  });

  it('may be closed without a reason, and closed again after it was reopened', () => {
    given(projectStream, [...closed, reopening.event])
      .when(asked('2018-03-30', { type: 'close-project', outcome: 'stopped' }))
      .thenRecords([happened('2018-03-30', { type: 'ProjectClosed', outcome: 'stopped' })]);
  });
});
