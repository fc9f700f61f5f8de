import { type FieldKind, type JsonSchema } from './field-kind.js';

/** A sum of money in whole pence, nothing or more. */
export const pence: FieldKind<number, number> = money(Number.MAX_SAFE_INTEGER, {
  shape: 'whole number of pence',
  mustBe: 'a whole number of pence, such as 933520000',
});

/** A sum of money in whole pence, nothing or more, up to a limit. */
export function money(most: number, says: { shape: string; mustBe: string }): FieldKind<number, number> {
  return { ...wholeNumber(0, most, says), control: { as: 'money', most } };
}

/** A whole number within limits, both included. */
export function wholeNumber(
  least: number,
  most = Number.MAX_SAFE_INTEGER,
  says = inWords(least, most),
): FieldKind<number, number> {
  const schema: JsonSchema = { type: 'integer', minimum: least, maximum: most };
  return {
    ...says,
    schema,
    control: { as: 'number' },
    problem: (value) =>
      Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
        ? undefined
        : `must be ${says.mustBe}`,
    // JSON can write a negative nought; adding nought makes it the one everybody means.
    read: (value) => (value as number) + 0,
  };
}

/** Yes or no. */
export const yesOrNo: FieldKind<boolean, boolean> = {
  shape: 'true or false',
  mustBe: 'true or false',
  schema: { type: 'boolean' },
  control: { as: 'yes-no' },
  problem: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
  read: (value) => value as boolean,
};

function inWords(least: number, most: number): { shape: string; mustBe: string } {
  const shape =
    most === Number.MAX_SAFE_INTEGER
      ? `whole number, ${least} or more`
      : `whole number from ${least} to ${most}`;
  return { shape, mustBe: `a ${shape}` };
}
