import { describe, expect, it } from '@jest/globals';
import { describeCommand, takeIn } from '#intake';
import { civilDate } from '#calendar';
import { readTyped } from './read-typed.js';
import { nothingOnRecord } from './contract/nothing-on-record.js';
import type { Lookup, Typed } from './typed.js';

const fieldsOf = (command: string) => describeCommand(command)?.fields ?? [];
const read = (command: string, typed: Typed, lookup: Lookup = nothingOnRecord) =>
  readTyped(fieldsOf(command), typed, lookup);

describe('What was typed', () => {
  it('is asked for where it is needed and left empty, by what the form calls it', () => {
    expect(read('merge-units', { name: ' ' }).problems).toEqual([
      { field: 'units', problem: 'Choose units' },
      { field: 'successor', problem: 'Choose successor' },
    ]);
  });

  it('leaves empty rows of a list out, and says of which row something is wrong', () => {
    const typed = {
      'years.0.year': '2015/16',
      'years.0.pence': '£80m',
      'years.1.year': '',
      'years.1.pence': ' ',
      'years.4.year': '2016/17',
      'years.4.pence': 'plenty',
    };
    const { body, problems } = read('split-savings-target', typed);
    expect(body).toEqual({ years: [{ year: '2015/16', pence: 8_000_000_000 }, { year: '2016/17' }] });
    expect(problems).toEqual([
      { field: 'years.4.pence', problem: 'Years 2, amount must be an amount in pounds, such as £1,234.50' },
    ]);
  });

  it('may name a thing as the record calls it', () => {
    const lookup: Lookup = {
      idNamed: (of, name) => (of === 'unit' && name === 'Legal Services' ? 'legal' : undefined),
      isThere: () => true,
    };
    expect(read('close-unit', { unit: 'Legal Services' }, lookup).body).toEqual({ unit: 'legal' });
    expect(read('close-unit', { unit: 'Nobody’s' }, lookup).problems).toEqual([
      {
        field: 'unit',
        problem: 'Unit: nothing on the record is called “Nobody’s”; choose one from the list',
      },
    ]);
  });

  it('gives a new thing an id from its name, and another where that is taken', () => {
    expect(read('register-unit', { name: 'Adult Learning' }).body).toMatchObject({ unit: 'adult-learning' });
    const taken: Lookup = { idNamed: () => undefined, isThere: (_, id) => id === 'adult-learning' };
    expect(read('register-unit', { name: 'Adult Learning' }, taken).body).toMatchObject({
      unit: 'adult-learning-2',
    });
  });

  it('never makes an id of a person from a name', () => {
    expect(read('appoint-to-office', { office: 'leader' }).problems).toEqual([
      { field: 'holder', problem: 'Choose holder' },
    ]);
  });

  it('reads the value of a setting as that setting asks', () => {
    const value = (setting: string, typed: string) =>
      read('set-council-setting', { setting, value: typed }).body['value'];
    expect(value('key-decision-threshold-pence', '£1m')).toBe(100_000_000);
    expect(value('call-in-clear-days', '5')).toBe(5);
    expect(value('call-in-basis', 'Working')).toBe('working');
  });

  it('keeps new lines as a file would, whatever a browser makes of them', () => {
    expect(read('withdraw-review', { review: 'edukent', reason: 'One\r\ntwo' }).body['reason']).toBe(
      'One\ntwo',
    );
  });

  it('hears what intake says of it beside the field it was typed into', () => {
    const typed = {
      'points.3.id': 'good',
      'points.3.label': 'x'.repeat(300),
      'points.3.order': '1',
      'points.5.id': 'bad',
      'points.5.label': 'Bad',
      'points.5.order': '2',
    };
    const { body, told } = read('define-rating-scale', {
      ...typed,
      scale: 's',
      version: '1',
      name: 'S',
      measure: 'delivery-confidence',
    });
    const taken = takeIn('define-rating-scale', body, { programme: 'kent', today: civilDate('2026-11-23') });
    expect('problems' in taken && taken.problems.map(told)).toEqual([
      {
        field: 'points.3.label',
        problem: 'Points 1, label is too long: it must be a text of one line, of at most 200 characters',
      },
    ]);
  });
});
