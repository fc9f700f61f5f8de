import { afterAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command } from '#programme';
import { Recorder } from '#recording';
import { HandedClock } from '#testing';
import { ratings, Reader, ReadModel } from './index.js';

const models: ReadModel[] = [];
afterAll(() => {
  for (const model of models) model.close();
});

async function logOf(store: MemoryEventStore): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}

function readerOf(log: readonly StoredEvent[]): Reader {
  const model = ReadModel.open(':memory:');
  models.push(model);
  model.apply(log);
  return new Reader(model);
}

/** A book in which each command is recorded a minute after the one before, and all of them are. */
class SmallBook {
  private readonly clock = new HandedClock();
  private readonly store = new MemoryEventStore({ clock: this.clock.read });
  private readonly recorder = new Recorder(this.store);
  private sent = 0;

  async say(day: string, said: { readonly type: string; readonly [field: string]: unknown }) {
    this.clock.moveOn(60_000);
    const command = { programme: 'county', effectiveOn: civilDate(day), provenance: 'observed', ...said };
    const outcome = await this.recorder.record(command as unknown as Command, this.sender());
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    return { id: outcome.events[0]?.id ?? '', recordedAt: this.clock.read() };
  }

  async strike(project: string, id: string, day: string, replacement: readonly object[] = []) {
    this.clock.moveOn(60_000);
    const command = { programme: 'county', effectiveOn: civilDate(day), provenance: 'observed', project };
    const outcome = await this.recorder.strike(
      {
        programme: 'county',
        stream: `county/project/${project}`,
        entries: [id],
        reason: 'The report gives another point',
        authority: 'Head of the programme office',
        recorded: { effectiveOn: civilDate(day), provenance: 'observed' },
        replacement: replacement.map((said) => ({ command: { ...command, ...said } as unknown as Command })),
      },
      this.sender(),
    );
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
  }

  async read(day: string, knownAt?: ReturnType<HandedClock['read']>) {
    const reader = readerOf(await logOf(this.store));
    return ratings(reader, 'county', reader.moment(civilDate(day), knownAt));
  }

  private sender() {
    const commandId = `command-${++this.sent}`;
    return { actor: 'programme-officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  }
}

const rating = {
  type: 'rate-project',
  project: 'legal-company',
  measure: 'delivery-confidence',
  scale: 'confidence',
  version: 1,
  assessor: 'Head of Internal Audit',
  independence: 'independent',
  basis: 'Gate review',
} as const;
const pointsOf = (...ids: string[]) => ids.map((id, at) => ({ id, label: id.toUpperCase(), order: at + 1 }));

/** A project rated amber on five points in 2015, and low on three in 2016. */
async function ratedTwice() {
  const book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  await book.say('2013-09-19', { type: 'open-portfolio', portfolio: 'corporate', name: 'Corporate' });
  await book.say('2013-09-19', { type: 'open-portfolio', portfolio: 'growth', name: 'Growth' });
  await book.say('2014-07-17', {
    type: 'charter-project',
    project: 'legal-company',
    name: 'Legal company',
    portfolio: 'corporate',
  });
  await book.say('2014-04-01', {
    type: 'define-rating-scale',
    scale: 'confidence',
    version: 1,
    name: 'Confidence',
    measure: 'delivery-confidence',
    points: pointsOf('green', 'amber-green', 'amber', 'amber-red', 'red'),
  });
  const first = await book.say('2015-09-30', { ...rating, point: 'amber' });
  await book.say('2016-04-01', {
    type: 'change-rating-scale',
    scale: 'confidence',
    version: 2,
    points: pointsOf('high', 'medium', 'low'),
    mapping: [
      { fromPoint: 'green', toPoint: 'high' },
      { fromPoint: 'amber-green', toPoint: 'high' },
      { fromPoint: 'amber', toPoint: 'medium' },
      { fromPoint: 'amber-red', toPoint: 'low' },
      { fromPoint: 'red', toPoint: 'low' },
    ],
  });
  await book.say('2016-06-01', { type: 'move-project', project: 'legal-company', toPortfolio: 'growth' });
  await book.say('2016-09-30', { ...rating, version: 2, point: 'low' });
  return { book, first };
}

describe('The ratings of a programme', () => {
  it('are as given while the version of their scale is in force', async () => {
    const { book, first } = await ratedTwice();
    expect(await book.read('2015-09-29')).toEqual([]);
    expect(await book.read('2016-03-31')).toEqual([
      {
        id: first.id,
        project: 'legal-company',
        name: 'Legal company',
        portfolio: 'corporate',
        portfolioWhenRated: 'corporate',
        measure: 'delivery-confidence',
        ratedOn: '2015-09-30',
        ratedPrecision: 'day',
        last: true,
        scale: 'confidence',
        version: 1,
        point: 'amber',
        label: 'AMBER',
        versionInForce: 1,
        mappedPoint: 'amber',
        mappedLabel: 'AMBER',
        mapping: 'as given',
        assessor: 'Head of Internal Audit',
        independence: 'independent',
        basis: 'Gate review',
        source: null,
        provenance: 'observed',
        illustrative: false,
      },
    ]);
  });

  it('stay as given when the scale is changed, with what they come to on the new one beside them', async () => {
    const { book } = await ratedTwice();
    expect(await book.read('2016-04-01')).toMatchObject([
      {
        version: 1,
        point: 'amber',
        label: 'AMBER',
        versionInForce: 2,
        mappedPoint: 'medium',
        mappedLabel: 'MEDIUM',
        mapping: 'mapped from confidence version 1',
      },
    ]);
  });

  it('are told over time, under the portfolio of the day asked for, and say which it was when they were given', async () => {
    const { book } = await ratedTwice();
    expect(await book.read('2017-01-01')).toMatchObject([
      { ratedOn: '2015-09-30', portfolio: 'growth', portfolioWhenRated: 'corporate', last: false },
      { ratedOn: '2016-09-30', portfolio: 'growth', portfolioWhenRated: 'growth', last: true },
    ]);
  });

  it('take a late one into its place, and know nothing of it before it was recorded', async () => {
    const { book } = await ratedTwice();
    const before = (
      await book.say('2016-10-03', { type: 'rename-project', project: 'legal-company', name: 'The company' })
    ).recordedAt;
    await book.say('2015-12-31', { ...rating, point: 'red' });
    const pointsOn = async (known?: typeof before) =>
      (await book.read('2017-01-01', known)).map(({ point, last }) => [point, last]);
    expect(await pointsOn()).toEqual([
      ['amber', false],
      ['red', false],
      ['low', true],
    ]);
    expect(await pointsOn(before)).toEqual([
      ['amber', false],
      ['low', true],
    ]);
  });

  it('have lost one that was struck, and its replacement stands in its place in the day', async () => {
    const { book, first } = await ratedTwice();
    await book.say('2015-09-30', {
      ...rating,
      point: 'green',
      assessor: 'Project Manager',
      independence: 'self',
    });
    await book.strike('legal-company', first.id, '2015-09-30', [{ ...rating, point: 'red' }]);
    expect((await book.read('2016-03-31')).map(({ point, last }) => [point, last])).toEqual([
      ['red', false],
      ['green', true],
    ]);
  });
});
