import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, civilDate, type CivilDate } from '#calendar';

/** One authority under one code and one name, from its first day to its last; no last day where it goes on. */
export interface Spell {
  readonly code: string;
  readonly prefix: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/** One body: its spells one after another, through changes of name and of code. */
export type Body = readonly [Spell, ...Spell[]];

/** Bodies that became a new one on a day, by an order. */
export interface Merger {
  readonly on: CivilDate;
  readonly toCode: string;
  readonly fromCodes: readonly string[];
  readonly order: string;
}

/** What the register and the list of changes say, read together. */
export interface Authorities {
  readonly spells: readonly Spell[];
  readonly bodies: readonly Body[];
  readonly mergers: readonly Merger[];
  /** The title of the order by which a code began on a day, where one is named. */
  readonly orderOf: (code: string, on: CivilDate) => string | undefined;
}

type Link = Readonly<
  Record<'effective_date' | 'from_code' | 'to_code' | 'order_title' | 'is_split' | 'is_merge', string>
>;

const rowsOf = (folder: string, file: string) =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true });

/** Reads the folder of the records of the Office for National Statistics. */
export function readAuthorities(folder: string): Authorities {
  const spells = rowsOf(folder, 'ons_register.csv').map((row): Spell => {
    const { gss_code, type_prefix, name, start_date, end_date_inclusive } = row as Record<string, string>;
    return {
      code: String(gss_code),
      prefix: String(type_prefix),
      name: String(name),
      from: civilDate(String(start_date)),
      ...(end_date_inclusive && { to: civilDate(end_date_inclusive) }),
    };
  });
  const links = rowsOf(folder, 'ons_code_changes_ew.csv') as Link[];
  const split = links.find(({ is_split }) => is_split === 'True');
  if (split) throw new Error(`${split.from_code} was split: say here how its parts are to be recorded`);
  return {
    spells,
    bodies: bodiesOf(spells, links),
    mergers: mergersOf(links),
    orderOf: (code, on) =>
      links.find(
        ({ effective_date, to_code, order_title }) =>
          effective_date === on && to_code === code && order_title.startsWith('The '),
      )?.order_title,
  };
}

/**
 * A body goes on where the next spell begins the day after: under its old code, under its old name with its old kind
 * (a recode is not an abolition), or under the code that an order gave to it alone.
 */
function bodiesOf(spells: readonly Spell[], links: readonly Link[]): Body[] {
  const merged = new Set(
    links
      .filter(({ is_merge }) => is_merge === 'True')
      .map(({ effective_date, to_code }) => `${to_code} ${effective_date}`),
  );
  const alone = new Set(
    links.map(({ effective_date, from_code, to_code }) => `${from_code} ${to_code} ${effective_date}`),
  );
  const goesOn = (was: Spell, is: Spell) =>
    was.to !== undefined &&
    addDays(was.to, 1) === is.from &&
    !merged.has(`${is.code} ${is.from}`) &&
    (was.code === is.code ||
      (was.prefix === is.prefix && was.name === is.name) ||
      alone.has(`${was.code} ${is.code} ${is.from}`));
  const bodies: [Spell, ...Spell[]][] = [];
  for (const spell of [...spells].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const before = bodies.filter((body) => goesOn(body.at(-1) as Spell, spell));
    if (before.length > 1) throw new Error(`${spell.code} continues more than one body`);
    if (before[0]) before[0].push(spell);
    else bodies.push([spell]);
  }
  return bodies;
}

function mergersOf(links: readonly Link[]): Merger[] {
  const mergers = new Map<string, Merger>();
  for (const { effective_date, from_code, to_code, order_title, is_merge } of links) {
    if (is_merge !== 'True') continue;
    const key = `${to_code} ${effective_date}`;
    mergers.set(key, {
      on: civilDate(effective_date),
      toCode: to_code,
      fromCodes: [...(mergers.get(key)?.fromCodes ?? []), from_code],
      order: order_title,
    });
  }
  return [...mergers.values()];
}

/** A published figure: so many authorities of these kinds on a day. */
export interface PublishedCount {
  readonly on: CivilDate;
  readonly kinds: readonly string[];
  readonly count: number;
}

/** The figures that the folder's own page gives to hold answers against. */
export function publishedCounts(folder: string): PublishedCount[] {
  const page = readFileSync(join(folder, 'README.md'), 'utf8');
  const lowerTier = (/\(([A-Z]\d\d(?:\+[A-Z]\d\d)+)\)/.exec(page)?.[1] ?? '').split('+');
  const english = [...lowerTier.filter((kind) => kind.startsWith('E')), 'E10'];
  const inTable = [...page.matchAll(/^\| (\d{4}-\d\d-\d\d) \| (\d+) \|$/gm)].map(([, on, count]) => ({
    on: civilDate(String(on)),
    kinds: lowerTier,
    count: Number(count),
  }));
  const principal = /English principal councils[^:]*: ([^]*)/.exec(page)?.[1] ?? '';
  const inText = [...principal.matchAll(/(\d+) on (\d{4}-\d\d-\d\d)/g)].map(([, count, on]) => ({
    on: civilDate(String(on)),
    kinds: english,
    count: Number(count),
  }));
  return [...inTable, ...inText];
}
