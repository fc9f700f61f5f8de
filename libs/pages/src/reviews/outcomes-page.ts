import { reviewOutcomes, type ReviewOutcome, type ReviewPart } from '#programme';
import { outcomeStates, type OutcomeRow } from '#read-model';
import { inOrderOfName } from '#views';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { decisionOf, heldOn, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import type { ListPage, Shown } from '../things/thing-pages.js';
import { counted, dated } from '../words.js';

const inFull: Readonly<Record<ReviewOutcome, string>> = {
  'scoping-brief': 'Scoping brief',
  understanding: 'Understanding of the service',
  options: 'Options, with who might provide them',
  'preferred-option': 'Preferred option',
  authorisation: 'Authorisation to proceed to a full business case',
};

const stateInWords: Readonly<Record<OutcomeRow['state'], string>> = {
  there: 'There',
  owed: 'Owed by a day to come',
  overdue: 'Overdue',
  'no-day': 'Not there, and no day is set',
  withdrawn: 'The review is withdrawn',
};

const are = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'is' : 'are'}`;

const asOption =
  <Word extends string>(words: Readonly<Record<Word, string>>) =>
  (value: Word) => ({ value, text: words[value] });

/** What every review owes on a day: a review a row, and under each thing it owes since when it is there, or by when it is due. */
export const outcomesPage: ListPage<'outcomes'> = {
  name: 'outcomes',
  section: 'reviews',
  list({ where, rows, filters, asking }) {
    const phases = inOrderOfName(asking.reader.parts.list(where.programme, 'phase', asking.moment));
    const fields = [
      { name: 'phase', label: 'Phase', options: phases.map(({ id, name }) => ({ value: id, text: name })) },
      { name: 'outcome', label: 'What is owed', options: reviewOutcomes.map(asOption(inFull)) },
      { name: 'state', label: 'Standing', options: outcomeStates.map(asOption(stateInWords)) },
    ];
    const count = (state: OutcomeRow['state']) => rows.filter((row) => row.state === state).length;
    return {
      heading: 'What the reviews owe',
      ...(rows.length > 0 && {
        intro: `Of ${counted(rows.length, 'thing', 'things')} owed, ${are(count('there'))} on the record, and ${are(count('overdue'))} not, though the day has passed.`,
      }),
      filters: filterForm(where, 'outcomes', fields, filters),
      shown: [{ table: grid(where, rows, filters) }],
      links: [{ text: 'The reviews', href: pageAddress(where, 'reviews') }],
    };
  },
};

function grid(where: Where, rows: readonly OutcomeRow[], filters: Readonly<Record<string, string>>): Table {
  const owed = reviewOutcomes.filter((outcome) => rows.some((row) => row.outcome === outcome));
  const reviews = [...new Map(rows.map(({ review: id, name }) => [id, { id, name }])).values()];
  const cells = inOrderOfName(reviews).map(({ id, name }): Cell[] => [
    { text: name, href: thingAddress(where, 'review', id) },
    ...owed.map((outcome) => {
      const row = rows.find(({ review, outcome: one }) => review === id && one === outcome);
      return row ? shortly(row) : '';
    }),
  ]);
  return table('What each review owes', ['Review', ...owed.map((outcome) => inFull[outcome])], cells, {
    empty: Object.keys(filters).length > 0 ? 'Nothing owed is like that.' : 'No review is on the record.',
    csv: dataAddress(where, 'outcomes', { ...filters, format: 'csv' }),
  });
}

/** One thing owed in a cell: the day it is there since, else the day it is due by. */
function shortly(row: OutcomeRow): Cell {
  const { state, due, duePrecision, thereOn, therePrecision, provenance, inTime } = row;
  switch (state) {
    case 'there':
      return {
        text: dated(thereOn, therePrecision, provenance),
        ...(inTime === 'no' && { tag: 'late' }),
        ...(inTime === 'not-known' && { tag: 'not known to be in time' }),
      };
    case 'owed':
      return `Due by ${dated(due, duePrecision)}`;
    case 'overdue':
      return { text: `Due by ${dated(due, duePrecision)}`, tag: 'overdue' };
    case 'no-day':
      return 'Not there';
    case 'withdrawn':
      return 'Withdrawn';
  }
}

/** What one review owes, a line each, and every day by which it was due where that was moved. */
export function outcomesOf(
  where: Where,
  rows: readonly OutcomeRow[],
  nameOf: NameOf,
  { id: review, outcomes = [] }: Pick<ReviewPart, 'id' | 'outcomes'>,
): readonly Shown[] {
  const owes = table(
    'What it owes',
    ['What', 'Standing', 'Due by', 'There since', 'Decision'],
    rows.map((row): Cell[] => [
      inFull[row.outcome],
      standing(row),
      dated(row.due, row.duePrecision),
      dated(row.thereOn, row.therePrecision, row.provenance),
      row.decision === null ? '' : (thing('decision', row.decision, where, nameOf) ?? ''),
    ]),
    { csv: dataAddress(where, 'outcomes', { review, format: 'csv' }) },
  );
  const moved = outcomes.filter(({ dueLog }) => dueLog.length > 1);
  const days = moved.flatMap(({ outcome, dueLog }) =>
    dueLog.map(({ on, precision, reason, made }): Cell[] => [
      inFull[outcome],
      dated(on, precision),
      heldOn(made),
      decisionOf(made, where, nameOf),
      reason ?? '',
    ]),
  );
  const heads = ['What', 'Due by', 'Said', 'Decision', 'Why'];
  return [
    { table: owes },
    ...(days.length > 0 ? [{ table: table('The days it was due by', heads, days) }] : []),
  ];
}

function standing({ state, inTime, daysOverdue }: OutcomeRow): string {
  if (state === 'overdue') return `Overdue by ${counted(daysOverdue, 'day', 'days')}`;
  const late = { yes: ', in time', no: ', late', 'not-known': ', not known whether in time' };
  return `${stateInWords[state]}${inTime === null ? '' : late[inTime]}`;
}
