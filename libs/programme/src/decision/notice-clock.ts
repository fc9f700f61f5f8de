import { type CivilDate, type DatePrecision, isCounted, shortDate } from '#calendar';
import type { Refusal } from '#timeline';
import type { Fact } from '../recorded.js';
import { refuse } from '../rules.js';
import {
  type Clock,
  countInWords,
  dayInWords,
  generalExceptionClock,
  lastDayOf,
  noticeClock,
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
  /** Whether the days had run on the day the decision was taken, or could have where only its month or year is known. */
  readonly run: boolean;
  /** "notice published Tue 19 Dec 2023, 28 clear days end Tue 16 Jan 2024, earliest Wed 17 Jan 2024" */
  readonly because: string;
}

/**
 * The clocks of a key decision's notice and of its general exception, those that were published by the day it was
 * taken, under the settings in force on that day. Regulations 9 and 10 of the 2012 Regulations.
 */
export function noticeRuns(decision: DecisionPart, taken: Taken, settings: SettingsInForce): NoticeRun[] {
  const { notice, generalException } = decision;
  const runs: NoticeRun[] = [];
  if (notice && notice.given.on <= lastDayOf(taken)) {
    const clock = noticeClock(settings, taken.on);
    runs.push(runOf('notice', 'notice published', clock, notice.given, taken));
  }
  if (generalException && generalException.given.on <= lastDayOf(taken)) {
    const clock = generalExceptionClock(settings, taken.on);
    const what = 'notice of general exception published';
    runs.push(runOf('general-exception', what, clock, generalException.given, taken));
  }
  return runs;
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
  if (runs.length === 0 || runs.some(({ run }) => run)) return;
  yield refuse(
    'notice-too-short',
    `Decision ${id} is a key decision, taken ${dayInWords(taken)}, and its notice had not run: ${runs.map(({ because }) => because).join('; ')}. Correct the dates, or record what let it be taken earlier with give-general-exception-notice or agree-special-urgency`,
  );
}

function runOf(
  what: NoticeRun['what'],
  words: string,
  clock: Clock,
  published: Fact,
  taken: Taken,
): NoticeRun {
  const count = runClock(clock, published);
  const because = countInWords(words, clock, published);
  if (!isCounted(count)) return { what, run: false, because };
  const earliest = count.effectiveFrom;
  return {
    what,
    earliest,
    run: earliest <= lastDayOf(taken),
    because: `${because}, earliest ${shortDate(earliest)}`,
  };
}
