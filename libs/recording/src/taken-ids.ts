/** What views know of the ids of commands, as far as they have read. */
export interface TakenIds {
  /** The streams of a programme in which an id is taken by a command. */
  byCommand(programme: string, id: string): readonly string[];
  /** The streams of a programme in which an id is taken by a batch, whose commands have ids of their own. */
  byBatch(programme: string, id: string): readonly string[];
}
