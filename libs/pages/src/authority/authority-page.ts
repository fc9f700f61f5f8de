import type { CivilDate } from '#calendar';
import { actInWords } from '#programme';
import type { RowOfKind, TermRow } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { termLines } from '../charts/terms.js';
import { notOnRecord, type Names } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import { counted, dated, day, inWords, marked, sentence } from '../words.js';

type Body = RowOfKind<'body'>;
type Office = RowOfKind<'office'>;
type Power = RowOfKind<'power'>;

/** Who could decide what on a day, as the view of authority gives it, with every term. */
export interface AuthorityFacts {
  readonly where: Where;
  readonly asAt: CivilDate;
  readonly makers: string;
  readonly bodies: readonly Body[];
  readonly offices: readonly Office[];
  readonly powers: readonly Power[];
  readonly terms: readonly TermRow[];
  /** Entries of the authority that hold only from a later day. */
  readonly next: Table;
  readonly names: Names;
}

/** Who could decide what on a day: the powers first, then who holds the offices, the bodies, and what changes next. */
export function authorityPage(facts: AuthorityFacts) {
  const { where, asAt, makers, bodies, offices, powers, terms, next, names } = facts;
  const isEmpty = bodies.length + offices.length + powers.length === 0;
  return {
    says: isEmpty
      ? `No body, office or power is on record on ${day(asAt)}: decisions are not held to any.`
      : `On ${day(asAt)}: ${counted(powers.length, 'power', 'powers')}, ${counted(offices.length, 'office', 'offices')} and ${counted(bodies.length, 'body', 'bodies')}. The makers of decisions are ${makers}.`,
    powers: powersTable(facts),
    offices: table(
      'Offices and who held them',
      ['Office', 'Held by', 'Since', 'Until', 'Its decisions'],
      offices.map((row): Cell[] => [
        { text: row.title, href: own(where, row), ...tagOf(row) },
        row.holder === null
          ? 'Vacant'
          : { text: row.holder, href: pageAddress(where, `authority/${row.holder}`) },
        dated(row.heldFrom),
        dated(row.heldUntil),
        decides(row, terms) ? callInOf(row) : 'Holds no power on record',
      ]),
      { empty: 'No office is on record on this day.', csv: dataAddress(where, 'offices', { format: 'csv' }) },
    ),
    bodies: table(
      'Bodies and their members',
      ['Body', 'Kind', 'What it does', 'Established', 'Members', 'Its decisions'],
      bodies.map((row): Cell[] => [
        { text: row.name, href: own(where, row), ...tagOf(row) },
        sentence(inWords(row.bodyKind)),
        mayInWords(row, terms),
        dated(row.establishedOn),
        membersInWords(row, names),
        decides(row, terms) ? callInOf(row) : '',
      ]),
      { empty: 'No body is on record on this day.', csv: dataAddress(where, 'bodies', { format: 'csv' }) },
    ),
    terms: termsChart(facts),
    next,
  };
}

/** Whether a body or an office holds a power on the day: what may not decide is not shown as what may. */
const decides = (row: Body | Office, terms: readonly TermRow[]): boolean => powersOf(row, terms).length > 0;

const powersOf = (row: Body | Office, terms: readonly TermRow[]): readonly TermRow[] =>
  terms.filter(({ what, who, when }) => what === 'power' && who === row.id && when === 'now');

function mayInWords(row: Body, terms: readonly TermRow[]): string {
  if (row.dissolvedOn) return 'Gone';
  if (row.advisory) return 'Advises and endorses';
  const held = powersOf(row, terms).map(({ ofName }) => ofName);
  return held.length === 0 ? 'Holds no power on record' : `May decide: ${held.join('; ')}`;
}

const own = (where: Where, { id }: Body | Office | Power): string => pageAddress(where, `authority/${id}`);
const tagOf = ({ illustrative }: Body | Office | Power) => (illustrative ? { tag: 'illustrative' } : {});
const callInOf = ({ callIn }: Body | Office): string => {
  if (callIn === null) return 'Not said whether subject to call-in';
  return callIn ? 'Subject to call-in' : 'Not subject to call-in';
};

function membersInWords({ members, dissolvedOn }: Body, names: Names): string {
  if (dissolvedOn) return `Dissolved ${dated(dissolvedOn)}`;
  return members.length === 0 ? 'None on record' : members.map((one) => memberInWords(one, names)).join(', ');
}

/** A member of a body: the office that is one by its title, else the role as it was said. */
const memberInWords = (member: string, names: Names): string => names.of(['office'], member)?.text ?? member;

function coversInWords({ covers }: Power): string {
  return covers === null ? 'Nobody has said' : sentence(covers.map((act) => actInWords[act]).join('; '));
}

function powersTable({ where, powers, terms }: AuthorityFacts): Table {
  const rows = powers.map((row): Cell[] => {
    const held = terms.filter(({ what, of, when }) => what === 'power' && of === row.id && when === 'now');
    const by = (how: string) =>
      held
        .filter((one) => one.how === how)
        .map((one) =>
          [
            one.whoName,
            one.delegatedBy === null ? '' : ` by delegation from ${one.delegatedBy}`,
            one.conditions === null ? '' : ` (${one.conditions})`,
          ].join(''),
        );
    return [
      { text: row.description, href: own(where, row), ...tagOf(row) },
      coversInWords(row),
      by('constitution').join(', ') || 'Nobody',
      by('delegation').join('; '),
    ];
  });
  return table('Who could decide what', ['Power', 'Covers', 'Held by', 'Delegated to'], rows, {
    empty: 'No power is on record on this day.',
    csv: dataAddress(where, 'powers', { format: 'csv' }),
  });
}

/** Every term on a line of days, with its table. */
export function termsChart(
  { where, asAt, terms: told, names }: Pick<AuthorityFacts, 'where' | 'asAt' | 'terms' | 'names'>,
  asked: Readonly<Record<string, string>> = {},
): Chart {
  const terms = told.map((term) =>
    term.what === 'membership' ? { ...term, whoName: memberInWords(term.who, names) } : term,
  );
  const svg = termLines('term-lines', 'Terms on a line of days', terms, asAt);
  const hasDecision = terms.some(({ decision }) => decision !== null);
  return {
    title: 'Terms of office, of membership and of power',
    note: 'Filled: running on this day. Light: over. Broken outline: recorded, and still to come. An arrow: no end is on record.',
    ...(svg !== undefined && { svg }),
    table: table(
      'Terms and their days',
      ['Of', 'Who', 'From', 'Until', 'On this day', 'How', ...(hasDecision ? ['Decision'] : [])],
      terms.map((term): Cell[] => [
        { text: term.ofName, href: pageAddress(where, `authority/${term.of}`) },
        { text: term.whoName, href: pageAddress(where, `authority/${term.who}`) },
        marked(dated(term.from, term.precision), term.provenance),
        term.until === null ? 'No end on record' : dated(term.until, term.untilPrecision),
        { past: 'Over', now: 'Running', 'to-come': 'To come' }[term.when],
        howInWords(term),
        ...(hasDecision
          ? [term.decision === null ? '' : (names.of(['decision'], term.decision) ?? notOnRecord('decision'))]
          : []),
      ]),
      { empty: 'No term is on record.', csv: dataAddress(where, 'terms', { ...asked, format: 'csv' }) },
    ),
  };
}

function howInWords({ what, how, delegatedBy, conditions }: TermRow): string {
  if (what !== 'power') return what === 'office' ? 'Appointed' : 'Member';
  if (how === 'constitution') return 'By the constitution';
  return `By delegation from ${delegatedBy ?? 'nobody named'}${conditions === null ? '' : `: ${conditions}`}`;
}
