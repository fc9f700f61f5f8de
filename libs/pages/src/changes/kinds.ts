/** What the kinds of thing are called when there are several, in the order in which changes of them are shown. */
export const kinds: Readonly<Record<string, string>> = {
  programme: 'The programme',
  phase: 'Phases',
  tranche: 'Tranches',
  theme: 'Themes',
  decision: 'Decisions',
  review: 'Reviews',
  service: 'Services',
  portfolio: 'Portfolios',
  project: 'Projects',
  saving: 'Savings',
  unit: 'Business units',
  code: 'Codes of units',
  body: 'Bodies',
  office: 'Offices',
  power: 'Powers',
  setting: 'Settings of the council',
  scale: 'Rating scales',
  report: 'Reports issued',
};

/** The name of a kind; its own word where it has none here. */
export function kindInWords(kind: string): string {
  return kinds[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** Kinds in the order in which they are shown. */
export function inOrderOfKind(all: Iterable<string>): string[] {
  const order = Object.keys(kinds);
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return [...new Set(all)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
