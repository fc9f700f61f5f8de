export type { Changes, Parts, Refusal, Rules, Saying, ThingSaid } from './rules.js';
export {
  compareInFoldOrder,
  isStrike,
  placeOf,
  type Entry,
  type Logged,
  type Place,
  type Placed,
  type Strike,
} from './entry.js';
export { same } from './same.js';
export { Timeline, type Change, type ChangedDays, type Judged } from './timeline.js';
