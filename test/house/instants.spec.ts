import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, root } from './sources.js';

/** Ways to put a moment into words, or to take its day or its hour, that do not ask the calendar of London. */
const ownWays = [
  /\bDateTimeFormat\b/,
  /\btoLocale(Date|Time)String\b/,
  /\btimeZone\b/,
  /\.get(UTC)?(Hours|Minutes|Seconds|Date|Day|Month|FullYear)\(/,
  /\bto(UTC|GMT|Date|Time)String\b/,
  /\.slice\(11\b/,
  /\b(\w+At|known\w*|instant|moment|now)\.slice\(/,
  /toISOString\(\)\.slice\(/,
  /\bUTC[`']/,
];

/** A moment as programs read it, set into words that a person reads. */
const bare = /\$\{[^}`]*\b(recordedAt|knownAt|knownFrom|knownTo)\}/;

/** What stands in a text and is no moment of a page: the name of a file; what is told of a file as it stands in it. */
const notForPeople: readonly (readonly [path: string, text: string])[] = [
  // The log and /health are in UTC throughout, as programs read them.
  ['libs/book/src/record-clock.ts', '${recordedAt}'],
  ['libs/event-store/src/wholeness.ts', 'was recorded at ${recordedAt}, before the entry that it follows'],
  ['libs/views/src/csv.ts', '`-known-${knownAt}`'],
  [
    'libs/book/src/import-lines.ts',
    'it says it was recorded at ${read.recordedAt}, before the lines above it',
  ],
];

const isOurs = (path: string): boolean =>
  /\.(ts|mjs|njk)$/.test(path) &&
  !/\.(spec|contract)\.ts$|\/(contract|peer)\//.test(path) &&
  !/^libs\/(calendar|testing)\//.test(path);

const withoutComments = (text: string): string => text.replace(/^\s*(\/\/|\*|\/\*\*).*$/gm, '');

function linesLike(like: readonly RegExp[], text: string): string[] {
  return withoutComments(text)
    .split('\n')
    .filter((line) => like.some((way) => way.test(line)))
    .map((line) => line.trim());
}

describe('A moment that a person reads', () => {
  const files = ['apps', 'libs'].flatMap(filesUnder).filter(isOurs);
  const found = (like: readonly RegExp[]) =>
    files.flatMap((path) =>
      linesLike(like, readFileSync(join(root, path), 'utf8'))
        .filter((line) => !notForPeople.some(([where, text]) => where === path && line.includes(text)))
        .map((line) => `${path}: ${line}`),
    );

  it('is put into words by the calendar and by nothing else', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(found(ownWays)).toEqual([]);
  });

  it('is never set bare into a text', () => {
    expect(found([bare])).toEqual([]);
  });

  it('would be caught in each of these ways, and a day is none of them', () => {
    const wrong = [
      'const shown = `${day} ${entry.recordedAt.slice(11, 16)} UTC`;',
      'new Intl.DateTimeFormat(locale).format(at)',
      'new Date(at).toLocaleTimeString()',
      'const day = knownAt.slice(0, 10);',
      'new Date().toISOString().slice(0, 10)',
    ];
    expect(wrong.filter((line) => linesLike(ownWays, line).length === 0)).toEqual([]);
    expect(linesLike([bare], 'text: `as known at ${knownAt}`')).toHaveLength(1);
    expect(linesLike([...ownWays, bare], 'const year = takenOn.slice(0, 4); `as at ${day(asAt)}`')).toEqual(
      [],
    );
  });
});
