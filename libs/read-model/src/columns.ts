import type { CivilDate, FinancialYear } from '#calendar';
import { provenances, type SavingYear } from '#programme';

/** A row of a list, whatever its columns: flat enough to be a line of a CSV. */
export type Row = Readonly<Record<string, unknown>>;

/** A column of a list: its values as a type, and as JSON Schema. */
export interface Column<Value> {
  readonly schema: object;
  /** True where rows may leave it out. */
  readonly isOptional?: true;
  /** Never there: it carries the type. */
  readonly value?: Value;
}

/** The columns of a list by their names, in their order. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row of a list of such columns. */
export type RowOf<Of extends Columns> = {
  readonly [Name in keyof Of]: NonNullable<Of[Name]> extends Column<infer Value> ? Value : never;
};

const column = <Value>(schema: object): Column<Value> => ({ schema });

/** Any value: in a line, its JSON. */
export const anything = column<unknown>({});
export const text = column<string>({ type: 'string' });
/** The id of a thing. */
export const id = column<string>({ type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });
/** The id of an entry. */
export const entry = column<string>({ type: 'string', format: 'uuid' });
export const day = column<CivilDate>({ type: 'string', format: 'date' });
export const instant = column<string>({ type: 'string', format: 'date-time' });
export const year = column<FinancialYear>({ type: 'string', pattern: '^\\d{4}/\\d{2}$' });
/** Whole pence. */
export const pence = column<number>({ type: 'integer' });
/** A whole number from 0. */
export const count = column<number>({ type: 'integer', minimum: 0 });
export const yesOrNo = column<boolean>({ type: 'boolean' });

/** One of a few words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): Column<Word> =>
  column({ enum: words });

/** One value or another. */
export const either = <One, Other>(one: Column<One>, other: Column<Other>): Column<One | Other> =>
  column({ anyOf: [one.schema, other.schema] });

/** Null where it is not stated, or there is none. */
export const orNull = <Value>({ schema }: Column<Value>): Column<Value | null> =>
  column({ anyOf: [schema, { type: 'null' }] });

/** The year in which an amount counts. */
export const savingYear: Column<SavingYear> = either(year, oneOf('not-stated'));

export const listOf = <Value>({ schema }: Column<Value>): Column<readonly Value[]> =>
  column({ type: 'array', items: schema });

/** What is under each of some names that are not known beforehand. */
export const mapOf = <Value>({ schema }: Column<Value>): Column<Readonly<Record<string, Value>>> =>
  column({ type: 'object', additionalProperties: schema });

/** A row of such columns within a value. */
export const objectOf = <Of extends Columns>(columns: Of): Column<RowOf<Of>> => column(rowSchema(columns));

/** The JSON Schema of a row of such columns. */
export function rowSchema(columns: Columns) {
  const all = Object.entries(columns);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    required: all.flatMap(([name, { isOptional }]) => (isOptional ? [] : [name])),
  };
}

/** Columns that a row leaves out where it has nothing under them. */
export const optional = <Of extends Columns>(columns: Of): Partial<Of> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { schema }]) => [name, { schema, isOptional: true }]),
  ) as Of;

/** How exactly a day is known. */
export const precision = oneOf('day', 'month', 'year');
export const provenance = oneOf(...provenances);
/** Whether anything that a row says is made up. */
export const illustrative = yesOrNo;
export const isIllustrative = (provenance: string | undefined): boolean => provenance === 'illustrative';

/** What a thing has under some names, in their order; null where it has nothing. */
export const fieldsOf = <Of extends object, const Name extends keyof Of>(of: Of, ...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, of[name] ?? null])) as {
    readonly [One in Name]-?: Exclude<Of[One], undefined> | (undefined extends Of[One] ? null : never);
  };
