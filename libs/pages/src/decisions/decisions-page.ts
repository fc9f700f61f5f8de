import { type DecisionsLike, recordItems, type RegisterRow } from '#views';
import { bodyKinds } from '#programme';
import { takenStandings } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { filterForm } from '../filter-form.js';
import type { Names } from '../names.js';
import { table, type Cell } from '../table.js';
import { counted, dated, day, inWords, sentence } from '../words.js';

/** What a person may choose in the filters of the register. */
export interface RegisterChoices {
  readonly makers: readonly { readonly id: string; readonly name: string }[];
  readonly portfolios: readonly { readonly id: string; readonly name: string }[];
}

/** How many decisions stand on one page. */
const onOnePage = 50;

/** The register of decisions, newest first, a page of it at a time. */
export function decisionsPage(
  where: Where,
  like: DecisionsLike,
  filters: Readonly<Record<string, string>>,
  choices: RegisterChoices,
  names: Names,
) {
  const { page: asked = '1', ...narrowed } = filters;
  const pages = Math.max(1, Math.ceil(like.count / onOnePage));
  const page = Math.min(Number(asked), pages);
  const shown = like.rows((page - 1) * onOnePage, page * onOnePage);
  const isNarrowed = Object.keys(narrowed).length > 0;
  const turn = (to: number, says: string) =>
    to < 1 || to > pages || to === page
      ? undefined
      : {
          text: says,
          href: pageAddress(where, 'decisions', { ...narrowed, ...(to > 1 && { page: String(to) }) }),
        };
  const within =
    pages === 1
      ? ''
      : `, ${(page - 1) * onOnePage + 1} to ${(page - 1) * onOnePage + shown.length} on this page`;
  const ledTo = narrowed['ledTo']?.split('/') ?? [];
  return {
    filters: filtersForm(where, narrowed, choices),
    says: `${counted(like.count, 'decision', 'decisions')}${isNarrowed ? ' like that' : ''}${within}.`,
    ledTo:
      ledTo.length === 2
        ? (names.of([ledTo[0] as string], ledTo[1] as string) ?? { text: narrowed['ledTo'], href: '' })
        : undefined,
    table: table(
      'Decisions, newest first',
      ['Decision', 'Taken', 'By', 'Reference', 'Key', 'Standing', 'Missing'],
      shown.map((row) => rowOf(row, where)),
      {
        empty: isNarrowed ? 'No decision is like that.' : 'No decision was taken by this day.',
        csv: dataAddress(where, 'decisions', { ...narrowed, format: 'csv' }),
        numeric: [6],
      },
    ),
    turns: [turn(1, 'First'), turn(page - 1, 'Newer'), turn(page + 1, 'Older'), turn(pages, 'Last')].filter(
      (one) => one !== undefined,
    ),
  };
}

function rowOf(row: RegisterRow, where: Where): Cell[] {
  const { holdsFrom, inForceFrom, status, key } = row;
  const waits = status === 'in-call-in-window' && inForceFrom !== null;
  return [
    {
      text: row.title,
      href: pageAddress(where, `decisions/${row.id}`),
      ...(row.illustrative && { tag: 'illustrative' }),
    },
    dated(row.takenOn, row.precision),
    row.makerName,
    row.reference ?? '',
    key === null ? 'Not stated' : key ? 'Key' : 'Not key',
    [
      status === 'not-known' ? 'Not known whether in force' : sentence(inWords(status)),
      ...(waits ? [`in force from ${day(inForceFrom)}`] : []),
      ...(holdsFrom === null ? [] : [`holds from ${day(holdsFrom)}`]),
    ].join(', '),
    row.missing,
  ];
}

const items: Readonly<Record<string, string>> = {
  true: 'Anything missing',
  false: 'Nothing missing',
  decision: 'The text, or its day',
  meeting: 'The meeting',
  reasons: 'The reasons',
  alternatives: 'The alternatives',
  conflicts: 'The conflicts of interest',
  dispensations: 'The dispensations',
  available: 'Its publication, for inspection',
};

function filtersForm(
  where: Where,
  given: Readonly<Record<string, string>>,
  { makers, portfolios }: RegisterChoices,
) {
  const named = (those: RegisterChoices['makers'], said: string | undefined) => [
    ...those.map(({ id, name }) => ({ value: id, text: name })),
    // What was asked for by another name or id is kept.
    ...(said === undefined || those.some(({ id }) => id === said) ? [] : [{ value: said, text: said }]),
  ];
  const fields = [
    { name: 'search', label: 'Words in the record' },
    { name: 'maker', label: 'Taken by', options: named(makers, given['maker']), any: 'Anybody' },
    {
      name: 'kind',
      label: 'Kind of maker',
      options: [...bodyKinds, 'office', 'not-on-record'],
    },
    {
      name: 'key',
      label: 'Key decision',
      options: [
        { value: 'true', text: 'Key' },
        { value: 'false', text: 'Not key' },
        { value: 'not-stated', text: 'Not stated' },
      ],
    },
    { name: 'status', label: 'Standing', options: takenStandings },
    {
      name: 'missing',
      label: 'Missing items',
      options: ['true', 'false', ...recordItems].map((value) => ({ value, text: items[value] ?? value })),
    },
    {
      name: 'portfolio',
      label: 'Behind portfolio',
      options: named(portfolios, given['portfolio']),
    },
    { name: 'from', label: 'Taken from' },
    { name: 'to', label: 'Taken to' },
  ];
  const shown = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      name === 'from' || name === 'to' ? day(value) : value,
    ]),
  );
  const form = filterForm(where, 'decisions', fields, shown);
  const hidden = ['ledTo', 'body', 'reference'].flatMap((name) =>
    given[name] === undefined ? [] : [{ name, value: given[name] }],
  );
  return { ...form, kept: [...form.kept, ...hidden] };
}
