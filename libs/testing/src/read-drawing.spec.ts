import { describe, expect, it } from '@jest/globals';
import { readDrawing } from './read-drawing.js';

describe('A drawing that is read back', () => {
  it('says what it is called and said to be, how large it is, and everything in it from back to front', () => {
    const svg =
      '<svg viewBox="0 0 760 40"><title>A</title><desc>B</desc><line x1="1" y1="2" x2="3" y2="4" class="c-axis"></line>' +
      '<a href="/b"><rect x="5" y="6" width="7" height="8" class="c-open"></rect><text x="9" y="10" text-anchor="end">Bed &#38; board</text></a>' +
      '<circle cx="1" cy="2" r="3" class="c-fill"></circle><path d="M1 2 H3" class="c-line"></path></svg>';
    expect(readDrawing(svg)).toEqual({
      title: 'A',
      description: 'B',
      size: '760 by 40',
      drawn: [
        'c-axis from 1,2 to 3,4',
        'c-open 7 by 8 at 5,6 → /b',
        'Bed & board at 9,10 end → /b',
        'c-fill round 1,2 by 3',
        'c-line along M1 2 H3',
      ],
    });
  });

  it('is none where there is none', () => {
    expect(() => readDrawing(undefined)).toThrow('There is no drawing');
  });
});
