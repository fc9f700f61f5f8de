import { describe, expect, it } from '@jest/globals';
import type { RestoredRecord } from '#book';
import { render } from './templates.js';
import { frameOf } from './frame.js';
import { restoredInWords } from './restored.js';

const accepted = {
  book: 'new',
  formerBook: 'old',
  lastKnown: { position: '0000000000000031', id: 'e31' },
  restoredTo: '0000000000000020',
  reason: 'The log was lost',
  recordedAt: '2026-07-01T08:30:00.000Z',
} as unknown as RestoredRecord;
const words =
  'An older record, up to position 0000000000000020, was put back and accepted on 1 July 2026, 09:30 BST: what had been recorded after it, at least up to position 0000000000000031, is not here. Reason given: The log was lost.';

describe('A record that was restored', () => {
  it('says on its pages what it lacks, since when, and why', () => {
    expect(restoredInWords([accepted])).toEqual({ restored: words });
    expect(restoredInWords([{ ...accepted, restoredTo: null }]).restored).toMatch(
      /^An older record, empty, was/,
    );
    expect(restoredInWords([accepted, accepted]).restored).toBe(`${words} It is the last of 2 times.`);
  });

  it('says nothing where none was', () => {
    expect(restoredInWords([])).toEqual({});
    const serving = { demonstration: false, assets: '/assets/1', nonce: 'n' };
    const page = (restored: readonly RestoredRecord[]) =>
      render('no-programme', {
        frame: frameOf('Start', { ...serving, ...restoredInWords(restored) }, {}),
      });
    expect(page([])).not.toContain('Restored record');
    expect(page([accepted])).toContain('Restored record');
    expect(page([accepted]).replace(/\s+/g, ' ')).toContain(words);
  });
});
