import type { Audited } from './audited.js';

/** How many lines are written one by one within a window, and how long that is in milliseconds. */
export interface FloodLimits {
  readonly ofOne: number;
  readonly inAll: number;
  readonly window: number;
}

const floodLimits: FloodLimits = { ofOne: 60, inAll: 300, window: 60_000 };

/** Of so many sources each is counted by itself; those after them are counted together. */
const mostSources = 500;

interface Source {
  readonly like: Audited;
  written: number;
  /** How many were not written, by what exactly they were. */
  counted: Map<string, number>;
  since: number;
}

/**
 * Tells a flood from what is worth a line each: of what one person or address causes within a window only the first are
 * lines, the others are counted and come to one line more. Nothing is lost but what each of them would have said again.
 */
export class Floods {
  private sources = new Map<string, Source>();
  private written = 0;
  private began = 0;

  constructor(private readonly limits: FloodLimits = floodLimits) {}

  /** The lines to write now for something that happened: itself, word that others are counted from here on, or none. */
  linesFor(line: Audited, now: number): readonly Audited[] {
    const before = this.linesIfOver(now);
    if (this.sources.size === 0) this.began = now;
    const source = this.sourceOf(line, now);
    if (source.written < this.limits.ofOne && this.written < this.limits.inAll) {
      source.written += 1;
      this.written += 1;
      return [...before, line];
    }
    const isFirst = source.counted.size === 0;
    if (isFirst) source.since = now;
    const of = source.counted.size < 20 || source.counted.has(line.detail) ? line.detail : 'other';
    source.counted.set(of, (source.counted.get(of) ?? 0) + 1);
    const detail = 'a flood: what follows from here is counted, and not told one by one';
    return isFirst ? [...before, { ...source.like, detail }] : before;
  }

  /** A line for each source with what was counted and not told so far. */
  linesCounted(now: number): Audited[] {
    return [...this.sources.values()].flatMap((source) => {
      if (source.counted.size === 0) return [];
      const all = [...source.counted.values()].reduce((sum, count) => sum + count, 0);
      const each = [...source.counted].map(([detail, count]) => `${count} × ${detail || source.like.what}`);
      const seconds = Math.max(1, Math.round((now - source.since) / 1_000));
      source.counted = new Map();
      source.since = now;
      return [{ ...source.like, detail: `a flood: ${all} more within ${seconds} s: ${each.join(', ')}` }];
    });
  }

  /** When the window is over, in milliseconds since 1970; undefined where there is none. */
  get over(): number | undefined {
    return this.sources.size === 0 ? undefined : this.began + this.limits.window;
  }

  /** What was counted, where the window is over; the next one begins with what happens next. */
  linesIfOver(now: number): readonly Audited[] {
    if (this.over === undefined || now < this.over) return [];
    const lines = this.linesCounted(now);
    this.sources = new Map();
    this.written = 0;
    return lines;
  }

  private sourceOf(line: Audited, now: number): Source {
    const own = `${line.what} ${line.actor === 'anonymous' ? line.from : line.actor}`;
    const key = this.sources.has(own) || this.sources.size < mostSources ? own : line.what;
    const found = this.sources.get(key);
    if (found) return found;
    const like = key === own ? line : { ...line, actor: 'several', name: '', from: 'several addresses' };
    const source = {
      like: { ...like, address: '' },
      written: 0,
      counted: new Map<string, number>(),
      since: now,
    };
    this.sources.set(key, source);
    return source;
  }
}
