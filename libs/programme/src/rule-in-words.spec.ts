import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleInWords, rulesInWords, streams } from './index.js';

/**
 * The codes that a rule of the domain may yield, and that an exception may set aside: read off its source. Those of acts are
 * asked where each rule of a stream is, in its contract.
 */
function codesYielded(): string[] {
  const folder = 'libs/programme/src';
  const ofActs = streams.filter(({ acts }) => acts).map(({ kind }) => `${kind}/`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && !file.includes('.spec.') && !ofActs.some((kind) => file.startsWith(kind)),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/yield refuse\(\s*'([a-z-]+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  );
  return [...new Set(codes)].sort();
}

describe('A rule that an entry sets aside', () => {
  it('has words of its own, whichever it is', () => {
    const codes = codesYielded();
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !rulesInWords.includes(code))).toEqual([]);
    expect(ruleInWords('stage-out-of-order')).toBe(
      'that the stages of a review come in their order, each standing on the one before',
    );
  });

  it('is shown by its code in plain letters where nobody wrote words for it', () => {
    expect(ruleInWords('some-new-rule')).toBe('the rule “some new rule”');
  });
});
