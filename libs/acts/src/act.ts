import {
  type FieldKind,
  type FieldNotes,
  type Fields,
  named,
  type NamedField,
  optional,
  type Values,
} from '#fields';
import { same, type Changes, type Parts, type Refusal, type Saying, type ThingSaid } from '#timeline';
import type { Recorded } from './recorded.js';
import { refuse, says } from './rules.js';
import type { Facts } from './facts.js';

/** What an entry changes from: worked out where the command leaves it out, checked where the entry stands. */
export interface Premise<Part, F extends Fields, Value> {
  readonly kind: FieldKind<unknown, Value>;
  /** What it means, in a sentence. */
  readonly says: string;
  readonly label?: string;
  /** True where it names a person. */
  readonly personal?: true;
  /** What it is of, as a refusal begins: "The code of unit legal". */
  of(given: Values<F>): Saying;
  /** What it is in a state; null where there is none. */
  is(state: Parts<Part>, given: Values<F>): Value | null;
  /** Whether the entry rests on it though nobody said so. Always where left out. */
  when?(given: Values<F>): boolean;
}

/** What an entry of an act holds beside when and how it is known: the fields of the command, and what they rest on. */
export type Held<F extends Fields, Pre, Settled> = Omit<Values<F>, keyof Settled> & {
  readonly [Name in keyof Pre]: Pre[Name] | null;
} & Settled;

// What an act holds is said by `fields`, `from` and `settles`: a shared rule that takes less of it says nothing of the rest.
type Entry<F extends Fields, Pre, Settled> = Recorded & Held<NoInfer<F>, NoInfer<Pre>, NoInfer<Settled>>;
type Given<F extends Fields, Pre> = Recorded & {
  readonly programme: string;
} & Values<NoInfer<F>> & { readonly [Name in keyof NoInfer<Pre>]?: NoInfer<Pre>[Name] };

/**
 * An act is what a person records: all that is said of it stands in its file. Its command has its fields, its entry those
 * fields with their premises; the form, the schemas, the documentation, the columns of a paste and the words of the
 * history derive from it. Pure.
 */
export interface Act<Name extends string, Type extends string, F extends Fields, Pre, Settled, Part> {
  /** The name of the command, in kebab-case. */
  readonly command: Name;
  /** The type of the entry it comes to. */
  readonly event: Type;
  /** The version of the shape of the entry's data, from 1. */
  readonly version: number;
  /** One sentence: what the person does by it. */
  readonly says: string;
  /** As somebody would say that it happened: "The code of a unit changed". */
  readonly happened: string;
  /**
   * True where it only ends something, so that a month or a year stands for its last day. What ends one thing and starts
   * another has one day, the first. Design section 1.5.
   */
  readonly ends?: true;
  readonly fields: F;
  readonly from?: { readonly [Name in keyof Pre]: Premise<Part, F, Pre[Name]> };
  /** What the entry says otherwise than it was given, or says unasked: what goes without saying, one order of a list. */
  settles?(given: Given<F, Pre>, state: Parts<Part>, facts: Facts): Settled | Refusal;
  /** Keys of other streams' parts that `elsewhere` and `settles` read: one is enough for a stream of many parts. */
  reads?(given: Given<F, Pre>, state: Parts<Part> | undefined): readonly string[];
  /** The keys of every part that the entry may read or change: what it gives up as well as what it takes. */
  touches(entry: Entry<F, Pre, Settled>): readonly string[];
  /** Keys that it touches besides, as the parts it touches say where it stands. */
  alsoTouches?(state: Parts<Part>, entry: Entry<F, Pre, Settled>): readonly string[];
  /** Why the entry would record nothing, or count something twice: no exception can give it a meaning. */
  meaningless?(state: Parts<Part>, entry: Entry<F, Pre, Settled>): Iterable<Refusal>;
  /** The rules it breaks where it stands; an entry of the past may set one aside. */
  breaches?(state: Parts<Part>, entry: Entry<F, Pre, Settled>): Iterable<Refusal>;
  /** Why it has no meaning by what other streams say, asked only when it is recorded: no exception gives it one. */
  meaninglessElsewhere?(facts: Facts, entry: Entry<F, Pre, Settled>, state: Parts<Part>): Iterable<Refusal>;
  /** The rules it breaks by what other streams say, asked only when it is recorded. */
  elsewhere?(facts: Facts, entry: Entry<F, Pre, Settled>, state: Parts<Part>): Iterable<Refusal>;
  /** What it makes of the parts it touches. Never asked where it has no meaning. */
  evolve(state: Parts<Part>, entry: Entry<F, Pre, Settled>): Changes<Part>;
  /** The data of an entry of an earlier version, by that version, as the next version would say it. */
  readonly formerly?: Readonly<Record<number, (data: Data) => Data>>;
  /** A body that shows how to write it; what it says is made up. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** The data of an entry as it is stored: the fields of its act by their names. */
export type Data = Readonly<Record<string, unknown>>;

/** What a command, an entry or a part says, by name: for whoever goes by a list of names and knows no one act. */
export const asData = (said: object): Data => said as Data;

/** Bound to the parts of a stream once, so that no act has to name them. */
export const actsOf =
  <Part>() =>
  <
    const Name extends string,
    const Type extends string,
    const F extends Fields,
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an act without premises adds no members
    Pre = {},
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- nor does one that settles nothing
    Settled = {},
  >(
    act: Act<Name, Type, F, Pre, Settled, Part>,
  ): Act<Name, Type, F, Pre, Settled, Part> =>
    act;

/** An act of any kind, where the kind does not matter. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of what an act holds: each takes only its own
export type AnyAct<Part = any> = Act<string, string, any, any, any, Part>;

/** The command of an act. */
export type CommandOf<A> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  A extends Act<infer Name, any, infer F, infer Pre, any, any>
    ? Recorded & { readonly type: Name; readonly programme: string } & Values<F> & {
          readonly [P in keyof Pre]?: Pre[P];
        }
    : never;

/** The entry of an act. */
export type EntryOf<A> =
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  A extends Act<any, infer Type, infer F, infer Pre, infer Settled, any>
    ? Recorded & { readonly type: Type } & Held<F, Pre, Settled>
    : never;

/** What an entry changes from is still what it says, where the entry stands. */
export function* stillSo<Part, F extends Fields, Value>(
  premise: Premise<Part, F, Value>,
  state: Parts<Part>,
  entry: Values<F>,
  from: Value | null | undefined,
): Iterable<Refusal> {
  const now = premise.is(state, entry);
  if (same(from, now) || (from === null && premise.when?.(entry) === false)) return;
  const { control } = premise.kind;
  const said = (value: unknown, none: string): string | ThingSaid | undefined =>
    control.as === 'id' && typeof value === 'string' ? { kind: control.of, id: value } : inWords(value, none);
  const [is, was] = [said(now, 'not known'), said(from, 'unknown')];
  const differs = is === undefined || was === undefined ? 'another by then' : says`${is} by then, not ${was}`;
  yield refuse(
    'premise-changed',
    says`${premise.of(entry)} is ${differs}: strike the later entry and record it from there`,
  );
}

/** A value on one line; undefined where it is a list or an object. */
function inWords(value: unknown, none: string): string | undefined {
  if (value === null || value === undefined) return none;
  if (typeof value === 'object') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What an act changes from, each by the name of its field. */
export function premisesOf(act: AnyAct): [name: string, Premise<unknown, Fields, unknown>][] {
  return Object.entries((act.from ?? {}) as Readonly<Record<string, Premise<unknown, Fields, unknown>>>);
}

/** The fields of an act in the order in which they are asked, what it changes from last. */
export function fieldsOfAct(act: AnyAct): Fields {
  const premises = premisesOf(act).map(([name, { kind, says, label, personal }]) => {
    const notes: FieldNotes = {
      premise: true,
      ...(label !== undefined && { label }),
      ...(personal && { personal }),
    };
    return [name, optional(kind, says, notes)] as const;
  });
  return { ...(act.fields as Fields), ...Object.fromEntries(premises) };
}

/** The same without what is worked out as the command is recorded: the fields of its form. */
export function sentFieldsOf(act: AnyAct): Fields {
  return Object.fromEntries(Object.entries(fieldsOfAct(act)).filter(([, { unsent }]) => !unsent));
}

/** What was said in fields, at every depth: without what was not given, and without anything that is no field. */
export function saidIn(fields: readonly NamedField[], held: Data): Data {
  return picked(fields, held, () => true);
}

/** The same, without what it changes from. */
export function ownOf(fields: readonly NamedField[], held: Data): Data {
  return picked(fields, held, ({ premise }) => !premise);
}

function picked(fields: readonly NamedField[], held: Data, wanted: (field: NamedField) => boolean): Data {
  const inside = (kind: FieldKind, value: unknown): unknown => {
    const fieldsInside = kind.inside;
    if (!fieldsInside || typeof value !== 'object' || value === null) return value;
    return Array.isArray(value)
      ? value.map((one) => picked(fieldsInside, one as Data, wanted))
      : picked(fieldsInside, value as Data, wanted);
  };
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = held[field.name];
      return value === undefined || value === null || !wanted(field)
        ? []
        : [[field.name, inside(field.kind, value)] as const];
    }),
  );
}

const namedFields = new WeakMap<AnyAct, readonly NamedField[]>();

/** The fields of an act, named, in the order in which they are asked. */
export function namedFieldsOf(act: AnyAct): readonly NamedField[] {
  const known = namedFields.get(act) ?? named(fieldsOfAct(act));
  namedFields.set(act, known);
  return known;
}

/** The data of an entry as it was written in a version, as the present version says it: step by step. */
export function readAsNow({ version: now, formerly }: AnyAct, written: number, data: Data): Data {
  let read = data;
  for (let version = written; version < now; version++) read = formerly?.[version]?.(read) ?? read;
  return read;
}
