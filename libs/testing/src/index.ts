export {
  believed,
  bruteForce,
  judgePlainly,
  recordedBy,
  refusals,
  type Append,
  type History,
  type InTheWay,
  type Question,
} from './brute-force.js';
export { entryId, given } from './given.js';
export {
  aChangeAfter,
  anyHistory,
  aQuestionAbout,
  historyDays,
  historyKeys,
  lastRecording,
  permittedHistory,
} from './histories.js';
export {
  limitKey,
  nameKey,
  smallStructure,
  unitKey,
  type SmallEvent,
  type SmallLimit,
  type SmallName,
  type SmallPart,
  type SmallUnit,
} from './small-structure.js';
export {
  aCommand,
  aCommandOf,
  randomDays,
  randomKinds,
  randomProgramme,
  randomSayings,
  type RandomKind,
} from './random-commands.js';
export { foldEntries, foldPlainly, isThing, recordedEntries, type PlainQuestion } from './plain-fold.js';
export { factsChangedPlainly, NotingRecorder, type PlainChange } from './plain-facts.js';
export { aStep, beginning, HandedClock, play, playOn, type RandomStep } from './random-book.js';
export { aSequence, openedBook, type Sequence } from './book-at-its-gates.js';
export { savingsPlainly, type PlainSaving } from './plain-savings.js';
export { unitsPlainly, type PlainFlow, type PlainUnits } from './plain-units.js';
export { gatePassed, gateAsked, shutPlainly, type PlainGate } from './plain-gate.js';
export { metOften } from './met-often.js';
export { fixedSeed, historySeed } from './seed.js';
export { readDrawing, type ReadDrawing } from './read-drawing.js';
export { readPage, readPart, wordsOf, type ReadPage, type ReadRow } from './read-page.js';
export { SmallBook, type SaidToBook } from './small-book.js';
