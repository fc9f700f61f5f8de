import { type Fact, type PlannedDate, refuse, says, the } from '#acts';
import { type CivilDate, type DatePrecision, isCounted, shortDate } from '#calendar';
import type { Refusal } from '#timeline';
import {
  clockOn,
  countInWords,
  dayInWords,
  lastDayOf,
  notSetInWords,
  runClock,
  type SettingsInForce,
} from './council-clocks.js';
import type { DecisionPart, TakenDecision } from './state.js';

/** The day a decision was taken, as closely as it is known. */
export interface Taken {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
}

export function takenDay({ takenOn: on, precision }: TakenDecision): Taken {
  return { on, precision };
}

/** A clock that had to run before a key decision was taken, with its arithmetic. */
export interface NoticeRun {
  readonly what: 'notice' | 'general-exception';
  /** The first day on which the decision could be taken; undefined where the days cannot be counted. */
  readonly earliest?: CivilDate;
  /**
   * Whether the days had run on the day the decision was taken, or could have where only its month or year is known; null
   * where it is not known, because the council's own days were not on the record.
   */
  readonly run: boolean | null;
  /** "notice published Tue 19 Dec 2023, 28 clear days end Tue 16 Jan 2024, earliest Wed 17 Jan 2024" */
  readonly because: string;
}

/**
 * The clocks of a key decision's notice and of its general exception, those that were published by the day it was
 * taken, under the settings in force on that day. Regulations 9 and 10 of the 2012 Regulations.
 */
export function noticeRuns(decision: DecisionPart, taken: Taken, settings: SettingsInForce): NoticeRun[] {
  const { notice, generalException } = decision;
  const given = { notice: notice?.given, 'general-exception': generalException?.given };
  return (['notice', 'general-exception'] as const).flatMap((what) => {
    const published = given[what];
    return published && published.on <= lastDayOf(taken) ? [runOf(what, published, taken, settings)] : [];
  });
}

/** A notice that announces a day before the clear days allow it. */
export interface AnnouncedTooEarly {
  /** The day or period that it announces. */
  readonly due: PlannedDate;
  /** The first day on which the decision can be taken under that notice. */
  readonly earliest: CivilDate;
  /** "the notice says Mon 5 Feb 2018, and notice published Tue 9 Jan 2018, 28 clear days end Tue 6 Feb 2018, earliest Wed 7 Feb 2018" */
  readonly says: string;
}

/**
 * Whether the notice of a decision announces it for a day before its clear days have run, under the settings in force on
 * the day announced; undefined where it does not, where it announces none, where the days are not known, and where a
 * general exception that had run or a special urgency lets the decision be taken by then.
 */
export function announcedTooEarly(
  decision: DecisionPart,
  settings: SettingsInForce,
): AnnouncedTooEarly | undefined {
  const { notice, specialUrgency } = decision;
  const due = notice?.decisionDue;
  if (!due || (specialUrgency && specialUrgency.agreed.on <= lastDayOf(due))) return undefined;
  const runs = noticeRuns(decision, due, settings);
  const own = runs.find(({ what }) => what === 'notice');
  if (own?.run !== false || own.earliest === undefined || runs.some(({ run }) => run === true))
    return undefined;
  return {
    due,
    earliest: own.earliest,
    says: `the notice says ${dayInWords(due)}, before its clear days allow it: ${own.because}`,
  };
}

/** Why a key decision could not be taken on a day for which some notice is on the record, if it could not. */
export function* noticeTooShort(
  decision: DecisionPart,
  taken: Taken,
  settings: SettingsInForce,
): Iterable<Refusal> {
  const { id, specialUrgency } = decision;
  if (specialUrgency && specialUrgency.agreed.on <= lastDayOf(taken)) return;
  const runs = noticeRuns(decision, taken, settings);
  // Days that nobody has set are not counted against a decision, and nowhere is it said that they had run.
  if (runs.length === 0 || runs.some(({ run }) => run !== false)) return;
  yield refuse(
    'notice-too-short',
    says`Decision ${the.decision(id)} is a key decision, taken ${dayInWords(taken)}, and its notice had not run: ${runs.map(({ because }) => because).join('; ')}. Correct the dates, or record what let it be taken earlier with give-general-exception-notice or agree-special-urgency`,
  );
}

const published = {
  notice: 'notice published',
  'general-exception': 'notice of general exception published',
} as const;

function runOf(what: NoticeRun['what'], given: Fact, taken: Taken, settings: SettingsInForce): NoticeRun {
  const clock = clockOn(what, settings, taken.on);
  if (!clock) {
    const unset = notSetInWords(what, settings, taken.on);
    return { what, run: null, because: `${published[what]} ${dayInWords(given)}, not known: ${unset}` };
  }
  const count = runClock(clock, given);
  const because = countInWords(published[what], clock, given);
  if (!isCounted(count)) return { what, run: false, because };
  const earliest = count.effectiveFrom;
  return {
    what,
    earliest,
    run: earliest <= lastDayOf(taken),
    because: `${because}, earliest ${shortDate(earliest)}`,
  };
}
