import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { asWritten, entryStruck, envelopeOf, isEntryStruck, written } from './envelope.js';
import { factOf } from './recorded.js';

const whole = {
  effectiveOn: civilDate('2014-04-01'),
  takenOn: civilDate('2013-12-02'),
  precision: 'month',
  decision: 'cabinet-2013-12-02',
  provenance: 'minuted',
  source: 'Minutes',
  exception: { rule: 'unit-not-open', reason: 'Not in the minutes' },
} as const;
const plain = { effectiveOn: civilDate('2014-04-01'), provenance: 'observed' } as const;
const circumstances = {
  ...{ actor: 'person-0001', capacity: 'programme-office', correlationId: 'request-1' },
  ...{ basedOn: '0000000000000007', replaces: 'entry-1' },
};
const said = { unit: 'legal', code: 'L2' };

describe('An entry as it is stored', () => {
  it('has its dates and circumstances in its envelope, and its own fields beside', () => {
    const stored = written({ type: 'UnitRecoded', ...said, ...whole }, 2, circumstances);
    expect(stored).toEqual({
      ...{ type: 'UnitRecoded', version: 2, data: said },
      envelope: { ...whole, ...circumstances },
    });
    expect(envelopeOf(stored)).toBe(stored.envelope);
  });

  it('has no member for what was not said', () => {
    const { envelope } = written({ type: 'UnitRecoded', ...said, ...plain }, 2, circumstances);
    expect(Object.keys(envelope)).toEqual(['effectiveOn', 'provenance', ...Object.keys(circumstances)]);
  });

  it.each([whole, plain])(
    'is read back as the event that was written, without who recorded it: %j',
    (dates) => {
      const event = { type: 'UnitRecoded', ...said, ...dates };
      expect(asWritten(written(event, 1, circumstances))).toStrictEqual(event);
    },
  );

  it('takes its dates from the envelope, whatever its data has under their names', () => {
    const odd = { type: 'UnitRecoded', envelope: plain, data: { ...said, effectiveOn: '1999-01-01' } };
    expect(asWritten(odd)).toEqual({ type: 'UnitRecoded', ...said, ...plain });
  });

  it('is a strike by its type alone', () => {
    const strike = { type: 'EntryStruck', ...plain };
    expect([isEntryStruck(strike), isEntryStruck({ ...strike, type: 'UnitRecoded' })]).toEqual([true, false]);
    expect(entryStruck).toBe('EntryStruck');
  });
});

describe('The fact of an entry', () => {
  it('is the day it holds from, how exactly that is known and how, and the decision it follows from', () => {
    const { effectiveOn: on, precision, provenance, decision } = whole;
    expect(factOf(whole)).toStrictEqual({ on, precision, provenance, decision });
  });

  it('is known to the day where nothing else is said, and names no decision where there is none', () => {
    expect(factOf(plain)).toStrictEqual({ on: '2014-04-01', precision: 'day', provenance: 'observed' });
  });
});
