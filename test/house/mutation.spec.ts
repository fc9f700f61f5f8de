import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

/** What was found of the faults planted in a room, as `npm run mutate` keeps it. */
interface Kept {
  readonly room: string;
  readonly ran: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly score: number;
  readonly survivors: readonly { readonly file: string; readonly line: number; readonly reason: string }[];
}

const rooms = ['acts', 'calendar', 'timeline', 'recording', 'read-model', 'pages'];
const fileOf = (room: string) => join(root, 'test/mutation', `${room}.json`);

describe('The faults planted in', () => {
  it.each(rooms)('%s are found, 85 of a hundred or more, and each that was not has its reason', (room) => {
    expect(existsSync(fileOf(room))).toBe(true);
    const kept = JSON.parse(readFileSync(fileOf(room), 'utf8')) as Kept;
    expect(kept.room).toBe(room);
    expect(kept.ran).toBeGreaterThanOrEqual(200);
    expect([kept.killed + kept.timedOut + kept.survived, kept.survivors.length]).toEqual([
      kept.ran,
      kept.survived,
    ]);
    expect(kept.score).toBe(Math.floor(((kept.killed + kept.timedOut) / kept.ran) * 1000) / 10);
    expect(kept.score).toBeGreaterThanOrEqual(85);
    expect(
      kept.survivors.filter(({ reason }) => reason === '').map(({ file, line }) => `${file}:${line}`),
    ).toEqual([]);
  });
});
