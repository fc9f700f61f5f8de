import { commandOf } from './commands.js';
import { exampleBodies } from './example-bodies.js';
import type { JsonSchema } from './field-kind.js';
import { fieldsOf, type Form, type FormField } from './form.js';
import { formSchema } from './nested-kinds.js';

/** A field as it is described to whoever fills it in. */
export interface FieldDescription {
  readonly name: string;
  readonly required: boolean;
  /** How to write it, in a few words. */
  readonly shape: string;
  /** What it means, in a sentence. */
  readonly says: string;
  /** The fields of the objects inside it, where there are any. */
  readonly fields?: readonly FieldDescription[];
}

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
    fields: describeFields(known.form),
  };
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

/** The fields of a form, in the order they are declared. */
export function describeFields(form: Form): FieldDescription[] {
  return [...fieldsOf(form).values()].map(describe);
}

function describe({ name, required, says, kind }: FormField): FieldDescription {
  const { shape } = kind;
  return { name, required, shape, says, ...(kind.form && { fields: describeFields(kind.form) }) };
}
