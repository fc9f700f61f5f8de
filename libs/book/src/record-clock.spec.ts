import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { Command } from '#programme';
import { Book } from './book.js';

let folder: string;
let now: string;
let warned: string[];
let book: Book;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-clock-'));
  now = '2014-04-01T12:00:00.000Z';
  warned = [];
  book = await Book.open({ folder, clock: () => now, warn: (words) => warned.push(words) });
  await startAProgramme('kent');
});

afterEach(async () => {
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

async function startAProgramme(programme: string): Promise<void> {
  const said = { type: 'start-programme', name: programme, programme, provenance: 'observed' };
  const sender = {
    actor: 'officer',
    capacity: 'programme-office',
    commandId: programme,
    fingerprint: programme,
  };
  const command = { ...said, effectiveOn: civilDate('2014-04-01') } as Command;
  expect(book.noting(await book.recorder.record(command, sender)).outcome).toBe('recorded');
  await book.upTo();
}

const back = (by: string, from: string, to: string) =>
  `This computer’s clock went back by ${by}, from 2014-04-01T${from}.000Z to 2014-04-01T${to}.000Z: set it right`;

describe('A clock that goes back while a book is open', () => {
  it('is told at the next entry, once', async () => {
    now = '2014-04-01T11:50:00.000Z';
    expect(warned).toEqual([]);
    await startAProgramme('essex');
    expect(warned).toEqual([back('10 min', '12:00:00', '11:50:00')]);
    now = '2014-04-01T11:51:00.000Z';
    await startAProgramme('surrey');
    expect(warned).toHaveLength(1);
    expect(book.notices).toContain(back('9 min', '12:00:00', '11:51:00'));
  });

  it('is told again at another step back, whether it had caught up before or not', async () => {
    now = '2014-04-01T11:50:00.000Z';
    await startAProgramme('essex');
    now = '2014-04-01T11:40:00.000Z';
    await startAProgramme('surrey');
    now = '2014-04-01T13:00:00.000Z';
    await startAProgramme('sussex');
    now = '2014-04-01T12:59:00.000Z';
    await startAProgramme('devon');
    expect(warned).toEqual([
      back('10 min', '12:00:00', '11:50:00'),
      back('10 min', '11:50:00', '11:40:00'),
      back('60 s', '13:00:00', '12:59:00'),
    ]);
  });

  it('is told though only health had looked at it since it went on', async () => {
    now = '2014-04-01T14:00:00.000Z';
    expect(book.notices).toEqual([]);
    now = '2014-04-01T13:00:00.000Z';
    await startAProgramme('essex');
    expect(warned).toEqual([back('60 min', '14:00:00', '13:00:00')]);
  });

  it('is told though health told it before the next entry', async () => {
    now = '2014-04-01T11:50:00.000Z';
    expect(book.notices).toContain(back('10 min', '12:00:00', '11:50:00'));
    await startAProgramme('essex');
    expect(warned).toEqual([back('10 min', '12:00:00', '11:50:00')]);
  });

  it('is not told where five seconds or less are corrected, but where such corrections come to more', async () => {
    now = '2014-04-01T11:59:55.000Z';
    await startAProgramme('essex');
    expect(warned).toEqual([]);
    now = '2014-04-01T11:59:54.000Z';
    await startAProgramme('surrey');
    expect(warned).toEqual([back('6 s', '12:00:00', '11:59:54')]);
  });
});
