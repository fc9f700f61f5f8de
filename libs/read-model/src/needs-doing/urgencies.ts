import { addDays, civilDate, lastOfMonth, type CivilDate } from '#calendar';
import { dayInWords } from '#programme';
import { settingsAt } from '../settings-at.js';
import type { Looking, Need } from './sorts.js';

/** Special urgencies that no report of urgent decisions covers: one issued as at their day or a later one. */
export function* urgencyNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const settings = settingsAt(reader, programme, moment);
  const reported = reader.parts
    .list(programme, 'report', moment)
    .filter(({ view, thing }) => view === 'registers' && thing === 'urgent-decisions')
    .map(({ asAt }) => asAt);
  for (const { id, title, specialUrgency } of reader.parts.list(programme, 'decision', moment)) {
    if (!specialUrgency) continue;
    const { agreed, office } = specialUrgency;
    if (reported.some((asAt) => asAt >= agreed.on)) continue;
    const months = settings('urgency-report-months', moment.asAt);
    yield {
      sort: 'urgency-to-report',
      what: 'Issue the report of urgent decisions to the council',
      kind: 'decision',
      id,
      name: title ?? 'A decision without a title',
      because: `special urgency agreed ${dayInWords(agreed)} by the ${office}${
        typeof months === 'number' ? `, reported every ${months} months` : ''
      }`,
      since: agreed.on,
      by: typeof months === 'number' ? monthsAfter(agreed.on, months) : undefined,
      next: { command: 'issue-report', fields: { view: 'registers', thing: 'urgent-decisions' } },
    };
  }
}

/** The same day so many months later, or the last of that month where it has none. */
function monthsAfter(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, on = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const first = civilDate(
    `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`,
  );
  const last = lastOfMonth(first);
  const same = addDays(first, on - 1);
  return same < last ? same : last;
}
