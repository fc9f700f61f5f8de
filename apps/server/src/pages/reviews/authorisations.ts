import { isTaken, lastDayOf, type ReviewPart, type TakenDecision } from '#programme';
import { authorityOf, makerNames, makersPower, standings } from '#read-model';
import { pageAddress } from '../addresses-of-pages.js';
import { entryLink } from '../history/history-section.js';
import type { Asking } from '../pages.js';
import { table, type Cell, type Table } from '../table.js';
import { counted, dated, day, inWords, sentence } from '../words.js';

/** Who authorised a review at each stage, on what it knew. */
export interface Authorisations {
  readonly table: Table;
  /** The last that authorised a business case, in a sentence; absent where none did. */
  readonly inShort: string | undefined;
}

/** The entries by which a review goes on, as a reader asks after them. */
const passes: Readonly<Record<string, string>> = {
  ReviewProposed: 'Review',
  ScopingBriefAgreed: 'Scoping brief',
  OptionsAppraised: 'Appraisal of options',
  OptionChosen: 'Preferred option',
  AuthorisedToProceed: 'Business case',
  FullBusinessCaseSubmitted: 'Full business case, submitted',
  FullBusinessCaseAuthorised: 'Full business case',
  ImplementationStarted: 'Implementation',
};
const cases = ['AuthorisedToProceed', 'FullBusinessCaseAuthorised'];

/**
 * The decision behind each step of a review that is on the record by the day, in the order of the days: those that a later
 * referral back left behind included. Each leads to the review as it stood and as it was known on the day of the decision.
 */
export function authorisationsOf({ where, reader, moment }: Asking, id: string): Authorisations {
  const { programme } = where;
  const nameOf = makerNames(authorityOf(reader, programme, moment));
  const standing = standings(reader, programme, moment);
  const steps = reader
    .history(programme, { id, kind: 'review' }, moment, { upTo: moment.asAt, most: 100_000 })
    .filter(({ entry, struckBy }) => !struckBy && passes[entry.type] !== undefined)
    .flatMap(({ entry }) => {
      const decision = entry.envelope['decision'];
      if (typeof decision !== 'string') return [];
      const { part } = reader.one(programme, 'decision', decision, moment);
      return isTaken(part) ? [{ entry, part }] : [];
    })
    .sort((a, b) => (a.part.takenOn < b.part.takenOn ? -1 : a.part.takenOn > b.part.takenOn ? 1 : 0));
  const rows = steps.map(({ entry, part }): Cell[] => {
    const { takenOn, precision } = part;
    const what = passes[entry.type] ?? entry.type;
    // Of a decision known by its month, the end of it: nothing of what it knew is left out.
    const on = dayOf(part);
    const then = { programme, asAt: on, knownAt: on };
    const { makerHeldPower } = makersPower(reader, programme, part, moment);
    return [
      { text: what, href: hrefOf(entryLink(entry, where)) },
      { text: part.title, href: pageAddress(where, `decisions/${part.id}`) },
      nameOf(part),
      dated(takenOn, precision),
      [
        sentence(inWords(standing(part).status)),
        ...(makerHeldPower === null ? [] : [makerHeldPower ? 'power held' : 'power not on record']),
      ].join(', '),
      knewInWords(reader.one(programme, 'review', id, reader.moment(on, on)).part as ReviewPart | undefined),
      {
        text: `${what}: as it was known on ${day(on)}`,
        href: pageAddress(then, `reviews/${id}`),
      },
    ];
  });
  const last = steps.filter(({ entry }) => cases.includes(entry.type)).at(-1);
  return {
    table: table(
      'Who authorised it, on what was known',
      ['What', 'Decision', 'By', 'Taken', 'Where it stands', 'What was on the record', 'That day'],
      rows,
      { empty: 'No decision is named for any step of it.' },
    ),
    inShort:
      last &&
      `The business case was authorised by ${nameOf(last.part)} ${last.part.precision === 'day' ? 'on' : 'in'} ${dated(last.part.takenOn, last.part.precision)}: ${last.part.title}.`,
  };
}

const dayOf = ({ takenOn: on, precision }: TakenDecision) => lastDayOf({ on, precision });
const hrefOf = (cell: Cell): string => (typeof cell === 'object' ? (cell.href ?? '') : '');

/** What was on the record of a review at a moment, in short. */
function knewInWords(review: ReviewPart | undefined): string {
  if (!review) return 'Nothing of this review';
  const { options, chosen, stage } = review;
  const appraised = options.filter(({ appraisal }) => appraisal !== undefined).length;
  const preferred = options.find((option) => option.id === chosen?.option)?.title;
  return [
    sentence(inWords(stage)),
    `${counted(options.length, 'option', 'options')}, ${appraised} appraised`,
    ...(preferred === undefined ? [] : [`preferred: ${preferred}`]),
  ].join('; ');
}
