import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { ProgrammeCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<ProgrammeCommand> = {
  'start-programme': {
    type: 'start-programme',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'minuted',
    name: 'Facing the Challenge',
    purpose: 'Whole-council transformation',
    decision: 'facing-the-challenge',
    source: 'County Council, 19 September 2013, minute 35',
  },
  'rename-programme': {
    type: 'rename-programme',
    programme: 'kent',
    effectiveOn: '2015-03-26',
    takenOn: '2015-03-26',
    provenance: 'observed',
    name: 'Facing the Challenge: phase 2 onwards',
  },
  'close-programme': {
    type: 'close-programme',
    programme: 'kent',
    effectiveOn: '2018-03-31',
    takenOn: '2018-03-01',
    precision: 'month',
    provenance: 'estimated',
    reason: 'Every phase has closed',
  },
  'set-savings-target': {
    type: 'set-savings-target',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'minuted',
    pence: 23_900_000_000,
    fromYear: '2015/16',
    toYear: '2017/18',
    basis: 'not-stated',
    priceBase: '2013/14 prices',
  },
  'split-savings-target': {
    type: 'split-savings-target',
    programme: 'kent',
    effectiveOn: '2014-02-13',
    takenOn: '2014-02-13',
    provenance: 'observed',
    years: [
      {
        year: '2015/16',
        pence: 8_310_000_000,
      },
      {
        year: '2016/17',
        pence: 8_000_000_000,
      },
      {
        year: '2017/18',
        pence: 7_590_000_000,
      },
    ],
  },
  'set-unit-target': {
    type: 'set-unit-target',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'observed',
    baseline: 80,
    reductionPercent: 50,
  },
  'adopt-theme': {
    type: 'adopt-theme',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'observed',
    theme: 'market-engagement',
    title: 'Market engagement and service review',
    number: 1,
  },
  'define-tranche': {
    type: 'define-tranche',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'observed',
    tranche: 'first',
    name: 'First tranche',
    phase: 'phase-1',
    totals: [
      {
        heading: 'corporate support',
        pence: 7_610_000_000,
        basis: 'not-stated',
      },
      {
        heading: 'front line',
        pence: 2_210_000_000,
        basis: 'not-stated',
      },
    ],
  },
  'plan-phase': {
    type: 'plan-phase',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    takenOn: '2013-09-19',
    provenance: 'observed',
    phase: 'phase-2',
    name: 'Phase 2',
    plannedStart: {
      on: '2014-04-01',
      precision: 'month',
    },
    plannedEnd: {
      on: '2015-03-31',
      precision: 'month',
    },
  },
  'replan-phase': {
    type: 'replan-phase',
    programme: 'kent',
    effectiveOn: '2014-12-11',
    takenOn: '2014-12-11',
    provenance: 'observed',
    phase: 'phase-2',
    plannedStart: {
      on: '2014-05-01',
      precision: 'month',
    },
    plannedEnd: {
      on: '2015-09-30',
      precision: 'day',
    },
    reason: 'The market was slower than expected',
  },
  'open-phase': {
    type: 'open-phase',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    takenOn: '2014-03-27',
    precision: 'month',
    provenance: 'observed',
    phase: 'phase-2',
    decision: 'phase-2-opens',
  },
  'close-phase': {
    type: 'close-phase',
    programme: 'kent',
    effectiveOn: '2014-03-31',
    precision: 'month',
    provenance: 'reconstructed',
    phase: 'phase-1',
    reason: 'Its last review was decided',
  },
  'reopen-phase': {
    type: 'reopen-phase',
    programme: 'kent',
    effectiveOn: '2014-07-17',
    takenOn: '2014-07-17',
    provenance: 'observed',
    phase: 'phase-1',
    reason: 'A review was referred back',
  },
  'set-council-setting': {
    type: 'set-council-setting',
    programme: 'kent',
    effectiveOn: '2012-09-10',
    provenance: 'observed',
    setting: 'key-decision-threshold-pence',
    value: 100_000_000,
  },
  'define-rating-scale': {
    type: 'define-rating-scale',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    takenOn: '2014-04-01',
    provenance: 'observed',
    scale: 'delivery-confidence',
    version: 1,
    name: 'Delivery confidence',
    measure: 'delivery-confidence',
    points: [
      { id: 'green', label: 'Green', order: 1 },
      { id: 'amber-green', label: 'Amber/Green', order: 2 },
      { id: 'amber', label: 'Amber', order: 3 },
      { id: 'amber-red', label: 'Amber/Red', order: 4 },
      { id: 'red', label: 'Red', order: 5 },
    ],
  },
  'change-rating-scale': {
    type: 'change-rating-scale',
    programme: 'kent',
    effectiveOn: '2016-04-01',
    takenOn: '2016-04-01',
    provenance: 'observed',
    scale: 'delivery-confidence',
    version: 2,
    fromVersion: 1,
    points: [
      { id: 'high', label: 'High', order: 1 },
      { id: 'medium', label: 'Medium', order: 2 },
      { id: 'low', label: 'Low', order: 3 },
    ],
    mapping: [
      { fromPoint: 'green', toPoint: 'high' },
      { fromPoint: 'amber-green', toPoint: 'high' },
      { fromPoint: 'amber', toPoint: 'medium' },
      { fromPoint: 'amber-red', toPoint: 'low' },
      { fromPoint: 'red', toPoint: 'low' },
    ],
  },
};

describe('What is sent about a programme', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
