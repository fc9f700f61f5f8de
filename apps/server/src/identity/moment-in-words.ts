const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant in words, by the clock in London: '17 July 2014 at 10:00:00'. Milliseconds since 1970. */
export function londonMoment(instant: number): string {
  return inLondon.format(instant);
}
