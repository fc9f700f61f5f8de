/** What a measure found: the figure, the limit it must hold, and whether it does. */
export interface Finding {
  /** What the figure is of. */
  readonly what: string;
  readonly measured: string;
  readonly limit: string;
  readonly holds: boolean;
}

/** One promise about speed, measured against its limit in the same run. */
export interface Measure {
  /** Short, kebab-case: for `--only`. */
  readonly name: string;
  /** What is promised, in a sentence. */
  readonly promises: string;
  /** `say` reports progress of what takes long. */
  run(size: { readonly events: number }, say: (what: string) => void): Promise<readonly Finding[]>;
}

/** The middle of several figures: noise pulls the mean, not the median. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** How long work takes, in milliseconds. */
export async function millisecondsOf(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** A finding that a figure stays at or under a limit. */
export function atMost(
  what: string,
  figure: number,
  limit: number,
  inWords: (figure: number) => string,
): Finding {
  return { what, measured: inWords(figure), limit: `at most ${inWords(limit)}`, holds: figure <= limit };
}

/** A finding that a figure reaches a limit. */
export function atLeast(
  what: string,
  figure: number,
  limit: number,
  inWords: (figure: number) => string,
): Finding {
  return { what, measured: inWords(figure), limit: `at least ${inWords(limit)}`, holds: figure >= limit };
}

export const times = (ratio: number): string => `${ratio.toFixed(2)} times`;
export const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
export const eventsPerSecond = (rate: number): string =>
  `${Math.round(rate).toLocaleString('en-GB')} events a second`;
