/** What a peer does wrong at one call. */
export type Fault =
  /** Answers after so many milliseconds. */
  | { readonly slow: number }
  /** Answers once that has come about. */
  | { readonly until: Promise<void> }
  /** Tells each record of a read after so many milliseconds more. */
  | { readonly eachAfter: number }
  /** Says UNAVAILABLE and has done nothing. */
  | 'unavailable'
  /** Does it, and says UNAVAILABLE all the same. */
  | 'done-but-unavailable'
  /** Says that another node leads, and which. */
  | 'not-leader'
  /** Says that it has only just started. */
  | 'not-ready'
  /** Does nothing and says nothing. */
  | 'silent'
  /** Does it and says nothing, until the caller has long given up. */
  | 'done-but-silent'
  /** Says so with the code of an inner fault. */
  | 'internal'
  /** Breaks a stream of answers off in the middle. */
  | 'broken-off';

export type FaultyCall = 'append' | 'read';

/** The faults that a test has asked for: each happens once, at the next call of its kind. */
export class Faults {
  private readonly asked: Record<FaultyCall, Fault[]> = { append: [], read: [] };

  next(call: FaultyCall, ...faults: readonly Fault[]): void {
    this.asked[call].push(...faults);
  }

  take(call: FaultyCall): Fault | undefined {
    return this.asked[call].shift();
  }

  get waiting(): number {
    return this.asked.append.length + this.asked.read.length;
  }
}
