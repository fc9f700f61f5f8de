import { describe, expect, it } from '@jest/globals';
import { strayRejections } from './stray-rejections.js';

function afterwards(rejected: unknown): { said: string[]; ended: number[] } {
  const [said, ended]: [string[], number[]] = [[], []];
  strayRejections(
    (words) => said.push(words),
    (code) => ended.push(code),
  )(rejected);
  return { said, ended };
}

describe('A rejection that nobody waited for', () => {
  it('is logged, and ends nothing, where the EventStoreDB client let go of it', () => {
    const { said, ended } = afterwards(
      Object.assign(new Error('14 UNAVAILABLE: read ECONNRESET'), { code: 14 }),
    );
    expect(said).toEqual([expect.stringMatching(/^The EventStoreDB client let go of a call: .*ECONNRESET/)]);
    expect(ended).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['a slip in the code', new TypeError('stream is undefined')],
    ['a text', 'a text'],
  ])('ends the server where it is %s', (_name, rejected) => {
    const { said, ended } = afterwards(rejected);
    expect(said).toEqual([expect.stringMatching(/^A fault that nobody waited for; Minutebook ends: /)]);
    expect(ended).toEqual([1]);
  });
});
