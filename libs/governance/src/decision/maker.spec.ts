import { describe, expect, it } from '@jest/globals';
import { noFacts } from '#acts';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { conferred, factsOf, happened as established } from '../authority/county-authority.story.js';
import { rulesOf } from '../../../programme/src/command.contract.js';
import { decisionStream, type DecisionCommand, type DecisionEvent } from './index.js';

/** What is said of a decision to found a company, which somebody took. */
interface Made {
  readonly maker: string;
  readonly power?: string;
}

const dates = (day: string) =>
  ({ effectiveOn: civilDate(day), takenOn: civilDate(day), provenance: 'minuted' }) as const;
const company = { decision: 'legal-company', title: 'Legal Services: a company of the council' };
const asked = (day: string, made: Made): DecisionCommand => ({
  programme: 'county',
  type: 'record-decision',
  ...dates(day),
  ...company,
  ...made,
});
const recorded = (day: string, made: Made): DecisionEvent => ({
  type: 'DecisionRecorded',
  ...dates(day),
  ...company,
  ...made,
});

const power = 'found-company';
const vacancy = established('2017-05-20', { type: 'AppointmentEnded', office: 'leader', holder: 'person-2' });
const onwards = established('2017-04-01', {
  type: 'PowerDelegated',
  power,
  from: 'cabinet',
  to: 'leader',
});
const facts = factsOf([...conferred, onwards, vacancy]);

describe('The maker of a decision', () => {
  it('is kept by its id, however it was named', () => {
    for (const maker of ['cabinet', 'Cabinet', 'CABINET ']) {
      given(decisionStream, [])
        .when(asked('2016-03-21', { maker, power }), facts)
        .thenRecords([recorded('2016-03-21', { maker: 'cabinet', power })]);
    }
  });

  it('is who it was on the day the decision was taken, though it holds only from a later day', () => {
    const ahead = {
      ...asked('2016-03-31', { maker: 'Leader', power }),
      effectiveOn: civilDate('2016-06-01'),
    };
    given(decisionStream, [])
      .when(ahead, facts)
      .thenRecords([
        { ...recorded('2016-03-31', { maker: 'leader', power }), effectiveOn: civilDate('2016-06-01') },
      ]);
  });

  it('is kept as it was said where no authority is recorded, and nothing is checked', () => {
    const made = { maker: 'Decision taken under delegation; the office is not in the source', power };
    given(decisionStream, [])
      .when(asked('2016-03-21', made), noFacts)
      .thenRecords([recorded('2016-03-21', made)]);
  });

  it('is the same maker when it is said again, by name or by id, and after the authority was recorded', () => {
    for (const [on, maker] of [
      ['cabinet', 'Cabinet'],
      ['Cabinet', 'Cabinet'],
      ['cabinet', 'cabinet'],
    ] as const) {
      given(decisionStream, [recorded('2016-03-21', { maker: on, power })])
        .when(asked('2016-03-21', { maker, power }), facts)
        .thenNothing();
    }
  });

  it('is another when it is another, and the decision is on record already', () => {
    given(decisionStream, [recorded('2016-03-21', { maker: 'cabinet', power })])
      .when(asked('2016-03-21', { maker: 'leader', power }), facts)
      .thenRefused('decision-already-recorded');
  });

  it('is looked up for the record of a decision only', () => {
    expect(decisionStream.reads(asked('2016-03-21', { maker: 'cabinet' }))).toEqual(['authority/register']);
    const completing = { ...asked('2016-03-21', { maker: 'cabinet' }), type: 'complete-decision-record' };
    expect(decisionStream.reads(completing as DecisionCommand)).toEqual([]);
  });

  it('that only advises is refused though it is excused for anything else', () => {
    given(decisionStream, [])
      .when(
        {
          ...asked('2016-03-21', { maker: 'advisory-group', power }),
          exception: { rule: 'power-not-held', reason: 'Not in the minutes' },
        },
        facts,
      )
      .thenRefused('advisory-body');
  });
});

const excusable = (refused: string, day: string, said: Made, kept = said) => ({
  refused,
  before: [],
  command: asked(day, said),
  excused: recorded(day, kept),
});

rulesOf(
  { ...decisionStream, decide: (state, command) => decisionStream.decide(state, command, facts) },
  {
    'A decision of a body that nobody put on record': excusable('unknown-maker', '2016-03-21', {
      maker: 'Commissioning Board',
      power,
    }),
    'A decision of a body from before it was established': excusable('unknown-maker', '2001-09-09', {
      maker: 'Cabinet',
      power,
    }),
    'A decision of an advisory group': {
      refused: 'advisory-body',
      before: [],
      command: asked('2014-03-31', { maker: 'Transformation Advisory Group' }),
    },
    'A decision of an office on the day after its holder left': excusable(
      'office-vacant',
      '2017-05-21',
      { maker: 'Leader', power },
      { maker: 'leader', power },
    ),
    'A decision under a power that the maker never had': excusable(
      'power-not-held',
      '2016-03-21',
      { maker: 'County Council', power },
      { maker: 'county-council', power },
    ),
    'A decision under a power on the day after its delegation': excusable('power-not-held', '2016-04-01', {
      maker: 'leader',
      power,
    }),
    'A decision under a power that nobody knows': excusable('power-not-held', '2016-03-21', {
      maker: 'cabinet',
      power: 'sell-land',
    }),
    'A decision by a body that had no power at all': excusable('power-not-held', '2016-03-21', {
      maker: 'county-council',
    }),
  },
  ['authority/may-decide.ts'],
);
