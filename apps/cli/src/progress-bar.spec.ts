import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { progressBar } from './progress-bar.js';

/** What a bar writes to a terminal, or to what is none. */
function shownOn(isTTY: boolean, show: (bar: ReturnType<typeof progressBar>) => void, after = 0): string {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 120,
    rows: 40,
    cursorTo() {},
    clearLine() {},
  });
  const bar = progressBar('lines', after, stream as unknown as typeof process.stderr);
  show(bar);
  bar.end();
  return String(stream.read() ?? '');
}

describe('A progress bar', () => {
  const play = (bar: ReturnType<typeof progressBar>) => {
    bar.show('Checking', 0, 361);
    bar.show('Checking', 361, 361);
    bar.show('Recording', 12, 361);
  };

  it('shows each part of the work, with how much is done of how much', () => {
    const shown = shownOn(true, play);
    expect(shown).toMatch(/Checking +█+░* 361 of 361 lines/);
    expect(shown).toMatch(/Recording +█*░* 12 of 361 lines/);
  });

  it('is none where output is no terminal', () => {
    expect(shownOn(false, play)).toBe('');
  });

  it('is none where the work is done before it would be wanted', () => {
    expect(shownOn(true, play, 60_000)).toBe('');
  });

  it('is none where there was nothing to do', () => {
    expect(shownOn(true, () => undefined)).toBe('');
  });
});
