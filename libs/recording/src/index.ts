export type { DutiesApart } from './duties.js';
export { judge, type Asked, type ChangeAsked, type Judgement, type Slot } from './judge.js';
export { loggedOf, UnreadableEntry } from './open-streams.js';
export {
  Recorder,
  type NamedEntry,
  type RecordingOutcome,
  type Sender,
  type StrikeAsked,
} from './recorder.js';
export type { TakenIds } from './taken-ids.js';
