/** A note as it stands, with the number it was written under: a later one has a greater number. */
export interface NoteWritten {
  readonly number: number;
  readonly text: string;
}

/**
 * A short text that the processes which share a log keep beside it, such as who does a work among them and how far it
 * has come. It is no part of the log and of no stream of the book. Only a store that several processes share has notes.
 */
export interface Note {
  /** The note as it stands, or undefined where nobody wrote one. */
  read(): Promise<NoteWritten | undefined>;
  /**
   * Writes the note where it still stands under a number (undefined: where nobody wrote one).
   *
   * @returns the number it stands under now, or undefined where somebody else had written
   */
  write(text: string, after: number | undefined): Promise<number | undefined>;
}
