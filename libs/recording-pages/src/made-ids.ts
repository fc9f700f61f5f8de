import type { FieldDescription } from '#intake';
import type { Typed } from './typed.js';

/** The fields from which a new id is made. */
export const makesAnId = ['name', 'title', 'label'];

/** The fields of a command without the new ids that nobody typed: who fills in a name meets the name. */
export function withoutMadeIds(fields: readonly FieldDescription[], typed: Typed = {}): FieldDescription[] {
  return fields.filter((field) => !isMade(field, fields) || (typed[field.name] ?? '') !== '');
}

/** What a body calls the new thing that it makes; undefined where it makes none. */
export function nameOfNew(body: Readonly<Record<string, unknown>>): string | undefined {
  return makesAnId.map((name) => body[name]).find((name): name is string => typeof name === 'string');
}

/** Whether a field is a new id that is made from a name that is asked beside it, and so need not be filled in. */
export function isMade(
  { required, control }: FieldDescription,
  beside: readonly FieldDescription[],
): boolean {
  return (
    required &&
    control.as === 'id' &&
    control.newness !== 'old' &&
    beside.some((one) => one.required && makesAnId.includes(one.name))
  );
}
