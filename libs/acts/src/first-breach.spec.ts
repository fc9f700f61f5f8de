import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { provenances, type Provenance } from './recorded.js';
import { firstBreach } from './stream.js';

const missing = { refused: 'authorisation-missing', because: 'No decision authorises it' };
const early = { refused: 'notice-too-short', because: 'Its notice had not run' };

const breachOf = (provenance: Provenance, rule: string | undefined, breaches = [missing, early]) =>
  firstBreach(
    {
      effectiveOn: civilDate('2014-03-21'),
      provenance,
      ...(rule !== undefined && { exception: { rule, reason: 'Not in the minutes' } }),
    },
    breaches,
  );

describe('The first breach that no exception sets aside', () => {
  it('is none where no rule is broken', () => {
    expect(breachOf('observed', undefined, [])).toBeUndefined();
  });

  it('is the first, whatever the provenance, where there is no exception', () => {
    expect(provenances.map((one) => breachOf(one, undefined))).toEqual(provenances.map(() => missing));
  });

  it.each<readonly [Provenance, string]>([
    ['observed', 'stands: today has no excuse'],
    ['minuted', 'is set aside: the past was not tidy'],
    ['reconstructed', 'is set aside: the past was not tidy'],
    ['estimated', 'stands'],
    ['illustrative', 'stands'],
  ])('of an entry that is %s and carries an exception for it: %s', (provenance, then) => {
    const aside = then.startsWith('is set aside');
    expect(breachOf(provenance, 'authorisation-missing', [missing])).toEqual(aside ? undefined : missing);
  });

  it('is the next where the first is set aside, and the first where the exception is for another', () => {
    expect(breachOf('minuted', 'authorisation-missing')).toEqual(early);
    expect(breachOf('minuted', 'notice-too-short')).toEqual(missing);
    expect(breachOf('minuted', 'another-rule')).toEqual(missing);
  });

  it('has asked of every provenance there is', () => {
    expect(provenances).toEqual(['observed', 'minuted', 'reconstructed', 'estimated', 'illustrative']);
  });
});

describe('An exception', () => {
  it('is honoured here and nowhere else, so that no rule has one of its own', () => {
    const files = ['acts', 'governance', 'programme'].flatMap((room) =>
      readdirSync(join('libs', room, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(path))
        .map((path) => join('libs', room, 'src', path)),
    );
    expect(files.length).toBeGreaterThan(50);
    const honouring = files.filter((path) =>
      /exception\??\.rule|exception\.rule/.test(readFileSync(path, 'utf8')),
    );
    expect(honouring).toEqual(['libs/acts/src/stream.ts']);
  });
});
