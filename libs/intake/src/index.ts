import 'reflect-metadata';

export { batchJsonSchema, batchName, takeInBatch } from './batch-form.js';
export { commandNames } from './commands.js';
export { commandsAndEventsPage } from './commands-and-events-page.js';
export type { Control, LineControl, Newness, ThingKind, Way } from './control.js';
export {
  type CommandDescription,
  commandJsonSchema,
  describeCommand,
  exampleBody,
  isOfEveryCommand,
} from './describe-command.js';
export type { FieldDescription } from './describe-fields.js';
export type { JsonSchema } from './field-kind.js';
export type { FieldProblem } from './field-problem.js';
export { repeatedMember } from './repeated-member.js';
export { isId, trimmed } from './text-kinds.js';
export { mostProblems, takeIn, type TakenIn } from './take-in.js';
export type { Context } from './take-in-command.js';
export type { Replacement, Strike } from './take-in-strike.js';
