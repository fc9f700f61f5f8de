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
import { ValidateBy, validateSync } from 'class-validator';

/** A class whose fields are what a person or a file may send. */
export type Form = new () => object;

const constraintName = 'field';

const validationOptions = { forbidUnknownValues: false, validationError: { target: false, value: false } };
const fieldsByForm = new Map<Form, ReadonlyMap<string, NamedField>>();

/** A form of fields, before those of the form it extends; a field of both is as its own form says. */
export function formOf(name: string, fields: Fields, extended?: Form): Form {
  const form = class extends (extended ?? Object) {};
  Object.defineProperty(form, 'name', { value: name });
  const own = named(fields);
  for (const field of own) declare(form.prototype, field);
  const all = new Map(own.map((field) => [field.name, field]));
  for (const [field, said] of extended ? fieldsOf(extended) : []) if (!all.has(field)) all.set(field, said);
  fieldsByForm.set(form, all);
  return form;
}

/** The fields of a form in the order they are asked; those of the form it extends come last. */
export function fieldsOf(form: Form): ReadonlyMap<string, NamedField> {
  return fieldsByForm.get(form) ?? new Map();
}

/** The fields of a form as they are described, in the order they are asked. */
export function describeForm(form: Form): FieldDescription[] {
  return describeFields([...fieldsOf(form).values()]);
}

/** The JSON Schema of what a form takes. */
export function formSchema(form: Form): JsonSchema {
  return schemaOf([...fieldsOf(form).values()]);
}

/** What is wrong with a body sent for a form, at every depth: fields the form does not have, then its fields in order. */
export function problemsOf(form: Form, body: object): FieldProblem[] {
  const fields = [...fieldsOf(form).values()];
  const filled = fill(form, fields, body);
  const wrong = new Map(
    validateSync(filled, validationOptions).map(({ property, constraints }) => [
      property,
      constraints?.[constraintName] ?? `${property} is wrong`,
    ]),
  );
  // Not class-validator's own whitelist: it looks names up in an object, so `constructor` and `__proto__` pass it.
  const unknown = unknownFields(fields, body);
  const found = fields.flatMap(({ name, kind }) => {
    const problem = wrong.get(name);
    if (problem !== undefined) return [{ field: name, problem }];
    return filled[name] === undefined ? [] : (kind.within?.(filled[name], name) ?? []);
  });
  return [...unknown, ...found];
}

/** What a body without problems says, field by field, as the domain takes it; fields that were left out stay out. */
export function readForm(form: Form, body: object): Record<string, unknown> {
  return readFields([...fieldsOf(form).values()], body);
}

function declare(form: object, field: NamedField): void {
  ValidateBy(
    {
      name: constraintName,
      validator: { validate: (value, at) => problemWith(field, value, at?.object) === undefined },
    },
    { message: ({ property, value, object }) => `${property} ${problemWith(field, value, object)}` },
  )(form, field.name);
}

function fill(form: Form, fields: readonly NamedField[], body: object): Record<string, unknown> {
  const filled = new form() as Record<string, unknown>;
  for (const { name } of fields)
    if (Object.hasOwn(body, name)) filled[name] = (body as Record<string, unknown>)[name];
  return filled;
}
