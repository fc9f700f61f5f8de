export type { DutiesApart } from './duties.js';
export { judge, type CommandOfChange, type ChangeAsked, type Judgement, type Slot } from './judge.js';
export { loggedOf, UnreadableEntry } from './open-streams.js';
export { Recorder } from './recorder.js';
export type { NamedEntry, RecordingOutcome, Sender, StrikeAsked } from './outcome.js';
export type { TakenIds } from './taken-ids.js';
