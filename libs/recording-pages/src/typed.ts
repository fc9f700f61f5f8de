import type { ThingKind } from '#intake';

/** What was typed into a form, by the names of its fields: 'years.0.year'. A field that was left empty may be there. */
export type Typed = Readonly<Record<string, string>>;

/** Something wrong with what was typed, and the field it was typed into. */
export interface TypedProblem {
  readonly field: string;
  readonly problem: string;
}

/** What a reader of forms looks up on the record. */
export interface Lookup {
  /** The id of the one thing of a kind that has a name, or that id itself; undefined where there is none or are many. */
  idNamed(of: ThingKind, name: string): string | undefined;
  /** Whether a thing of a kind has the id. */
  isThere(of: ThingKind, id: string): boolean;
}

/** Whether anything is filled in under a name. */
export function isFilledIn(typed: Typed, name: string): boolean {
  const inside = `${name}.`;
  return Object.entries(typed).some(
    ([field, value]) => value.trim() !== '' && (field === name || field.startsWith(inside)),
  );
}

/** The numbers of the rows of a list, in order, empty rows too. */
export function rowsOf(typed: Typed, name: string): number[] {
  const inside = `${name}.`;
  const numbers = new Set<number>();
  for (const field of Object.keys(typed)) {
    if (!field.startsWith(inside)) continue;
    const [number = ''] = field.slice(inside.length).split('.');
    if (/^\d{1,4}$/.test(number)) numbers.add(Number(number));
  }
  return [...numbers].sort((a, b) => a - b);
}
