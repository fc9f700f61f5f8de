import type { CivilDate } from '#calendar';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';

/** What an item of one sort rests on: in words, and where that is said. */
export interface SortOfNeed {
  /** What is listed, in a sentence. */
  readonly says: string;
  /** The rule in words, in a sentence. */
  readonly rule: string;
  /** Where the rule comes from. */
  readonly source: string;
}

const regulations = 'Executive Arrangements Regulations 2012 (SI 2012/2089)';
const ofMinutebook = 'Minutebook, what it counts as due';
const ofThePlan = 'The dates that the programme itself has recorded';

/** How many days ahead a planned date is listed, and how many days ahead the end of a term. */
export const daysAhead = { planned: 7, term: 30 } as const;

/** Every sort of thing that can need doing, in the order in which they are listed. */
export const needSorts = {
  'record-incomplete': {
    says: 'The record of a decision lacks what it is to hold.',
    rule: 'The record of a decision holds what its kind of maker owes, as soon as reasonably practicable.',
    source: `${regulations}, regulations 12 and 13, for the executive; Local Government Act 1972, Schedule 12, for the council and its committees; Openness of Local Government Bodies Regulations 2014 (SI 2014/2095), regulations 7 and 8, for officers`,
  },
  'notice-incomplete': {
    says: 'The notice of a key decision lacks what it is to state, or there is none on the record.',
    rule: 'The notice of a key decision states eight items.',
    source: `${regulations}, regulation 9`,
  },
  'notice-running': {
    says: 'The clear days of a notice have not run, and the decision is not taken.',
    rule: 'A key decision is taken once the clear days of its notice have run.',
    source: `${regulations}, regulations 9 and 10; the days as the council has set them`,
  },
  'announced-too-early': {
    says: 'The notice of a decision that is not taken announces a day before its clear days allow it.',
    rule: 'A key decision is taken once the clear days of its notice have run: the day announced is not before that.',
    source: `${regulations}, regulations 9 and 10; the days as the council has set them`,
  },
  'decision-to-take': {
    says: 'A notice, a general exception or an urgency is on the record, its days have run, and the decision is not.',
    rule: 'What was announced is taken and recorded, or withdrawn.',
    source: `${regulations}, regulation 9: the notice says when`,
  },
  'not-published': {
    says: 'A decision that can be called in was taken and is not published.',
    rule: 'A decision that can be called in is not in force before its window ends, and the window runs from publication.',
    source: 'The call-in rules of the council’s constitution, as its settings have them',
  },
  'call-in-window': {
    says: 'The window in which a decision can be called in is open.',
    rule: 'A published decision can be called in until the last clear day of its window, and holds from the day after.',
    source: 'The call-in rules of the council’s constitution, as its settings have them',
  },
  'setting-not-set': {
    says: 'A setting of the council that a decision is to be counted by was not set for its day.',
    rule: 'Days are counted, and sums compared, by what the council had set for that day: where it had set nothing, nothing is known.',
    source: 'The settings of the council: its constitution gives them',
  },
  'call-in-not-known': {
    says: 'Nothing on the record says whether a decision that was taken can be called in.',
    rule: 'Whether a decision can be called in is in its record, or follows from who took it.',
    source: 'The call-in rules of the council’s constitution; Local Government Act 2000, section 9F',
  },
  'called-in': {
    says: 'A decision was called in, or referred, and nothing has come of it yet.',
    rule: 'A decision that is called in waits for its outcome, and one that is referred for being looked at again.',
    source: 'The call-in rules of the council’s constitution; Local Government Act 2000, section 9F',
  },
  'urgency-to-report': {
    says: 'A special urgency was agreed, and no report of urgent decisions was issued since.',
    rule: 'Decisions taken under special urgency are reported to the council, as often as it has set.',
    source: `${regulations}, regulation 19`,
  },
  'referred-back': {
    says: 'A review was referred back, and no option is chosen anew.',
    rule: 'A review that is referred back has its options appraised and chosen again.',
    source: 'The stages of a review',
  },
  'endorsed-not-chosen': {
    says: 'An advisory body endorsed an option, and none is chosen.',
    rule: 'Who advises endorses; the choice is a decision of whoever holds the power.',
    source: 'The stages of a review',
  },
  'choice-waiting': {
    says: 'The options of a review were appraised, and none is chosen.',
    rule: 'An option is chosen after the spectrum was appraised.',
    source: 'The stages of a review',
  },
  'proceed-waiting': {
    says: 'An option was chosen, and nobody has authorised the work on it to proceed.',
    rule: 'Work on a full business case begins with an authorisation in force.',
    source: 'The stages of a review: a gate is an authority, not a date',
  },
  'case-waiting': {
    says: 'A review is authorised to proceed, and no full business case is submitted.',
    rule: 'A full business case is submitted once it was authorised to proceed.',
    source: 'The stages of a review',
  },
  'authorisation-waiting': {
    says: 'A full business case was submitted, and is not authorised.',
    rule: 'A full business case that is submitted is authorised, or the review is referred back.',
    source: 'The stages of a review: a gate is an authority, not a date',
  },
  'start-waiting': {
    says: 'A full business case was authorised, and implementation is not started.',
    rule: 'Implementation begins with an authorisation in force.',
    source: 'The stages of a review: a gate is an authority, not a date',
  },
  'deferral-over': {
    says: 'A review was deferred until a day that has come.',
    rule: 'A review that was deferred until a day is taken up again, or deferred anew.',
    source: ofThePlan,
  },
  'outcome-due': {
    says: `The day by which a review owes something has passed or is at most ${daysAhead.planned} days off, and it is not there.`,
    rule: 'What a review owes by a day is there by that day, or its day is moved.',
    source: ofThePlan,
  },
  'phase-to-open': {
    says: `The planned start of a phase has passed or is at most ${daysAhead.planned} days off, and it is not opened.`,
    rule: 'A plan opens nothing: a phase is opened, or planned anew.',
    source: ofThePlan,
  },
  'phase-to-close': {
    says: `The planned end of an open phase has passed or is at most ${daysAhead.planned} days off.`,
    rule: 'A planned end closes nothing: a phase is closed, or planned anew.',
    source: ofThePlan,
  },
  'milestone-due': {
    says: `The day of a milestone, as last forecast, has passed or is at most ${daysAhead.planned} days off.`,
    rule: 'A milestone is reached, or forecast for another day.',
    source: ofThePlan,
  },
  'saving-to-validate': {
    says: 'More of a saving was delivered in a year than finance has validated.',
    rule: 'A saving counts as removed from the budget once finance has confirmed it.',
    source: 'How savings are counted (docs/savings.md)',
  },
  'forecast-out-of-date': {
    says: 'The forecast of a saving was made before this financial year, and is for this year or a later one.',
    rule: 'A saving of the year that runs is forecast in that year.',
    source: ofMinutebook,
  },
  'office-vacant': {
    says: `An office that holds a power is vacant, or its holder’s term ends within ${daysAhead.term} days and nobody follows.`,
    rule: 'A power that an office holds is exercised by whoever holds the office.',
    source: 'The offices and powers that the council has recorded',
  },
  'power-not-named': {
    says: 'A decision does not name the power it was taken under.',
    rule: 'Something is authorised by a decision only under a power that its maker held on that day, and that covers it.',
    source: 'The bodies, offices and powers that the council has recorded',
  },
  'coverage-not-said': {
    says: 'Nobody has said which acts a power covers.',
    rule: 'A power covers the acts that are on record for it, and no others.',
    source: 'The bodies, offices and powers that the council has recorded',
  },
  'exception-to-source': {
    says: 'An entry sets a rule aside because its source does not give what the rule asks for.',
    rule: 'An entry that carries an exception is struck and recorded again once a source gives what is missing.',
    source: 'The exception that the entry carries',
  },
  'facts-changed': {
    says: 'An entry was judged by facts of other streams that are known otherwise now, and would not be permitted on them.',
    rule: 'An entry that would be refused by what is known now is looked at again.',
    source: 'The register of facts changed since',
  },
  'follow-up-waiting': {
    says: 'Something should have followed from an entry and could not be recorded.',
    rule: 'What follows from an entry by itself is recorded, or by a person where that fails.',
    source: 'The follow-ups of this book, which are known of now only',
  },
} as const satisfies Readonly<Record<string, SortOfNeed>>;

export type NeedSort = keyof typeof needSorts;

/** How urgent an item is: by its last day beside the day that is asked about. */
export const urgencies = ['overdue', 'today', 'within-a-week', 'later', 'no-date'] as const;
export type Urgency = (typeof urgencies)[number];

/** A command that would see to an item, with what is known of its fields. */
export interface NextStep {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** An item as one of the sorts finds it. */
export interface Need {
  readonly sort: NeedSort;
  /** What needs doing, in a line. */
  readonly what: string;
  /** The thing it is about. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** What is so on the record, with its arithmetic, beside the rule of the sort. */
  readonly because: string;
  readonly since?: CivilDate | undefined;
  /** The last day for it, inclusive. */
  readonly by?: CivilDate | undefined;
  /** What is left of a count of days, in words, where days are counted and do not just pass. */
  readonly left?: string | undefined;
  readonly next?: NextStep;
}

/** What a sort of item reads. */
export interface Looking {
  readonly reader: Reader;
  readonly programme: string;
  readonly moment: Moment;
}
