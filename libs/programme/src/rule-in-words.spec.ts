import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleInWords, rulesInWords, theRule } from './index.js';

/** The codes that a refusal of the domain names: read off its source as it was written, also where faults are planted. */
function codesStated(): ReadonlySet<string | undefined> {
  const project = process.env['AS_WRITTEN'] ?? '.';
  const files = ['acts', 'governance', 'programme'].flatMap((room) =>
    readdirSync(join(project, 'libs', room, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('.spec.'))
      .map((file) => join(project, 'libs', room, 'src', file)),
  );
  const refusing = /refuse\(\s*'([a-z-]+)'/g;
  return new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(refusing)].map(([, code]) => code)),
  );
}

// That each rule which an exception may set aside has words is asked of every stream where its rules are.
describe('A rule that an entry sets aside', () => {
  it('is said in words of its own, and no words are of a rule that there is not', () => {
    const stated = codesStated();
    expect(rulesInWords.length).toBeGreaterThan(50);
    expect(rulesInWords.filter((code) => !stated.has(code))).toEqual([]);
    expect(ruleInWords('stage-out-of-order')).toBe(
      'that the stages of a review come in their order, each standing on the one before',
    );
    expect(theRule('office-held')).toBe('the rule that an office has one holder at a time');
  });

  it('is shown by its code in plain letters where nobody wrote words for it', () => {
    expect(ruleInWords('some-new-rule')).toBe('the rule “some new rule”');
    expect(theRule('some-new-rule')).toBe('the rule “some new rule”');
  });
});
