import type { Control } from './control.js';
import type { FieldProblem } from './field-problem.js';

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

/** What is said of a field beside its kind and what it means. */
export interface FieldNotes {
  /** What it is called where people fill it in; left out, its name in words. */
  readonly label?: string;
  /** True where it names a person, so that it can be kept apart and erased. */
  readonly personal?: true;
  /** True where it may be withheld from the public under Schedule 12A to the Local Government Act 1972. */
  readonly exempt?: true;
  /** True where it says what the entry changes from: worked out where it is left out, checked where it is sent. */
  readonly premise?: true;
  /** True where it is worked out as the command is recorded: no form has it, and nobody sends it. */
  readonly unsent?: true;
}

/** A field with its name. */
export interface NamedField extends FieldNotes {
  readonly name: string;
  readonly kind: FieldKind;
  readonly says: string;
  readonly required: boolean;
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
