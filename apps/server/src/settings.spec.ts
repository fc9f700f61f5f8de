import { describe, expect, it } from '@jest/globals';
import { settingsOf } from './settings.js';

describe('The settings', () => {
  it('have defaults for a book of one’s own', () => {
    expect(settingsOf({})).toEqual({ folder: 'data/book', port: 3000, demonstration: undefined });
  });

  it('are read from the environment', () => {
    const environment = {
      MINUTEBOOK_DATA: 'books/kent',
      MINUTEBOOK_PORT: '0',
      MINUTEBOOK_DEMONSTRATION: 'kent',
    };
    expect(settingsOf(environment)).toEqual({ folder: 'books/kent', port: 0, demonstration: 'kent' });
  });

  it('left empty are as left out', () => {
    expect(settingsOf({ MINUTEBOOK_DEMONSTRATION: '' }).demonstration).toBeUndefined();
  });

  it.each(['', 'http', '-1', '65536', '30.5', '3000 '])('name a port that is none: %j', (port) => {
    expect(() => settingsOf({ MINUTEBOOK_PORT: port })).toThrow(
      'MINUTEBOOK_PORT must be a port number from 0 to 65535',
    );
  });
});
