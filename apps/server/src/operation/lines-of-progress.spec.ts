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
    const telling = lines[Symbol.asyncIterator]();
    const first = telling.next();
    for (let n = 1; n <= 1_000; n++) lines.say({ recorded: n });
    expect((await first).value).toBe('{"recorded":1000}\n');
    lines.say({ recorded: 1_001 });
    lines.end({ done: true });
    expect((await telling.next()).value).toBe('{"done":true}\n');
    expect((await telling.next()).done).toBe(true);
  });
});
