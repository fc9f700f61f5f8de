import { howToTypeAPartDate, readTypedDate, readTypedPartDate, wrongDate } from '#pages';
import { addDays, describeDate, isCivilDate, parseDated, type CivilDate } from '#calendar';
import { typedDate } from './typed-values.js';
import type { Typed, TypedProblem } from './typed.js';

/** Dates as the body of a command holds them, and what is wrong with the answers they come from. */
export interface DatesAnswered {
  readonly dates: { readonly takenOn?: string; readonly effectiveOn?: string; readonly precision?: string };
  readonly problems: readonly TypedProblem[];
}

/** Commands that are nothing without the day on which somebody decided. */
const decidedAlways = ['record-decision'];

/** Whether it need not be asked if somebody decided it. */
export const isAlwaysDecided = (command: string): boolean => decidedAlways.includes(command);

/**
 * The dates that the answers to "When did this actually happen?" come to. The day of a decision is the day it was
 * taken; of a reported fact, the day from which it holds. Another day from which it holds may be said beside it.
 *
 * @param today for an answer that does not say on which day it was given
 */
export function datesAnswered(command: string, typed: Typed, today: CivilDate): DatesAnswered {
  const problems: TypedProblem[] = [];
  const wrong = (field: string, problem: string): undefined => {
    problems.push({ field, problem });
    return undefined;
  };
  const said = typed['when-said'] ?? '';
  for (const [way, name] of Object.entries(typedWays)) {
    if (typed['when'] !== undefined && typed['when'] !== way && (typed[name] ?? '').trim() !== '')
      wrong(name, 'A date is typed that is not chosen: choose it, or clear it');
  }
  for (const name of ['takenOn', 'effectiveOn']) {
    if ((typed[name] ?? '').trim() !== '')
      wrong(name, `${name} is asked here as the day it happened: say it there, and clear it`);
  }
  // No page asks it: it stands beside the dates of an entry that is corrected, until they are said anew.
  const precision = (typed['precision'] ?? '').trim();
  if (precision !== '' && !['day', 'month', 'year'].includes(precision))
    wrong('precision', 'How exactly the date is known must be day, month or year');
  const happened = whenAnswered(typed, isCivilDate(said) ? said : today, wrong);
  const decided = isAlwaysDecided(command) || typed['decided'] === 'yes';
  if (!isAlwaysDecided(command) && typed['decided'] !== 'yes' && typed['decided'] !== 'no')
    wrong('decided', 'Say whether a body or an office decided it');
  if (decided && happened !== undefined && (parseDated(happened)?.date ?? today) > today) {
    wrong(
      typed['when'] === 'part' ? 'when-part' : 'when-day',
      `A decision cannot have been taken after today, ${describeDate(today, 'day')}: say when it was taken, and below from when it holds`,
    );
  }
  const later = (typed['holds'] ?? '').trim();
  const holds = later === '' ? undefined : readTypedPartDate(later);
  if (later !== '' && holds === undefined)
    wrong('holds', wrongDate('The day it holds from', later, howToTypeAPartDate));
  const dates = decided
    ? { ...(happened && { takenOn: happened }), ...(holds && { effectiveOn: holds }) }
    : { ...((holds ?? happened) && { effectiveOn: holds ?? happened }) };
  return { dates: { ...dates, ...(precision !== '' && { precision }) }, problems };
}

/** The answers that are typed, each with its field. */
const typedWays = { day: 'when-day', part: 'when-part' };

function whenAnswered(
  typed: Typed,
  today: CivilDate,
  wrong: (field: string, problem: string) => undefined,
): string | undefined {
  switch (typed['when']) {
    case 'today':
      return today;
    case 'yesterday':
      return addDays(today, -1);
    case 'day': {
      const day = readTypedDate(typed['when-day'] ?? '');
      return day !== undefined && isCivilDate(day)
        ? day
        : wrong('when-day', wrongDate('The day it happened', typed['when-day'] ?? ''));
    }
    case 'part': {
      const part = readTypedPartDate(typed['when-part'] ?? '');
      return part !== undefined && part.length < 10
        ? part
        : wrong('when-part', 'The month or the year must be such as March 2014 or 2014');
    }
    case undefined:
    default:
      return wrong('when', 'Say when it happened');
  }
}

/** The answers that dates of a body stand for, as a person would give them. */
export function answersFor({ takenOn, effectiveOn }: DatesAnswered['dates']): Typed {
  const happened = takenOn ?? effectiveOn;
  if (happened === undefined) return {};
  const isDay = happened.length === 10;
  return {
    when: isDay ? 'day' : 'part',
    [isDay ? 'when-day' : 'when-part']: typedDate(happened),
    decided: takenOn === undefined ? 'no' : 'yes',
    ...(takenOn !== undefined && effectiveOn !== undefined && { holds: typedDate(effectiveOn) }),
  };
}
