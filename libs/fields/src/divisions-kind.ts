import type { FieldKind } from './field-kind.js';
import { listOf } from './nested-kinds.js';
import { wholeNumber } from './number-kinds.js';
import { name } from './text-kinds.js';

const howMany = wholeNumber(0);
const which = listOf(name, { distinct: true });

/** How many electoral divisions, or a list of which. */
export const divisions: FieldKind<number | readonly string[], number | readonly string[]> = {
  shape: `${howMany.shape}, or ${which.shape}`,
  mustBe: `${howMany.mustBe}, or ${which.mustBe}`,
  get schema() {
    return { anyOf: [howMany.schema, which.schema] };
  },
  get control() {
    const ways = [
      { name: 'number', control: howMany.control },
      { name: 'list', control: which.control },
    ];
    return { as: 'ways' as const, ways };
  },
  problem: (value) =>
    howMany.problem(value) === undefined || which.problem(value) === undefined
      ? undefined
      : `must be ${howMany.mustBe}, or ${which.mustBe}`,
  within: (value, at) => (Array.isArray(value) ? (which.within?.(value, at) ?? []) : []),
  read: (value) => (Array.isArray(value) ? which.read(value) : howMany.read(value)),
};
