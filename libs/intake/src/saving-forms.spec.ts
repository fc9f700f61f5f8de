import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { SavingCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };
const about = { programme: 'kent', provenance: 'observed', saving: 'legal-recharges' } as const;
const dated = (effectiveOn: string) => ({ ...about, effectiveOn });
const taken = (takenOn: string) => ({ ...dated(takenOn), takenOn });

const commands: OneOfEach<SavingCommand> = {
  'identify-saving': {
    ...taken('2014-05-15'),
    type: 'identify-saving',
    provenance: 'minuted',
    name: 'Fewer external solicitors',
    category: 'cashable',
    means: 'efficiency',
    recurrence: 'recurring',
    basis: 'net',
    priceBase: '2014/15 prices',
    published: 'legal-budgets',
    owner: 'Director of Governance and Law',
    portfolio: 'market-engagement',
    review: 'legal-services',
    project: 'legal-company',
    unit: 'legal-services',
    profile: [
      { year: '2015/16', pence: 20_000_000, effect: 'part-year' },
      { year: '2016/17', pence: 30_000_000 },
    ],
    fullYearPence: 50_000_000,
  },
  'place-saving-in-business-case': {
    ...taken('2014-07-17'),
    type: 'place-saving-in-business-case',
    businessCase: 'outline',
    review: 'legal-services',
    profile: [{ year: '2015/16', pence: 45_000_000, effect: 'full-year' }],
    fullYearPence: 45_000_000,
  },
  'authorise-saving': {
    ...taken('2015-02-12'),
    type: 'authorise-saving',
    decision: 'budget-2015',
    profile: [{ year: '2015/16', pence: 45_000_000 }],
    fullYearPence: 45_000_000,
  },
  'forecast-saving': {
    ...dated('2015-07-01'),
    type: 'forecast-saving',
    profile: [
      { year: '2015/16', pence: 15_000_000, effect: 'part-year' },
      { year: '2016/17', pence: 25_000_000 },
    ],
    fullYearPence: 40_000_000,
    reason: 'The contract begins in December',
  },
  'record-delivered-saving': {
    ...dated('2016-03-31'),
    type: 'record-delivered-saving',
    year: '2015/16',
    pence: 14_000_000,
  },
  'validate-saving': {
    ...dated('2016-05-16'),
    type: 'validate-saving',
    year: '2015/16',
    pence: 12_500_000,
    by: 'Section 151 officer',
  },
  'reprofile-saving': {
    ...taken('2015-09-10'),
    type: 'reprofile-saving',
    plan: 'authorised',
    profile: [
      { year: '2015/16', pence: 15_000_000 },
      { year: '2016/17', pence: 30_000_000 },
    ],
    fromProfile: [{ year: '2015/16', pence: 45_000_000 }],
    reason: 'The partner starts half a year later',
  },
  'move-saving': {
    ...dated('2015-10-01'),
    type: 'move-saving',
    toPortfolio: 'corporate',
    fromPortfolio: 'market-engagement',
  },
  'change-saving-owner': {
    ...dated('2016-04-01'),
    type: 'change-saving-owner',
    toOwner: 'General Counsel',
    fromOwner: 'Director of Governance and Law',
  },
  'withdraw-saving': {
    ...taken('2016-03-21'),
    type: 'withdraw-saving',
    reason: 'The company keeps its income',
  },
  'release-saving': {
    ...dated('2016-03-21'),
    type: 'release-saving',
    reason: 'The review of Legal Services was withdrawn',
  },
  'reinstate-saving': {
    ...taken('2016-06-06'),
    type: 'reinstate-saving',
    reason: 'The council keeps the contracts after all',
    review: 'legal-services',
  },
};

describe('What is sent about a saving', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });

  it('has amounts of nothing or more: a saving is positive, and what costs more is none', () => {
    const body = exampleBodies['identify-saving'];
    for (const pence of [-1, 0.5, 1_000_000_000_001]) {
      expect(
        takeIn('identify-saving', { ...body, profile: [{ year: '2015/16', pence }] }, kent),
      ).toMatchObject({
        problems: [{ field: 'profile.0.pence' }],
      });
    }
  });

  it('may give an amount of which the source does not state the year', () => {
    const profile = [{ year: 'not-stated', pence: 60_000_000 }];
    expect(takeIn('identify-saving', { ...exampleBodies['identify-saving'], profile }, kent)).toMatchObject({
      command: { profile },
    });
    expect(
      takeIn('record-delivered-saving', { saving: 'x', year: 'not-stated', pence: 1 }, kent),
    ).toMatchObject({ problems: [{ field: 'year' }] });
  });
});
