import 'reflect-metadata';

export {
  type Control,
  type FieldDescription,
  type FieldProblem,
  isId,
  type JsonSchema,
  type LineControl,
  type Newness,
  type ThingKind,
  trimmed,
  type Way,
} from '#fields';
export { batchJsonSchema, batchName, takeInBatch } from './batch-form.js';
export { commandNames } from './commands.js';
export { commandsAndEventsPage } from './commands-and-events-page.js';
export {
  type CommandDescription,
  commandJsonSchema,
  describeCommand,
  isOfEveryCommand,
} from './describe-command.js';
export { repeatedMember } from './repeated-member.js';
export { mostProblems, takeIn, type TakenIn } from './take-in.js';
export type { Context } from './take-in-command.js';
export type { Replacement, Strike } from './take-in-strike.js';
export { exampleBodies } from './example-bodies.js';
