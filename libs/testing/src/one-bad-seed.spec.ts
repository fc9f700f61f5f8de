import { describe, expect, it } from '@jest/globals';
import { metOften } from './met-often.js';
import { historySeed } from './seed.js';

describe('A law that breaks under one seed, for the soak to find', () => {
  it(`holds under every seed but 13 (seed ${historySeed})`, () => {
    metOften({ 'an even seed': historySeed % 2 === 0 ? 1 : 0 }, 0);
    expect(historySeed).not.toBe(13);
  });
});
