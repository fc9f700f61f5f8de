import { getMetadataStorage, ValidateBy, validateSync } from 'class-validator';
import type { FieldProblem } from './field-problem.js';
import type { FieldKind } from './field-kind.js';

/** A class whose fields are what a person or a file may send. */
export type Form = new () => object;

/** A form for each command of a kind, neither more nor fewer. */
export type FormOfEach<Command extends { readonly type: string }> = {
  readonly [Name in Command['type']]: Form;
};

/** A field of a form, as its decorator says. */
export interface FormField {
  readonly name: string;
  readonly required: boolean;
  readonly kind: FieldKind;
  /** What the field means, for whoever fills it in. */
  readonly says: string;
  /** What the field is called where people fill it in; left out, its name in words. */
  readonly label?: string | undefined;
  /** Whether it says what the entry changes from: worked out where it is left out, checked where it is sent. */
  readonly premise?: boolean;
}

type Declared = Omit<FormField, 'name'>;

const constraintName = 'field';

/** How many fields that a form does not have are named at once. */
const mostUnknown = 100;

const validationOptions = { forbidUnknownValues: false, validationError: { target: false, value: false } };
const fieldsByForm = new Map<Form, ReadonlyMap<string, FormField>>();

/** Declares a field that must be sent. */
export function Required<Sent>(kind: FieldKind<Sent>, says: string, label?: string) {
  return <Name extends string>(form: { [N in Name]: Sent }, name: Name): void =>
    declare(form, name, { required: true, kind, says, label });
}

/** Declares a field that may be left out. Null is not leaving it out. */
export function Optional<Sent>(kind: FieldKind<Sent>, says: string, label?: string) {
  return <Name extends string>(form: { [N in Name]?: Sent }, name: Name): void =>
    declare(form, name, { required: false, kind, says, label });
}

/** Declares a field for what an entry changes from: left out it is worked out, sent it is checked. No form asks it of people. */
export function Premise<Sent>(kind: FieldKind<Sent>, says: string, label?: string) {
  return <Name extends string>(form: { [N in Name]?: Sent }, name: Name): void =>
    declare(form, name, { required: false, kind, says, label, premise: true });
}

/** The fields of a form in the order they are declared; those of the form that all others extend come last. */
export function fieldsOf(form: Form): ReadonlyMap<string, FormField> {
  const known = fieldsByForm.get(form);
  if (known) return known;
  const metadata = metadataOf(form);
  const fields = new Map<string, FormField>();
  for (const extended of lineOf(form)) {
    for (const { target, propertyName: name, constraints } of metadata) {
      if (target === extended) fields.set(name, { name, ...(constraints as [Declared])[0] });
    }
  }
  fieldsByForm.set(form, fields);
  return fields;
}

/**
 * What is wrong with a body sent for a form, at every depth: fields the form does not have, then its fields in order.
 * @param at the path the body itself was sent under, with its dot: '' or 'totals.0.'
 */
export function problemsOf(form: Form, body: object, at = ''): FieldProblem[] {
  const fields = fieldsOf(form);
  const problems: FieldProblem[] = [];
  // Not class-validator's own whitelist: it looks names up in an object, so `constructor` and `__proto__` pass it.
  const unknown = Object.keys(body).filter((name) => !fields.has(name));
  if (unknown.length > 0) {
    const problem = `there is no field of this name here: use ${[...fields.keys()].join(', ')}`;
    problems.push(...unknown.slice(0, mostUnknown).map((name) => ({ field: at + name, problem })));
  }
  const filled = fill(form, fields, body);
  const wrong = new Set<string>();
  for (const { property, constraints } of wrongFields(fields, filled)) {
    wrong.add(property);
    problems.push({ field: at + property, problem: constraints?.[constraintName] ?? `${property} is wrong` });
  }
  for (const { name, kind } of fields.values()) {
    const value = filled[name];
    if (kind.within && value !== undefined && !wrong.has(name))
      problems.push(...kind.within(value, at + name));
  }
  return problems;
}

/** What a body without problems says, field by field, as the domain takes it; fields that were left out stay out. */
export function readForm(form: Form, body: object): Record<string, unknown> {
  const sent = body as Record<string, unknown>;
  const read: Record<string, unknown> = {};
  for (const { name, kind } of fieldsOf(form).values()) {
    if (Object.hasOwn(sent, name) && sent[name] !== undefined) read[name] = kind.read(sent[name]);
  }
  return read;
}

function declare(form: object, name: string, field: Declared): void {
  ValidateBy(
    {
      name: constraintName,
      constraints: [field],
      validator: {
        validate: (value, at) => problemWith(field, value, at?.object) === undefined,
      },
    },
    { message: (at) => `${at.property} ${problemWith(field, at.value, at.object)}` },
  )(form, name);
}

/** What class-validator says of a filled form. Of most there is nothing to say, and it looks long for that. */
function wrongFields(fields: ReadonlyMap<string, FormField>, filled: Record<string, unknown>) {
  for (const field of fields.values()) {
    if (problemWith(field, filled[field.name], filled) !== undefined)
      return validateSync(filled, validationOptions);
  }
  return [];
}

function problemWith(
  { required, kind }: Declared,
  value: unknown,
  form: object | undefined,
): string | undefined {
  if (value === undefined) return required ? `is needed: it must be ${kind.mustBe}` : undefined;
  if (value === null && !required) return `must be ${kind.mustBe}, or be left out`;
  return kind.problem(value, form);
}

function fill(form: Form, fields: ReadonlyMap<string, FormField>, body: object): Record<string, unknown> {
  const sent = body as Record<string, unknown>;
  const filled = new form() as Record<string, unknown>;
  for (const name of fields.keys()) if (Object.hasOwn(sent, name)) filled[name] = sent[name];
  return filled;
}

/** The form and the forms it extends: from the second eldest down to the form itself, then the eldest. */
function lineOf(form: Form): readonly unknown[] {
  const line: unknown[] = [];
  for (let one: unknown = form; one !== Function.prototype; one = Object.getPrototypeOf(one))
    line.unshift(one);
  const [eldest, ...others] = line;
  return [...others, eldest];
}

function metadataOf(form: Form) {
  return getMetadataStorage()
    .getTargetValidationMetadatas(form, '', false, false)
    .filter(({ name }) => name === constraintName);
}
