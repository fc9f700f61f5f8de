import type { Control } from './control.js';
import type { FieldProblem } from './field-problem.js';
import type { NamedField } from './fields.js';

/** A schema in the words of JSON Schema 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A kind of value that a field takes: how to write it, what is wrong with one, how the domain reads it. */
export interface FieldKind<Sent = unknown, Read = unknown> {
  /** A few words for tables: 'whole number of pence'. */
  readonly shape: string;
  /** The rest of the sentence 'it must be …', with an example where one helps. */
  readonly mustBe: string;
  readonly schema: JsonSchema;
  /** How a person fills it in. */
  readonly control: Control;
  /**
   * The rest of a sentence that starts with the field's name, or undefined where the value will do. Never repeats the
   * value. `form` is what the other fields were filled in with, unchecked.
   */
  problem(value: unknown, form?: object): string | undefined;
  /** What is wrong further inside a value that will do by itself. `at` is the path of the value. */
  within?(value: unknown, at: string): FieldProblem[];
  /** The value as the domain takes it. */
  read(value: unknown): Read;
  /** The fields of the objects inside, where there are any. */
  readonly inside?: readonly NamedField[];
  /** Only in the types: what a field of this kind holds as it is sent. */
  readonly sent?: Sent;
}

/** A kind of value that is all in one piece and that the domain takes as it was sent. */
export function plain<Sent>(
  says: { shape: string; mustBe: string; schema: JsonSchema; control: Control },
  fits: (value: unknown) => boolean,
): FieldKind<Sent, Sent> {
  return {
    ...says,
    problem: (value) => (fits(value) ? undefined : `must be ${says.mustBe}`),
    read: (value) => value as Sent,
  };
}
