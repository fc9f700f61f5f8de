import { describe, expect, it } from '@jest/globals';
import { commandsInWords } from './commands-in-words.js';

describe('What a refusal says to do next', () => {
  it('is called on pages as the page Record calls it', () => {
    expect(commandsInWords('Put it there with establish-body or create-office, or date this later')).toBe(
      'Put it there with “A body was established” or “An office was created”, or date this later',
    );
    expect(commandsInWords('Correct it with strike-entry.')).toBe('Correct it with “Correct an entry”.');
  });

  it('leaves alone what somebody wrote, and what only looks like a command', () => {
    const words = 'Body “establish-body” is on record; re-establish-body and close-unit-2 are none';
    expect(commandsInWords(words)).toBe(words);
  });
});
