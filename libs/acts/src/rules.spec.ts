import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { partInBy } from './part-by-kind.js';
import { listed, onDay, refuse, saidBy, says, the } from './rules.js';
import { isRefusal } from './stream.js';

const [legal, finance] = [the.unit('legal'), the.unit('finance')];

describe('The words of a refusal', () => {
  it('name things by their ids, and keep which things they are for whoever knows their names', () => {
    expect(refuse('unit-not-open', says`Unit ${legal} is not open, nor are ${2} others`)).toEqual({
      ...{ refused: 'unit-not-open', because: 'Unit legal is not open, nor are 2 others' },
      says: ['Unit ', legal, ' is not open, nor are 2 others'],
    });
  });

  it('are words alone where they name nothing', () => {
    expect(refuse('nobody-named', 'Name somebody')).toEqual({
      refused: 'nobody-named',
      because: 'Name somebody',
    });
    expect(refuse('nobody-named', says`Name ${'somebody'}`)).toEqual({
      ...{ refused: 'nobody-named', because: 'Name somebody' },
    });
  });

  it('list several things, with a word between', () => {
    expect(says`${listed([legal, finance])} are open`).toEqual([legal, ' and ', finance, ' are open']);
    expect(listed([legal, finance, the.unit('ict')], ', ')).toEqual([
      ...[legal, ', ', finance, ', '],
      the.unit('ict'),
    ]);
    expect([listed([legal]), listed([])]).toEqual([[legal], []]);
  });

  it('go into other words as they are', () => {
    const named = refuse('unit-not-open', says`Unit ${legal} is not open`);
    expect(says`No: ${saidBy(named)}.`).toEqual(['No: Unit ', legal, ' is not open.']);
    expect(saidBy(refuse('nobody-named', 'Name somebody'))).toEqual(['Name somebody']);
  });

  it('say a day no closer than it is known', () => {
    const on = civilDate('2014-04-01');
    expect([onDay({ on, precision: 'day' }), onDay({ on, precision: 'month' })]).toEqual([
      ...['1 April 2014', 'April 2014'],
    ]);
  });

  it('tell a refusal from entries', () => {
    expect([isRefusal(refuse('nobody-named', 'Name somebody')), isRefusal([])]).toEqual([true, false]);
  });
});

it('A thing is read by its kind and id, on the day that is asked', () => {
  const asked: unknown[] = [];
  const get = (...how: unknown[]) => asked.push(how);
  const on = civilDate('2014-04-01');
  expect(partInBy<{ unit: number }>()({ get }, 'unit', 'legal', on)).toBe(1);
  expect(asked).toEqual([['unit/legal', on]]);
});
