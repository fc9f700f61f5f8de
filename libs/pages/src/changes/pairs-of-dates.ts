import { addDays, firstOfMonth, type CivilDate } from '#calendar';
import type { PhasePart } from '#programme';
import type { PairOfDates } from './changes-page.js';

/** The day before the quarter of a financial year in which a day falls: its end is what the quarter began with. */
export function beforeQuarter(day: CivilDate): CivilDate {
  let first = firstOfMonth(day);
  // Quarters begin in April, July, October and January.
  while (!['01', '04', '07', '10'].includes(first.slice(5, 7))) first = firstOfMonth(addDays(first, -1));
  return addDays(first, -1);
}

/** Pairs of dates that are often asked for: a quarter, a phase, since the council last met. */
export function pairsOfDates(
  asAt: CivilDate,
  phases: readonly PhasePart[],
  lastMeeting: string | undefined,
): PairOfDates[] {
  const began = beforeQuarter(asAt);
  return [
    { text: 'This quarter', from: began, to: asAt },
    { text: 'The quarter before', from: beforeQuarter(began), to: began },
    ...phases.flatMap(({ name, opened, closed }): PairOfDates[] => {
      if (!opened || opened.on > asAt) return [];
      const last = closed?.on ?? asAt;
      return [{ text: name, from: addDays(opened.on, -1), to: last > asAt ? asAt : last }];
    }),
    ...(lastMeeting === undefined || lastMeeting >= asAt
      ? []
      : [{ text: 'Since the council last met', from: lastMeeting, to: asAt }]),
  ];
}
