import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book, importFile } from '#book';
import { FollowUpFile, FollowUps } from '#follow-up';
import { Metrics } from './metrics.js';

let folder: string;
let book: Book;
let waiting: FollowUpFile;
let metrics: Metrics;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-metrics-'));
  book = await Book.open({ folder });
  waiting = FollowUpFile.open(':memory:');
  metrics = new Metrics(book, new FollowUps(book, waiting, []), waiting);
});

afterEach(async () => {
  waiting.close();
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is told under a name: each figure by its labels. */
const told = async (name: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await metrics.exposition()).split('\n').flatMap((line) => {
      const [, labels, figure] = new RegExp(`^${name}(?:\\{(.*)\\})? (\\S+)$`).exec(line) ?? [];
      return figure === undefined ? [] : [[labels ?? '', figure]];
    }),
  );

const said = [
  { id: 'one', command: 'start-programme', effectiveOn: '2013-07-18', name: 'Transformation' },
  { id: 'two', command: 'plan-phase', effectiveOn: '2013-07-18', phase: 'first', name: 'Phase 1' },
  { id: 'three', command: 'open-phase', effectiveOn: '2013-10-01', phase: 'first' },
];

describe('What a server tells of itself', () => {
  it('is how many entries the views show, and that none is behind', async () => {
    expect(await told('minutebook_projection_entries')).toEqual({ '': '0' });
    const text = said.map((line) => JSON.stringify(line)).join('\n');
    await importFile(book, text, { programme: 'county', actor: 'officer', capacity: 'programme-office' });
    await book.upTo(await book.store.head());
    expect(await told('minutebook_projection_entries')).toEqual({ '': '3' });
    expect(await told('minutebook_projection_events_total')).toEqual({ '': '3' });
    expect(await told('minutebook_projection_events_behind')).toEqual({ '': '0' });
    expect(await told('minutebook_projection_lag_seconds')).toEqual({ '': '0' });
    const [{ recordedAt } = { recordedAt: '' }] = book.reader.log.entriesOfCommand('county', 'three');
    expect(await told('minutebook_projection_last_recorded_timestamp_seconds')).toEqual({
      '': String(Date.parse(recordedAt) / 1_000),
    });
  });

  it('is how many commands came to what, and how long they took together', async () => {
    metrics.command('recorded', 0.25);
    metrics.command('recorded', 0.5);
    metrics.command('refused', 0.001);
    const commands = 'minutebook_command_duration_seconds';
    expect(await told(`${commands}_count`)).toEqual({ 'outcome="recorded"': '2', 'outcome="refused"': '1' });
    expect(await told(`${commands}_sum`)).toEqual({
      'outcome="recorded"': '0.75',
      'outcome="refused"': '0.001',
    });
    expect(await told(`${commands}_bucket`)).toMatchObject({
      'le="0.1",outcome="recorded"': '0',
      'le="0.25",outcome="recorded"': '1',
      'le="0.5",outcome="recorded"': '2',
    });
  });

  it('is how many requests of a route were answered by which class of status', async () => {
    metrics.request('GET', '/health', 200, 0.01);
    metrics.request('GET', '/health', 503, 0.01);
    metrics.request('GET', '/health', 500, 0.01);
    expect(await told('minutebook_http_request_duration_seconds_count')).toEqual({
      'method="GET",route="/health",status="2xx"': '1',
      'method="GET",route="/health",status="5xx"': '2',
    });
  });

  it('is the size of each database in its folder, and of nothing else there', async () => {
    const files = Object.keys(await told('minutebook_file_bytes'));
    expect(files.sort()).toEqual(['file="book.sqlite"', 'file="read-model.sqlite"']);
  });

  it('is that the record cannot be asked, where it cannot', async () => {
    expect(await told('minutebook_record_unreachable')).toEqual({ '': '0' });
    book.store.head = () => Promise.reject(new Error('No route to the record'));
    expect(await told('minutebook_projection_lag_seconds')).toEqual({ '': 'Nan' });
    expect(await told('minutebook_record_unreachable')).toEqual({ '': '1' });
  });
});
