/** Where a reader is: the programme, and the pair of dates that the address holds. */
export interface Where {
  readonly programme: string;
  /** As the address has it; absent where it means today, whenever that is. */
  readonly asAt?: string;
  /** As the address has it: a date or an instant; absent where it means all that is known. */
  readonly knownAt?: string;
}

type Query = Readonly<Record<string, string | undefined>>;

/** The address of a page of a programme, which keeps the pair of dates unless `asked` says another. */
export function pageAddress({ programme, asAt, knownAt }: Where, path = '', asked: Query = {}): string {
  return address(['programmes', programme, ...path.split('/')], { asAt, knownAt, ...asked });
}

/** The address of a view of the API, with the pair of dates. */
export function dataAddress({ programme, asAt, knownAt }: Where, path: string, asked: Query = {}): string {
  // Whoever takes a CSV from a page meets pounds in it.
  const money = asked['format'] === 'csv' ? { money: 'pounds' } : {};
  return address(['api', 'programmes', programme, ...path.split('/')], { asAt, knownAt, ...asked, ...money });
}

/** The kinds of thing that have pages of their own, and the path of each. */
const pagesOfKinds: Readonly<Record<string, string | undefined>> = {
  review: 'reviews',
  unit: 'units',
  decision: 'decisions',
  portfolio: 'portfolios',
  project: 'projects',
  saving: 'savings',
  service: 'services',
  phase: 'phases',
  tranche: 'tranches',
  report: 'reports',
  body: 'authority',
  office: 'authority',
  power: 'authority',
};

/** The page of a thing: its own where its kind has one, else its history. */
export function thingAddress(where: Where, kind: string, id: string): string {
  const own = pagesOfKinds[kind];
  return own === undefined ? pageAddress(where, `history/${id}`) : pageAddress(where, `${own}/${id}`);
}

function address(parts: readonly string[], asked: Query): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  );
  const path = parts
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
  return `/${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
