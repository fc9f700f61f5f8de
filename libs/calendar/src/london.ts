import { addDays, type CivilDate, latestDate } from './civil-date.js';
import { epochMs, type Instant, instantOf, latestInstant } from './instant.js';
import { describeDate } from './precision.js';

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

// What London's clocks are called by how many hours they are ahead of Greenwich. Two hours were double summer time.
const zones = ['GMT', 'BST', 'BDST'] as const;

/** The day on the calendar in London at a moment: 23:30 UTC on 30 June 2014 is already 1 July. */
export function londonDate(instant: Instant): CivilDate {
  const greenwichDate = instant.slice(0, 10) as CivilDate;
  const greenwichHour = Number(instant.slice(11, 13));
  if (greenwichHour < 24 - mostHoursAhead) return greenwichDate;
  return greenwichHour + hoursAhead(instant) < 24 ? greenwichDate : addDays(greenwichDate, 1);
}

/**
 * A moment in words, as every page, message and statement says it: by the clock in London, with its zone, to the minute.
 * '2026-06-30T23:30:12.000Z' is '1 July 2026, 00:30 BST'.
 *
 * @param exactly where one moment must not be taken for another of its minute: with its seconds, and with milliseconds
 * where it has them; '1 July 2026, 00:30:12 BST'
 */
export function describeInstant(
  instant: Instant,
  exactly: 'to-the-minute' | 'exactly' = 'to-the-minute',
): string {
  const ahead = hoursAhead(instant);
  const hour = (Number(instant.slice(11, 13)) + ahead) % 24;
  const rest = instant
    .slice(16, 23)
    .replace(/\.000$/, '')
    .replace(/^:00$/, '');
  const time = `${String(hour).padStart(2, '0')}${instant.slice(13, 16)}${exactly === 'exactly' ? rest : ''}`;
  return `${describeDate(londonDate(instant), 'day')}, ${time} ${zones[ahead]}`;
}

/** The hours that London's clocks are ahead of Greenwich at a moment. */
function hoursAhead(instant: Instant): 0 | 1 | 2 {
  if (instant < summerTimeKnownFrom) return 0;
  const hour = Number(hourInLondon.format(epochMs(instant)));
  return ((hour - Number(instant.slice(11, 13)) + 24) % 24) as 0 | 1 | 2;
}

/** The first moment of a civil day in London: 2014-07-01 starts at 2014-06-30T23:00:00.000Z. */
export function startOfDayInLondon(date: CivilDate): Instant {
  const midnight = epochMs(`${date}T00:00:00.000Z` as Instant);
  if (date < summerTimeKnownFrom) return instantOf(midnight);
  for (let ahead = mostHoursAhead; ahead > 0; ahead -= 1) {
    const start = instantOf(midnight - ahead * hourMs);
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
