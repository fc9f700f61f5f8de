import { describe, expect, it } from '@jest/globals';
import { inOrderOfName } from './in-order.js';

describe('A list of names', () => {
  it('runs in their order as a person looks them up, whatever the ids', () => {
    const rows = [
      { id: '1', name: 'Unit 10' },
      { id: '2', name: 'Émigrés' },
      { id: '3', name: 'Unit 2' },
      { id: '4', name: 'archives' },
      { id: '5', title: 'Adoption' },
      { id: '6', name: 'Zoo' },
    ];
    expect(inOrderOfName(rows).map(({ id }) => id)).toEqual(['5', '4', '2', '3', '1', '6']);
    expect(rows[0]?.id).toBe('1');
  });

  it('reads a number as one, and parts no names by an accent or a capital', () => {
    const names = ['Zoo', '10 Downing', 'arts', 'Ämter', '9 Elms', 'Zoo'];
    expect(inOrderOfName(names.map((name, id) => ({ id, name })))).toEqual([
      { id: 4, name: '9 Elms' },
      { id: 1, name: '10 Downing' },
      { id: 3, name: 'Ämter' },
      { id: 2, name: 'arts' },
      { id: 0, name: 'Zoo' },
      { id: 5, name: 'Zoo' },
    ]);
  });
});
