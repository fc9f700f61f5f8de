/** One thing that was looked at, and what was found wrong with it, in words. */
export interface Examined {
  /** What was looked at, and how much of it. */
  readonly looked: string;
  readonly found: readonly string[];
}

/** How far an examination is: what is done, how many entries, of how many. */
export type ExaminationProgress = (part: 'read' | 'fold', done: number, of: number) => void;
