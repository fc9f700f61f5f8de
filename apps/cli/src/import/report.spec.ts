import { describe, expect, it } from '@jest/globals';
import { imported, refusedLines } from './report.js';

describe('What came of an import', () => {
  it.each([
    [{ dryRun: false, recorded: 361, before: 0, nothing: 0 }, '361 lines recorded.'],
    [
      { dryRun: false, recorded: 1, before: 1, nothing: 1 },
      '1 line recorded, 1 line was on the record before, 1 line changes nothing.',
    ],
    [
      { dryRun: false, recorded: 0, before: 15_000, nothing: 2 },
      '0 lines recorded, 15,000 lines were on the record before, 2 lines change nothing.',
    ],
    [
      { dryRun: true, recorded: 3, before: 0, nothing: 0 },
      'A dry run, nothing is recorded: 3 lines would be.',
    ],
    [
      { dryRun: true, recorded: 3, before: 2, nothing: 0 },
      'A dry run, nothing is recorded: 3 lines would be, 2 lines were on the record before.',
    ],
  ])('%j is told as: %s', (came, words) => {
    expect(imported(came)).toBe(words);
  });
});

describe('Bad lines', () => {
  const bad = [
    { line: 2, reason: 'it is not JSON' },
    { line: 7, reason: 'phase-4 is not planned' },
  ];

  it('are each told with number and reason, and that nothing was recorded', () => {
    expect(refusedLines(bad, 0)).toEqual([
      'line 2: it is not JSON',
      'line 7: phase-4 is not planned',
      '2 bad lines, and nothing was recorded: correct the file and import it again.',
    ]);
  });

  it('that somebody else made bad after the play leave what is above them recorded, and that is said', () => {
    expect(refusedLines(bad.slice(1), 6)[1]).toContain('6 lines above it are recorded');
    expect(refusedLines(bad.slice(1), 1)[1]).toContain('1 line above it is recorded');
  });
});
