import type { PartOfKind } from '#programme';
import type { Columns, RowOf } from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

type Kind = keyof PartOfKind;
type Filters = Readonly<Record<string, string>>;

/** What is worked out of a thing at a moment. */
type OfPart<K extends Kind, Made> = (
  part: PartOfKind[K],
  reader: Reader,
  programme: string,
  moment: Moment,
  filters: Filters,
) => Made;

/** A row of such columns and no other. */
type Exactly<Row, Of extends Columns> = Row & { readonly [More in Exclude<keyof Row, keyof Of>]: never };

/** A list that is worked out of what is on record at a moment. */
export interface Lines<Name extends string, Of extends Columns> {
  readonly name: Name;
  /** What it lists, in a sentence. */
  readonly says: string;
  /** The second part of the names of the streams that it reads; empty where it reads them all. */
  readonly streams: readonly string[];
  readonly columns: Of;
  readonly rows: (reader: Reader, programme: string, moment: Moment) => readonly RowOf<Of>[];
}

/** Such a list, with rows of its columns. */
export const lines = <const Name extends string, Of extends Columns>(
  said: Lines<Name, Of>,
): Lines<Name, Of> => said;

/** Every thing of a kind, a row each; the whole of it stands under its own address. */
export interface List<Name extends string, K extends Kind, Of extends Columns> extends Omit<
  Lines<Name, Of>,
  'says'
> {
  readonly kind: K;
  /** Its rows at a moment, in its order; where filters are given, amounts are of what they ask for. */
  readonly rows: (reader: Reader, programme: string, moment: Moment, filters?: Filters) => RowOf<Of>[];
  /** Whether anything was recorded of a thing by then, and what it was, with what is worked out of it for the day. */
  one(
    reader: Reader,
    programme: string,
    moment: Moment,
    id: string,
  ): { readonly known: boolean; readonly part: PartOfKind[K] | undefined };
}

/** A list of the things of a kind, whose rows are held to its columns. */
export function list<
  const Name extends string,
  K extends Kind,
  Of extends Columns,
  const Row extends RowOf<Of>,
>({
  orderedBy,
  row,
  onTheDay,
  ...said
}: Pick<List<Name, K, Of>, 'name' | 'kind' | 'streams' | 'columns'> & {
  readonly row: OfPart<K, Exactly<Row, Of>>;
  /** What its things are ordered by, the least of it first; by their ids where left out. */
  readonly orderedBy?: (part: PartOfKind[K]) => string | number;
  /** What is worked out of a thing for the day, beside what is on record of it. */
  readonly onTheDay?: OfPart<K, object>;
}): List<Name, K, Of> {
  const { kind } = said;
  return {
    ...said,
    rows: (reader, programme, moment, filters = {}) =>
      inOrder(reader.parts.list(programme, kind, moment), orderedBy).map((part) =>
        row(part, reader, programme, moment, filters),
      ),
    one(reader, programme, moment, id) {
      const { known, part } = reader.parts.one(programme, kind, id, moment);
      return { known, part: part && { ...part, ...onTheDay?.(part, reader, programme, moment, {}) } };
    },
  };
}

/** Things in their order: numbers as numbers and days as days, and else as they are given. */
function inOrder<Part>(parts: Part[], orderedBy?: (part: Part) => string | number): Part[] {
  if (!orderedBy) return parts;
  const keyed = parts.map((part) => ({ part, key: orderedBy(part) }));
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1)).map(({ part }) => part);
}
