import type { Newness, ThingKind } from './control.js';
import { type FieldKind, plain } from './field-kind.js';

export const longestName = 200;
export const longestText = 20_000;

const half = /\p{Surrogate}/u;
const visible = /[^\s\p{Cc}\p{Cf}\p{Z}]/u;
const controlInText = /[^\P{Cc}\t\n\r]/u;
const controlInName = /\p{Cc}|\p{Zl}|\p{Zp}/u;

/** What nobody sees at the ends of a text: white space of any kind, and characters that have no width. */
const unseen = /[\s\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064]/;

/**
 * A text as it is recorded: without what nobody sees at its ends, so that no name or code is another one by a space.
 * What stands inside it is kept as it was sent.
 */
export function trimmed(value: string): string {
  // Step by step: a pattern that ends in `+$` takes the square of a long run of spaces inside.
  let from = 0;
  let to = value.length;
  while (from < to && unseen.test(value.charAt(from))) from++;
  while (to > from && unseen.test(value.charAt(to - 1))) to--;
  return value.slice(from, to);
}

/** A name, a title, a reference: one line, kept as typed but for what nobody sees at its ends. */
export const name: FieldKind<string, string> = written({
  shape: `text, one line of at most ${longestName} characters`,
  mustBe: `a text of one line, of at most ${longestName} characters`,
  longest: longestName,
  unwanted: controlInName,
  unwantedSays: 'must be on one line, without control characters',
  as: 'line',
});

/** A passage of any number of lines, kept as typed but for what nobody sees at its ends. */
export const text: FieldKind<string, string> = written({
  shape: `text of at most ${longestText.toLocaleString('en-GB')} characters`,
  mustBe: `a text of at most ${longestText.toLocaleString('en-GB')} characters`,
  longest: longestText,
  unwanted: controlInText,
  unwantedSays: 'must have no control characters but tabs and new lines',
  as: 'passage',
});

const idPattern = '^[a-z0-9][a-z0-9-]{0,63}$';
const writtenAsId = new RegExp(idPattern, 'u');

/** Whether a text can be an id: lower-case letters, digits and hyphens, 64 at most, no hyphen first. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && writtenAsId.test(value);
}

/** The id of a thing: ours, chosen by whoever records it first. */
export const id: FieldKind<string, string> = plain(
  {
    shape: 'id',
    mustBe: 'an id of at most 64 lower-case letters, digits and hyphens, such as legal-services',
    schema: { type: 'string', pattern: idPattern },
    control: { as: 'id', of: 'thing', newness: 'either' },
  },
  isId,
);

/**
 * The id of a thing of a kind that is on the record, or of one that is new.
 *
 * @param within the field beside it that names the thing it is a part of, as `review` does for an option
 */
export function idOf(of: ThingKind, newness: Newness = 'old', within?: string): FieldKind<string, string> {
  return { ...id, control: { as: 'id', of, newness, ...(within !== undefined && { within }) } };
}

const commandIdPattern = '^[\\x21-\\x7e]{1,200}$';
const writtenAsCommandId = new RegExp(commandIdPattern, 'u');

/** The id a command was sent under: an import line's `id` or an Idempotency-Key. */
export const commandId: FieldKind<string, string> = plain(
  {
    shape: 'command id',
    mustBe: 'a command id of at most 200 letters, digits and signs without spaces',
    schema: { type: 'string', pattern: commandIdPattern },
    control: { as: 'line' },
  },
  (value) => typeof value === 'string' && writtenAsCommandId.test(value),
);

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): FieldKind<Word, Word> {
  const listed = words.map((word) => `'${word}'`);
  const choice = `${listed.slice(0, -1).join(', ')} or ${listed.at(-1)}`;
  return plain(
    { shape: choice, mustBe: choice, schema: { enum: words }, control: { as: 'choice', words } },
    (value) => typeof value === 'string' && (words as readonly string[]).includes(value),
  );
}

function written(rule: {
  shape: string;
  mustBe: string;
  longest: number;
  unwanted: RegExp;
  unwantedSays: string;
  as: 'line' | 'passage';
}): FieldKind<string, string> {
  return {
    shape: rule.shape,
    mustBe: rule.mustBe,
    schema: { type: 'string', minLength: 1, maxLength: rule.longest, pattern: '\\S' },
    control: { as: rule.as },
    problem: (value) => {
      if (typeof value !== 'string') return `must be ${rule.mustBe}`;
      if (longer(value, rule.longest)) return `is too long: it must be ${rule.mustBe}`;
      if (!visible.test(value)) return `must not be blank: it must be ${rule.mustBe}`;
      if (half.test(value)) return 'has half a character in it (a lone surrogate): type it again';
      return rule.unwanted.test(trimmed(value)) ? rule.unwantedSays : undefined;
    },
    read: (value) => trimmed(value as string),
  };
}

// Counted in characters as JSON Schema counts them, not in UTF-16 units; the cheap counts come first.
function longer(value: string, longest: number): boolean {
  if (value.length <= longest) return false;
  return value.length > longest * 2 || [...value].length > longest;
}
