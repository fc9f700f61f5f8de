import type { FieldDescription } from '#intake';

/** The fields from which a new id is made. */
export const makesAnId = ['name', 'title', 'label'];

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
