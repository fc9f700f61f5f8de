import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPerson } from './demo-people.js';
import { Sessions } from './sessions.js';

const minute = 60_000;
const office = demoPerson('programme-office');
let now = Date.parse('2014-07-17T09:00:00Z');
let sessions: Sessions;

beforeEach(() => {
  sessions = Sessions.open(':memory:', { idle: 30 * minute, longest: 720 * minute }, () => now);
});
afterEach(() => sessions.close());

describe('A session', () => {
  it('is of whoever began it, under an id that nobody had before', () => {
    const [one, other] = [sessions.begin(office), sessions.begin(office)];
    expect(one).not.toBe(other);
    expect(sessions.find(one)?.person).toEqual(office);
    expect(sessions.find(`${one}x`)).toBeUndefined();
    expect(sessions.find('')).toBeUndefined();
  });

  it('ends when nothing is asked in it for too long, and goes on while something is', () => {
    const id = sessions.begin(office);
    for (let n = 0; n < 4; n++) {
      now += 29 * minute;
      expect(sessions.find(id)).toBeDefined();
    }
    now += 31 * minute;
    expect(sessions.find(id)).toBeUndefined();
    expect(sessions.all()).toEqual([]);
  });

  it('is kept by nothing that a page asks by itself', () => {
    const id = sessions.begin(office);
    const { reference = '' } = sessions.look(id) ?? {};
    for (let n = 0; n < 3; n++) {
      now += 10 * minute;
      expect([sessions.look(id)?.person, sessions.isStanding(reference)]).toEqual([office, true]);
    }
    now += minute;
    expect([sessions.isStanding(reference), sessions.look(id)]).toEqual([false, undefined]);
    expect(sessions.isStanding(reference)).toBe(false);
  });

  it('ends after its longest time, whatever is asked', () => {
    const id = sessions.begin(office);
    for (let n = 0; n < 36; n++) {
      now += 20 * minute;
      expect(sessions.find(id)).toBeDefined();
    }
    now += minute;
    expect(sessions.find(id)).toBeUndefined();
  });

  it('is ended by its name, or with every one of its person', () => {
    const [here, there] = [sessions.begin(office), sessions.begin(office)];
    const other = sessions.begin(demoPerson('governance'));
    expect(sessions.end(sessions.find(here)?.reference ?? '')?.person).toEqual(office);
    expect(sessions.find(here)).toBeUndefined();
    expect(sessions.endAllOf(office.actor)).toBe(1);
    expect(sessions.find(there)).toBeUndefined();
    expect(sessions.find(other)).toBeDefined();
    expect(sessions.end('none')).toBeUndefined();
  });

  it('outlives the server, and its id stands in no file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-sessions-'));
    const file = join(folder, 'sessions.sqlite');
    const open = () => Sessions.open(file, { idle: 30 * minute, longest: 720 * minute }, () => now);
    const before = open();
    const id = before.begin(office);
    before.close();
    expect(readFileSync(file).includes(id)).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
    const after = open();
    expect(after.find(id)?.person).toEqual(office);
    after.close();
    rmSync(folder, { recursive: true });
  });
});

describe('A sign-in that was begun', () => {
  it('is taken up once, by the browser that began it, in time', () => {
    sessions.beginSignIn('browser', 'state', { back: '/' });
    expect(sessions.takeSignIn('another', 'state')).toBeUndefined();
    expect(sessions.takeSignIn('browser', 'other')).toBeUndefined();
    expect(sessions.takeSignIn('browser', 'state')).toEqual({ back: '/' });
    expect(sessions.takeSignIn('browser', 'state')).toBeUndefined();
    sessions.beginSignIn('browser', 'late', {});
    now += 11 * minute;
    expect(sessions.takeSignIn('browser', 'late')).toBeUndefined();
  });
});
