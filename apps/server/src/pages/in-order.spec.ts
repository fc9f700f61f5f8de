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
});
