import { describe, expect, it } from '@jest/globals';
import { given } from '#testing';
import { contactCentre, council, happened, kent, record, takenOn } from './contact-centre.story.js';
import {
  decisionStream,
  isTaken,
  keyMeasures,
  settingsIn,
  type DecisionRecord,
  type SettingsInForce,
} from './index.js';

/** Nothing is counted: nobody has said by how many days. */
const noSettings = () => undefined;

const inKent = settingsIn(kent);

function measuresOf(items: DecisionRecord, settings: SettingsInForce = inKent) {
  const exception = { rule: 'notice-not-given', reason: 'not in the source' };
  const entry = happened(takenOn, { type: 'DecisionRecorded', takenOn, exception, ...record, ...items });
  const decision = given(decisionStream, [entry]).asAt().get(contactCentre);
  return isTaken(decision) ? keyMeasures(decision, settings) : [];
}
const says = (items: DecisionRecord, settings?: SettingsInForce) =>
  measuresOf(items, settings).map(({ says: words }) => words);

describe('What a decision comes to, beside the threshold of its day', () => {
  it('is said of spend, and how the decision was recorded', () => {
    expect(measuresOf({ expenditure: 1_200_000_00, key: false })).toEqual([
      {
        measure: 'spend',
        reached: true,
        says: 'spend of £1.2m is at or over the threshold of £1m in force that day; recorded as not key',
      },
    ]);
    expect(says({ expenditure: 999_999_99, key: true })).toEqual([
      'spend of £999,999.99 is under the threshold of £1m in force that day; recorded as key',
    ]);
    expect(measuresOf({ expenditure: 1_000_000_00 })[0]?.reached).toBe(true);
  });

  it('is said of savings as of spend', () => {
    expect(says({ savings: 3_270_000_00 })).toEqual([
      'saving of £3.27m is at or over the threshold of £1m in force that day; not said to be key or not',
    ]);
  });

  it('is said of divisions: how many, which, or all', () => {
    expect(says({ divisionsAffected: 1, key: false })).toEqual([
      'effect on 1 division is under the threshold of 2 divisions in force that day; recorded as not key',
    ]);
    expect(measuresOf({ divisionsAffected: ['Maidstone Central', 'Swale West'] })[0]?.reached).toBe(true);
    expect(says({ divisionsAffected: 'all', key: true })).toEqual([
      'effect on all divisions is at or over the threshold of 2 divisions in force that day; recorded as key',
    ]);
  });

  it('goes by the threshold in force on the day it was taken', () => {
    const settings = settingsIn(
      council([
        ['2012-09-10', 'key-decision-threshold-pence', 500_000_00],
        ['2019-03-22', 'key-decision-threshold-pence', 1_000_000_00],
      ]),
    );
    expect(says({ expenditure: 600_000_00, key: false }, settings)).toEqual([
      'spend of £600,000 is at or over the threshold of £500,000 in force that day; recorded as not key',
    ]);
  });

  it('is not known where the council had set no threshold, and is said so', () => {
    expect(measuresOf({ expenditure: 9_000_000_00, divisionsAffected: 2 }, noSettings)).toEqual([
      {
        measure: 'spend',
        reached: null,
        says: 'spend of £9m: not known whether it is at the threshold, for none is on the record for that day; not said to be key or not',
      },
      {
        measure: 'divisions',
        reached: null,
        says: 'effect on 2 divisions: not known whether it is at the threshold, for none is on the record for that day; not said to be key or not',
      },
    ]);
  });
});
