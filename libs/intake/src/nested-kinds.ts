import type { Control, Way } from './control.js';
import { describeFields } from './describe-fields.js';
import type { FieldKind, JsonSchema } from './field-kind.js';
import type { FieldProblem } from './field-problem.js';
import { fieldsOf, type Form, problemsOf, readForm } from './form.js';

/** The longest list a field takes. */
export const longestList = 1_000;

/** Whether a value is what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with the fields of a form. */
export function filledIn<Inside extends object>(form: new () => Inside): FieldKind<Inside> {
  const names = [...fieldsOf(form).keys()].join(', ');
  return {
    shape: 'object',
    mustBe: `an object with ${names}`,
    get schema() {
      return formSchema(form);
    },
    get control() {
      return { as: 'object' as const, fields: describeFields(form) };
    },
    problem: (value) => (isObject(value) ? undefined : `must be an object with ${names}`),
    within: (value, at) => problemsOf(form, value as object, `${at}.`),
    read: (value) => readForm(form, value as object),
    form,
  };
}

/** A list of values of one kind, at least `least` of them; each a different one where they are `distinct`. */
export function listOf<Sent>(
  item: FieldKind<Sent>,
  { least = 1, distinct = false }: { least?: number; distinct?: boolean } = {},
): FieldKind<Sent[]> {
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
    ...(item.form && { form: item.form }),
  };
}

/** A word that says it all, or else a value of another kind. */
export function either<const Word extends string, Sent>(
  word: Word,
  other: FieldKind<Sent>,
): FieldKind<Word | Sent> {
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
    read: (value) => (value === word ? value : other.read(value)),
    ...(other.form && { form: other.form }),
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

/** The JSON Schema of what a form takes. */
export function formSchema(form: Form): JsonSchema {
  const fields = [...fieldsOf(form).values()];
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, kind, says }) => [name, { ...kind.schema, description: says }]),
    ),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function problemsIn(kind: FieldKind, value: unknown, at: string): FieldProblem[] {
  const problem = kind.problem(value);
  if (problem !== undefined) return [{ field: at, problem: `each in the list ${problem}` }];
  return kind.within?.(value, at) ?? [];
}
