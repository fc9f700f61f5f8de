import {
  describeFields,
  type FieldDescription,
  type FieldProblem,
  type Fields,
  type JsonSchema,
  named,
  type NamedField,
  problemWith,
  readFields,
  schemaOf,
  unknownFields,
} from '#fields';
import { getMetadataStorage, ValidateBy, validateSync } from 'class-validator';

/** A class whose fields are what a person or a file may send. */
export type Form = new () => object;

type Declared = Omit<NamedField, 'name'>;

const constraintName = 'field';

const validationOptions = { forbidUnknownValues: false, validationError: { target: false, value: false } };
const fieldsByForm = new Map<Form, ReadonlyMap<string, NamedField>>();

/** A form of fields, beside those of the form it extends. */
export function formOf(name: string, fields: Fields, extended: Form = Object): Form {
  const form = class extends extended {};
  Object.defineProperty(form, 'name', { value: name });
  for (const { name: field, ...declared } of named(fields)) declare(form.prototype, field, declared);
  return form;
}

/** The fields of a form in the order they are declared; those of the form that all others extend come last. */
export function fieldsOf(form: Form): ReadonlyMap<string, NamedField> {
  const known = fieldsByForm.get(form);
  if (known) return known;
  const metadata = metadataOf(form);
  const fields = new Map<string, NamedField>();
  for (const extended of lineOf(form)) {
    for (const { target, propertyName: name, constraints } of metadata) {
      if (target === extended) fields.set(name, { name, ...(constraints as [Declared])[0] });
    }
  }
  fieldsByForm.set(form, fields);
  return fields;
}

/** The fields of a form as they are described, in the order they are declared. */
export function describeForm(form: Form): FieldDescription[] {
  return describeFields([...fieldsOf(form).values()]);
}

/** The JSON Schema of what a form takes. */
export function formSchema(form: Form): JsonSchema {
  return schemaOf([...fieldsOf(form).values()]);
}

/** What is wrong with a body sent for a form, at every depth: fields the form does not have, then its fields in order. */
export function problemsOf(form: Form, body: object): FieldProblem[] {
  const fields = fieldsOf(form);
  // Not class-validator's own whitelist: it looks names up in an object, so `constructor` and `__proto__` pass it.
  const problems = unknownFields([...fields.values()], body);
  const filled = fill(form, fields, body);
  const wrong = new Set<string>();
  for (const { property, constraints } of wrongFields(fields, filled)) {
    wrong.add(property);
    problems.push({ field: property, problem: constraints?.[constraintName] ?? `${property} is wrong` });
  }
  for (const { name, kind } of fields.values()) {
    const value = filled[name];
    if (kind.within && value !== undefined && !wrong.has(name)) problems.push(...kind.within(value, name));
  }
  return problems;
}

/** What a body without problems says, field by field, as the domain takes it; fields that were left out stay out. */
export function readForm(form: Form, body: object): Record<string, unknown> {
  return readFields([...fieldsOf(form).values()], body);
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
function wrongFields(fields: ReadonlyMap<string, NamedField>, filled: Record<string, unknown>) {
  for (const field of fields.values()) {
    if (problemWith(field, filled[field.name], filled) !== undefined)
      return validateSync(filled, validationOptions);
  }
  return [];
}

function fill(form: Form, fields: ReadonlyMap<string, NamedField>, body: object): Record<string, unknown> {
  const sent = body as Record<string, unknown>;
  const filled = new form() as Record<string, unknown>;
  for (const name of fields.keys()) if (Object.hasOwn(sent, name)) filled[name] = sent[name];
  return filled;
}

/** The form and the forms it extends: from the second eldest down to the form itself, then the eldest. */
function lineOf(form: Form): readonly unknown[] {
  const line: unknown[] = [];
  for (
    let one: unknown = form;
    one !== Function.prototype && one !== Object;
    one = Object.getPrototypeOf(one)
  )
    line.unshift(one);
  const [eldest, ...others] = line;
  return [...others, eldest];
}

function metadataOf(form: Form) {
  return getMetadataStorage()
    .getTargetValidationMetadatas(form, '', false, false)
    .filter(({ name }) => name === constraintName);
}
