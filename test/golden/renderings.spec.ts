import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Book, loadDemonstration } from '#book';
import { civilDate } from '#calendar';
import { FollowUpFile } from '#follow-up';
import type { ReportCommand } from '#programme';
import { views, type View } from '#views';
import { rendering, ReportRendering } from '../../apps/server/src/reporting/report-rendering.js';
import type { ViewQuery } from '../../apps/server/src/reporting/view-query.js';
import { ViewQueryHandler } from '../../apps/server/src/reporting/view-query-handler.js';
import { root } from '../house/sources.js';

const golden = join(root, 'test/golden');
const kept = join(golden, `renderings/v${rendering}.json`);
const days = ['2013-10-15', '2014-05-15', '2016-03-31', '2019-04-01'].map(civilDate);
const last = civilDate('2026-11-28');

let place: string;
let book: Book;
let waiting: FollowUpFile;
let reports: ReportRendering;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'minutebook-'));
  mkdirSync(join(place, 'demo/kent'), { recursive: true });
  cpSync(join(golden, 'log-v1/kent.ndjson'), join(place, 'demo/kent/kent.ndjson'));
  const folder = join(place, 'book');
  await loadDemonstration(folder, place);
  book = await Book.open({ folder, demonstration: 'kent' });
  waiting = FollowUpFile.open(':memory:');
  const handler = new ViewQueryHandler(book, waiting);
  const queries = { execute: (query: ViewQuery) => handler.execute(query) } as unknown as QueryBus;
  reports = new ReportRendering(queries, book);
});

afterAll(async () => {
  waiting.close();
  await book.close();
  rmSync(place, { recursive: true, force: true });
});

/** What must be said of a view for it to answer. */
const said: Readonly<Record<string, Partial<ReportCommand>>> = {
  changes: { query: { from: '2013-09-19', to: '2014-05-15' } },
  restatement: { knownAt: '2014-06-30' },
};

/** The digest of a report that would be issued of the log. */
async function digestOf(view: View, shown: Partial<ReportCommand>): Promise<string> {
  const command = {
    ...{ type: 'issue-report', programme: 'kent', report: 'golden', title: 'Golden', view: view.name },
    ...{ effectiveOn: last, provenance: 'observed', knownAt: last, ...shown, ...said[view.name] },
  };
  const { hash = '' } = await reports.issuing(command as ReportCommand);
  return hash;
}

/** Every report there can be of a view: as at each day, as data and as CSV, and of each of its things. */
async function digests(view: View): Promise<string> {
  const hash = createHash('sha256');
  for (const asAt of days) {
    hash.update(await digestOf(view, { asAt, format: 'json' }));
    if (view.columns) hash.update(await digestOf(view, { asAt, format: 'csv' }));
  }
  for (const thing of idsOf(view)) hash.update(await digestOf(view, { asAt: last, format: 'json', thing }));
  return hash.digest('hex');
}

function idsOf({ name, one }: View): readonly string[] {
  if (!one) return [];
  if (one.ids) return one.ids;
  // The rows of a history are entries, and its things whatever they are about.
  if (name === 'history') return ['legal-services', 'libraries', 'cabinet', '15-00047'];
  const list = views.get(name)?.answer({
    ...{ reader: book.reader, programme: 'kent', moment: book.reader.moments.at(last) },
    ...{ question: { asAt: last, filters: {} }, waiting: [], demonstration: true },
  } as never);
  return (list?.list?.rows ?? []).flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : []));
}

describe('What a log comes to', () => {
  it('is byte for byte what this version of the rendering says of it, in every report that can be issued', async () => {
    const found: Record<string, string> = {};
    for (const view of views.values()) if (view.canBeIssued) found[view.name] = await digests(view);
    // To keep a new version of the rendering: WRITE_RENDERINGS=yes, once, and a line in sha256sums.txt.
    if (process.env['WRITE_RENDERINGS'] === 'yes' && !existsSync(kept))
      writeFileSync(kept, `${JSON.stringify(found, undefined, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(kept, 'utf8')));
  });
});
