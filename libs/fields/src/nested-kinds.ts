import type { Control, Way } from './control.js';
import type { FieldKind, NamedField } from './field-kind.js';
import type { FieldProblem } from './field-problem.js';
import {
  describeFields,
  type Fields,
  named,
  problemsOf,
  readFields,
  schemaOf,
  type Values,
} from './fields.js';

/** The longest list a field takes. */
export const longestList = 1_000;

/** Whether a value is what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with fields of its own. */
export function objectOf<const F extends Fields>(fields: F): FieldKind<object, Values<F>> {
  return objectWith<Values<F>>(named(fields));
}

/** An object with fields that are named already. */
function objectWith<Read>(inside: readonly NamedField[]): FieldKind<object, Read> {
  const names = inside.map(({ name }) => name).join(', ');
  return {
    shape: 'object',
    mustBe: `an object with ${names}`,
    get schema() {
      return schemaOf(inside);
    },
    get control() {
      return { as: 'object' as const, fields: describeFields(inside) };
    },
    problem: (value) => (isObject(value) ? undefined : `must be an object with ${names}`),
    within: (value, at) => problemsOf(inside, value as object, `${at}.`),
    read: (value) => readFields(inside, value as object) as Read,
    inside,
  };
}

/** A list of values of one kind, at least `least` of them; each a different one where they are `distinct`. */
export function listOf<Sent, Read>(
  item: FieldKind<Sent, Read>,
  { least = 1, distinct = false }: { least?: number; distinct?: boolean } = {},
): FieldKind<Sent[], readonly Read[]> {
  const many = least === 1 ? 'one or more' : `${least} or more`;
  const mustBe = `a list of ${many}, each ${item.mustBe}`;
  return {
    shape: `list of ${many}: ${item.shape}`,
    mustBe,
    get schema() {
      const limits = { minItems: least, maxItems: longestList, ...(distinct && { uniqueItems: true }) };
      return { type: 'array', items: item.schema, ...limits };
    },
    get control() {
      return { as: 'list' as const, item: item.control, least };
    },
    problem: (value) => {
      if (!Array.isArray(value) || value.length < least) return `must be ${mustBe}`;
      return value.length > longestList ? `must have at most ${longestList} in its list` : undefined;
    },
    within: (value, at) => {
      const seen = new Set<unknown>();
      return (value as unknown[]).flatMap((one, index) => {
        const problems = problemsIn(item, one, `${at}.${index}`);
        if (!distinct || problems.length > 0) return problems;
        const read = item.read(one);
        if (seen.has(read))
          return [{ field: `${at}.${index}`, problem: 'is in the list already: name it once' }];
        seen.add(read);
        return [];
      });
    },
    read: (value) => (value as unknown[]).map((one) => item.read(one)),
    ...(item.inside && { inside: item.inside }),
  };
}

/** A word that says it all, or else a value of another kind. */
export function either<const Word extends string, Sent, Read>(
  word: Word,
  other: FieldKind<Sent, Read>,
): FieldKind<Word | Sent, Word | Read> {
  const mustBe = `'${word}', or ${other.mustBe}`;
  return {
    shape: `'${word}', or ${other.shape}`,
    mustBe,
    get schema() {
      return { anyOf: [{ const: word }, other.schema] };
    },
    get control() {
      return wordOr(word, other.control);
    },
    problem: (value) =>
      value === word || other.problem(value) === undefined ? undefined : `must be ${mustBe}`,
    within: (value, at) => (value === word ? [] : (other.within?.(value, at) ?? [])),
    read: (value) => (value === word ? word : other.read(value)),
    ...(other.inside && { inside: other.inside }),
  };
}

/** A word stands on one line with what is written on one line anyway; beside anything larger it is a way of its own. */
function wordOr(word: string, other: Control): Control {
  if (other.as === 'year' || other.as === 'number') return { as: 'words-or', words: [word], other };
  if (other.as === 'words-or') return { ...other, words: [word, ...other.words] };
  if (other.as === 'ways') return { as: 'ways', ways: [{ word }, ...other.ways] };
  const way: Way = { name: other.as, control: other };
  return { as: 'ways', ways: [{ word }, way] };
}

function problemsIn(kind: FieldKind, value: unknown, at: string): FieldProblem[] {
  const problem = kind.problem(value);
  if (problem !== undefined) return [{ field: at, problem: `each in the list ${problem}` }];
  return kind.within?.(value, at) ?? [];
}
