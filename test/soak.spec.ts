import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const law = 'libs/testing/src/one-bad-seed.spec.ts';

let kept: string;
beforeEach(() => {
  kept = mkdtempSync(join(tmpdir(), 'minutebook-soak-spec-'));
});
afterEach(() => rmSync(kept, { recursive: true }));

function soak(...asked: string[]) {
  const { NODE_OPTIONS: _, HISTORY_SEED: __, ...env } = process.env;
  const command = [join(root, 'scripts/soak.mjs'), '--keep', kept, ...asked];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n'), complained: stderr };
}

describe('A soak', () => {
  it('keeps what it finds with its seed, says how to replay it, goes on to the next seed, and fails', () => {
    const { status, lines } = soak('--from', '12', '--seeds', '3', law);
    expect(status).toBe(1);
    expect(
      lines
        .filter((line) => /^(FOUND|seed|Soaked)/.test(line))
        .map((line) => line.replace(/[\d.]+ (s|minutes):/, 'a while:')),
    ).toEqual([
      'seed 12: 1 of 1 specs in a while: held',
      `FOUND under seed 13: ${law}`,
      'seed 13: 1 of 1 specs in a while: 1 specs failed',
      'seed 14: 1 of 1 specs in a while: held',
      `Soaked a while: 3 seeds from 12; 1 found, in ${kept}`,
    ]);
    expect(lines).toContain(`  HISTORY_SEED=13 npm test -- ${law}`);
    expect(lines.at(-1)).toMatch(/^ {2}by 1 of 3: .*: an even seed$/);
    expect(readdirSync(kept).sort()).toEqual(['13-one-bad-seed.spec.ts.txt', 'met.tsv']);
    const file = readFileSync(join(kept, '13-one-bad-seed.spec.ts.txt'), 'utf8');
    expect(file).toContain(`HISTORY_SEED=13 npm test -- ${law}`);
    expect(file).toContain('holds under every seed but 13 (seed 13)');
  });

  it('that finds nothing keeps nothing, and succeeds', () => {
    const { status, lines } = soak('--from', '14', '--seeds', '1', law);
    expect(status).toBe(0);
    expect(lines.find((line) => line.startsWith('Soaked'))).toMatch(/: 1 seeds from 14; nothing found$/);
    expect(readdirSync(kept)).toEqual(['met.tsv']);
  });

  it('that ends before anything it tried did has found nothing out, and fails', () => {
    const { status, lines } = soak('--minutes', '0.0001', law);
    expect(status).toBe(1);
    expect(lines.find((line) => line.startsWith('Soaked'))).toMatch(
      /nothing came to its end: give it longer$/,
    );
  });

  it.each([
    [['--minutes', 'many'], '--minutes many is no number to go by'],
    [['--seeds', '0'], '--seeds 0 is no number to go by'],
    [['no-such-law'], 'No spec that takes a seed has no-such-law in its path'],
  ])('is told what is wrong with %j, and what may be asked', (asked, problem) => {
    const { status, complained } = soak(...asked);
    expect(status).toBe(2);
    expect(complained).toContain(problem);
    expect(complained).toContain('npm run soak -- [--minutes 60]');
  });
});
