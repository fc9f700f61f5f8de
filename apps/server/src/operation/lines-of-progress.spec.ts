import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { LinesOfProgress } from './lines-of-progress.js';

const told = async (lines: LinesOfProgress): Promise<unknown[]> => {
  const said: unknown[] = [];
  for await (const line of lines) said.push(JSON.parse(line));
  return said;
};

describe('Lines of progress', () => {
  it('end with the result, though nothing was said before', async () => {
    const lines = new LinesOfProgress();
    lines.end({ done: true });
    expect(await told(lines)).toEqual([{ done: true }]);
  });

  it('tell the latest of what was said, now and then, and the result last', async () => {
    const lines = new LinesOfProgress();
    const telling = told(lines);
    for (let n = 1; n <= 1_000; n++) lines.say({ recorded: n });
    await wait(250);
    lines.say({ recorded: 1_001 });
    lines.end({ done: true });
    expect(await telling).toEqual([{ recorded: 1_000 }, { done: true }]);
  });
});
