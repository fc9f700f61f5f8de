import { type FieldDescription, type JsonSchema } from '#fields';
import { describeForm, formSchema } from './form.js';
import { commandOf } from './commands.js';
import { exampleBodies } from './example-bodies.js';
import { RecordedForm } from './recorded-form.js';

/** A command as it is described to whoever sends it. */
export interface CommandDescription {
  readonly name: string;
  /** One sentence: what the person does by it. */
  readonly does: string;
  /** The types of the events it may add. */
  readonly adds: readonly string[];
  /** The field that names the thing it is about. Absent for a stream with no id. */
  readonly id?: string;
  /** True where it ends something, so that a month or a year stands for its last day. */
  readonly ends?: true;
  /** True where a body or an office decides it as a rule, and it is no fact that is reported. */
  readonly decided?: true;
  /** Its own fields, then those that every command may carry. */
  readonly fields: readonly FieldDescription[];
}

/** A command by its name, or undefined where there is none of that name. */
export function describeCommand(name: string): CommandDescription | undefined {
  const known = commandOf(name);
  if (!known) return undefined;
  const { does, adds, id, ends } = known.definition;
  return {
    name,
    does,
    adds,
    ...(id !== undefined && { id }),
    ...(ends && { ends }),
    ...(Object.hasOwn(exampleBodies[name] ?? {}, 'takenOn') && { decided: true as const }),
    fields: describeForm(known.form),
  };
}

const shared = new Map(describeForm(RecordedForm).map((field) => [field.name, field]));

/** Whether a field is one that every command may carry, and means what it means everywhere. */
export function isOfEveryCommand({ name, required, says }: FieldDescription): boolean {
  const everywhere = shared.get(name);
  return everywhere?.required === required && everywhere.says === says;
}

/** The JSON Schema (2020-12) of a command's body, or undefined where there is no command of that name. */
export function commandJsonSchema(name: string): JsonSchema | undefined {
  const known = commandOf(name);
  if (!known) return undefined;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    description: known.definition.does,
    ...formSchema(known.form),
    examples: [exampleBodies[name]],
  };
}
