import { addDays, type CivilDate, latestDate } from './civil-date.js';
import { epochMs, type Instant, instantOf, latestInstant } from './instant.js';

const hourMs = 3_600_000;

// Since 1900 London has kept Greenwich time or been one hour ahead of it, two in the summers of 1941–45 and 1947.
const mostHoursAhead = 2;

// Before 1900 the zone's tables reach back to the local mean time of 1847, 75 seconds behind Greenwich, which
// would put the first moments of the calendar in no day at all. There a civil day is the Greenwich day.
const summerTimeKnownFrom = '1900';

// Summers to come follow the rule in the tables of the running Node: where the law changes, so does the answer.
const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The day on the calendar in London at a moment: 23:30 UTC on 30 June 2014 is already 1 July. */
export function londonDate(instant: Instant): CivilDate {
  const greenwichDate = instant.slice(0, 10) as CivilDate;
  const greenwichHour = Number(instant.slice(11, 13));
  if (greenwichHour < 24 - mostHoursAhead || instant < summerTimeKnownFrom) return greenwichDate;
  const hour = Number(hourInLondon.format(epochMs(instant)));
  return hour < greenwichHour ? addDays(greenwichDate, 1) : greenwichDate;
}

/** The first moment of a civil day in London: 2014-07-01 starts at 2014-06-30T23:00:00.000Z. */
export function startOfDayInLondon(date: CivilDate): Instant {
  const midnight = epochMs(`${date}T00:00:00.000Z` as Instant);
  if (date < summerTimeKnownFrom) return instantOf(midnight);
  for (let hoursAhead = mostHoursAhead; hoursAhead > 0; hoursAhead -= 1) {
    const start = instantOf(midnight - hoursAhead * hourMs);
    // The clocks change in the small hours, never across midnight: the first candidate in the day is its midnight.
    if (londonDate(start) === date) return start;
  }
  return instantOf(midnight);
}

/** The last millisecond of a civil day in London, one before the next day starts. */
export function endOfDayInLondon(date: CivilDate): Instant {
  // No day follows the last, which ends in winter, at midnight in Greenwich.
  if (date === latestDate) return latestInstant;
  return instantOf(epochMs(startOfDayInLondon(addDays(date, 1))) - 1);
}
