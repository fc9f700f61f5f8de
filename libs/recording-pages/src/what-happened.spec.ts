import { describe, expect, it } from '@jest/globals';
import { commandNames } from '#intake';
import { commandCalled, happened, happenings } from './what-happened.js';

const said = happenings.flatMap(({ commands }) => Object.entries(commands));

describe('What happened', () => {
  it('is every command in plain words, once each; an entry is struck from where it stands', () => {
    expect(said.map(([name]) => name).sort()).toEqual(
      commandNames.filter((name) => name !== 'strike-entry').sort(),
    );
    const words = said.map(([, title]) => title);
    expect(words).toEqual([...new Set(words)]);
    for (const title of words) expect(title).toMatch(/^[A-Z][^_]* [^_]*[a-z]$/);
  });

  it('may be named in those words or by its own name', () => {
    expect(commandCalled(' Units merged ')).toBe('merge-units');
    expect(commandCalled('merge-units')).toBe('merge-units');
    expect(commandCalled('fly away')).toBeUndefined();
    expect(happened('merge-units')).toBe('Units merged');
  });
});
