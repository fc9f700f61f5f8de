import type { FieldDescription } from './control.js';
import type { FieldKind, FieldNotes, JsonSchema, NamedField } from './field-kind.js';
import type { FieldProblem } from './field-problem.js';

/** One thing that is asked of whoever fills in a form: what kind of value, and what it means. */
export interface Field<Read = unknown, Needed extends boolean = boolean> extends FieldNotes {
  readonly kind: FieldKind<unknown, Read>;
  /** What it means, in a sentence. */
  readonly says: string;
  readonly required: Needed;
}

/** Fields by name, in the order in which they are asked. */
export type Fields = Readonly<Record<string, Field>>;

type NeededOf<F extends Fields> = {
  [Name in keyof F]: F[Name] extends Field<unknown, true> ? Name : never;
}[keyof F];
type ReadOf<F> = F extends Field<infer Read> ? Read : never;

/** What was filled in, as the domain takes it: a field that was left out is not there. */
export type Values<F extends Fields> = { readonly [Name in NeededOf<F>]: ReadOf<F[Name]> } & {
  readonly [Name in Exclude<keyof F, NeededOf<F>>]?: ReadOf<F[Name]>;
};

/** A field that must be sent. */
export function required<Read>(
  kind: FieldKind<unknown, Read>,
  says: string,
  notes: FieldNotes | string = {},
): Field<Read, true> {
  return { kind, says, required: true, ...notesOf(notes) };
}

/** A field that may be left out. Null is not leaving it out. */
export function optional<Read>(
  kind: FieldKind<unknown, Read>,
  says: string,
  notes: FieldNotes | string = {},
): Field<Read, false> {
  return { kind, says, required: false, ...notesOf(notes) };
}

const notesOf = (notes: FieldNotes | string): FieldNotes =>
  typeof notes === 'string' ? { label: notes } : notes;

/** Fields with their names, in the order in which they are asked. */
export function named(fields: Fields): NamedField[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...field }));
}

/** How many fields that there are not are named at once. */
const mostUnknown = 100;

/**
 * What is wrong with what was sent for fields, at every depth: fields that there are not, then those there are in order.
 *
 * @param at the path under which it was sent, with its dot: '' or 'totals.0.'
 */
export function problemsOf(fields: readonly NamedField[], sent: object, at = ''): FieldProblem[] {
  const problems = unknownFields(fields, sent, at);
  const values = new Map(Object.entries(sent));
  for (const field of fields) {
    const value: unknown = values.get(field.name);
    const problem = problemWith(field, value, sent);
    if (problem !== undefined) problems.push({ field: at + field.name, problem: `${field.name} ${problem}` });
    else if (value !== undefined) problems.push(...(field.kind.within?.(value, at + field.name) ?? []));
  }
  return problems;
}

/** A problem for each field that was sent and that there is not. */
export function unknownFields(fields: readonly NamedField[], sent: object, at = ''): FieldProblem[] {
  const there = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(sent).filter((name) => !there.has(name));
  const problem = `there is no field of this name here: use ${[...there].join(', ')}`;
  return unknown.slice(0, mostUnknown).map((name) => ({ field: at + name, problem }));
}

/** What is wrong with the value of one field, as a sentence goes on after its name; undefined where it will do. */
export function problemWith(
  { required: needed, kind }: Pick<NamedField, 'required' | 'kind'>,
  value: unknown,
  beside: object | undefined,
): string | undefined {
  if (value === undefined) return needed ? `is needed: it must be ${kind.mustBe}` : undefined;
  if (value === null && !needed) return `must be ${kind.mustBe}, or be left out`;
  return kind.problem(value, beside);
}

/** What was sent without problems, field by field, as the domain takes it; fields that were left out stay out. */
export function readFields(fields: readonly NamedField[], sent: object): Record<string, unknown> {
  const values = new Map(Object.entries(sent));
  const read: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    const value: unknown = values.get(name);
    if (value !== undefined) read[name] = kind.read(value);
  }
  return read;
}

/** The JSON Schema of what fields take. */
export function schemaOf(fields: readonly NamedField[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, kind, says }) => [name, { ...kind.schema, description: says }]),
    ),
    required: fields.filter((field) => field.required).map(({ name }) => name),
    additionalProperties: false,
  };
}

/** Fields as they are described, in the order in which they are asked. */
export function describeFields(fields: readonly NamedField[]): FieldDescription[] {
  return fields.map(({ name, label, required: needed, says, kind, premise }) => ({
    name,
    label: label ?? inWords(name),
    required: needed,
    shape: kind.shape,
    says,
    control: kind.control,
    ...(premise && { premise }),
    ...(kind.inside && { fields: describeFields(kind.inside) }),
  }));
}

/** The name of a field as words: 'plannedStart' is 'Planned start'. */
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
