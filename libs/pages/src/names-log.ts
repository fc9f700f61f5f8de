import type { Fact } from '#programme';
import { believedBy, type EntryShown } from './history/entry-rows.js';
import { logTable, type LogLine } from './log-table.js';
import type { ThingFacts } from './things/thing-pages.js';
import type { Table } from './table.js';

/** What an entry says of the name of one thing; a merge and a split name the units that they make. */
interface Naming {
  readonly name?: string;
  /** What the first version of a renaming calls it. */
  readonly toName?: string;
  readonly successor?: string;
  readonly into?: readonly ({ readonly unit: string } & Naming)[];
  /** What the first versions of a merge and a split say of a new unit. */
  readonly registers?: { readonly name: string };
}

/** The name that an entry gives a thing; undefined where it gives it none. */
function nameGiven({ type, data }: EntryShown, id: string): string | undefined {
  const said = data as Naming;
  if (type === 'UnitSplit') {
    const part = said.into?.find(({ unit }) => unit === id);
    return part?.name ?? part?.registers?.name;
  }
  if (type === 'UnitsMerged') return said.successor === id ? (said.name ?? said.registers?.name) : undefined;
  return /(Opened|Chartered|Registered|Renamed)$/.test(type) ? (said.name ?? said.toName) : undefined;
}

/**
 * Every name that a thing had, each with the days for which it had it; nothing where it has the one it began with.
 *
 * @param end what ended the thing, and its last name with it
 */
export function namesTables(
  { part, entries, where, asAt, nameOf }: Pick<ThingFacts, 'part' | 'entries' | 'where' | 'asAt' | 'nameOf'>,
  end?: Fact,
): Table[] {
  const names: LogLine[] = [];
  for (const entry of believedBy(entries, asAt)) {
    const what = nameGiven(entry, part.id);
    if (what !== undefined && what !== names.at(-1)?.what) names.push({ ...heldFrom(entry), what });
  }
  if (names.length < 2) return [];
  return [logTable('Its names', ['Name', 'Why'], names, { where, asAt, nameOf }, end)];
}

/** From when what an entry says holds. */
export function heldFrom({ effectiveOn: on, precision = 'day', provenance, decision }: EntryShown): Fact {
  return { on, precision, provenance, ...(decision !== undefined && { decision }) } as Fact;
}
