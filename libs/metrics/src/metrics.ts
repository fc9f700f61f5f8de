import { Injectable } from '@nestjs/common';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Book } from '#book';
import { latestDate } from '#calendar';
import type { Position } from '#event-store';
import { FollowUpFile, FollowUps } from '#follow-up';
import { metrics, processMetrics, type MetricName } from './metric-names.js';

/** Seconds, from what an embedded store takes to what nobody waits for. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How many entries that are not shown yet are counted at most. */
const mostCounted = 10_000;

const help = (name: MetricName) => ({ name, help: metrics[name] });
const asNumber = (is: boolean): number => (is ? 1 : 0);
const inSeconds = (instant: string): number => Date.parse(instant) / 1_000;

/** What this server tells of itself to whoever watches it, each figure as it is at the moment of asking. */
@Injectable()
export class Metrics {
  private readonly collected = new Registry();
  private readonly commands: Histogram<'outcome'>;
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  private readonly unreachable: Gauge;

  constructor(
    private readonly book: Book,
    private readonly followUps: FollowUps,
    private readonly waiting: FollowUpFile,
  ) {
    const { collected } = this;
    const registers = [collected];
    this.commands = new Histogram({
      ...help('minutebook_command_duration_seconds'),
      labelNames: ['outcome'],
      buckets,
      registers,
    });
    this.requests = new Histogram({
      ...help('minutebook_http_request_duration_seconds'),
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    });
    this.unreachable = new Gauge({ ...help('minutebook_record_unreachable'), registers });
    const applied = new Counter({ ...help('minutebook_projection_events_total'), registers });
    book.recorded.on('recorded', (events) => applied.inc(events.length));
    this.watchProjection();
    this.watchFollowUps();
    this.watchFiles();
    collectDefaultMetrics({ register: collected });
    for (const { name } of collected.getMetricsAsArray())
      if (!(name in metrics) && !(processMetrics as readonly string[]).includes(name))
        collected.removeSingleMetric(name);
  }

  /** The media type of the exposition. */
  get contentType(): string {
    return this.collected.contentType;
  }

  /** Everything in the text format of Prometheus. */
  async exposition(): Promise<string> {
    return this.collected.metrics();
  }

  /** Notes what came of a command. @param seconds from when it was taken in until its outcome was known */
  command(outcome: string, seconds: number): void {
    this.commands.observe({ outcome }, seconds);
  }

  /** Notes an answered request. @param route its pattern, never its address */
  request(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  private gauge(name: MetricName, figure: () => number | Promise<number>): void {
    new Gauge({
      ...help(name),
      registers: [this.collected],
      async collect() {
        this.set(await figure());
      },
    });
  }

  private watchProjection(): void {
    const { book } = this;
    // Both from one look: what is counted is what is waited for.
    let behind = this.behind(undefined);
    this.gauge('minutebook_projection_lag_seconds', async () => {
      behind = this.behind(book.position);
      return (await behind).seconds;
    });
    this.gauge('minutebook_projection_events_behind', async () => (await behind).events);
    this.gauge('minutebook_projection_last_recorded_timestamp_seconds', () => {
      const last = book.reader.moments.lastRecorded(book.reader.moments.at(latestDate));
      return last === undefined ? 0 : inSeconds(last);
    });
    this.gauge('minutebook_projection_entries', () => book.progress.entries);
    this.gauge('minutebook_projection_stopped', () => asNumber(book.projector.fault !== undefined));
    this.gauge('minutebook_quarantined_streams', () => book.quarantined.length);
    this.gauge('minutebook_quarantined_entries', () =>
      book.quarantined.reduce((sum, { waiting }) => sum + waiting, 0),
    );
    this.gauge('minutebook_rebuild_running', () => asNumber(book.progress.rebuild !== undefined));
    this.gauge('minutebook_rebuild_progress_ratio', () => {
      const { read, of } = book.progress.rebuild ?? { read: 0, of: 1 };
      return of === 0 ? 0 : read / of;
    });
  }

  private watchFollowUps(): void {
    const { followUps, waiting } = this;
    this.gauge('minutebook_follow_ups_lag_seconds', async () =>
      followUps.standing === 'following' ? (await this.behind(waiting.position)).seconds : 0,
    );
    this.gauge('minutebook_follow_ups_waiting', () => waiting.outstanding().length);
    this.gauge('minutebook_follow_ups_stopped', () => asNumber(followUps.fault !== undefined));
  }

  private watchFiles(): void {
    const { folder } = this.book;
    new Gauge({
      ...help('minutebook_file_bytes'),
      labelNames: ['file'],
      registers: [this.collected],
      collect() {
        this.reset();
        for (const [file, bytes] of sizesIn(folder)) this.set({ file }, bytes);
      },
    });
    const { book } = this;
    new Counter({
      ...help('minutebook_subscriptions_total'),
      registers: [this.collected],
      collect() {
        this.reset();
        this.inc(book.subscriptions);
      },
    });
  }

  /** What is on the record after a position: how many entries, and how long ago the first of them was recorded. */
  private async behind(position: Position | undefined): Promise<{ seconds: number; events: number }> {
    try {
      const head = await this.book.store.head();
      this.unreachable.set(0);
      if (head === undefined || (position !== undefined && position >= head))
        return { seconds: 0, events: 0 };
      let events = 0;
      let first: string | undefined;
      for await (const page of this.book.store.readAll({
        ...(position !== undefined && { after: position }),
      })) {
        first ??= page[0]?.recordedAt;
        events += page.length;
        if (events >= mostCounted) break;
      }
      const seconds = first === undefined ? 0 : Math.max(0, Date.now() / 1_000 - inSeconds(first));
      return { seconds, events: Math.min(events, mostCounted) };
    } catch {
      // The metrics of a server that has lost its record are the ones most wanted.
      this.unreachable.set(1);
      return { seconds: Number.NaN, events: Number.NaN };
    }
  }
}

/** The databases in a folder, each with what belongs to it. */
function sizesIn(folder: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const [, file] = /^(.+\.sqlite(?:\.rebuilding)?)(?:-wal|-shm|-journal)?$/.exec(name) ?? [];
    if (file === undefined) continue;
    const { size } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { size: 0 };
    sizes.set(file, (sizes.get(file) ?? 0) + size);
  }
  return sizes;
}
