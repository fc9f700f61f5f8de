import { describeDate, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type { Moment, overview } from '#read-model';

export interface FirstPageFacts {
  readonly view: ReturnType<typeof overview>;
  readonly moment: Moment;
  readonly demonstration: boolean;
  /** Recorded after `knownAt`, changing this date. */
  readonly later: readonly StoredEvent[];
  /** In the answer, but recorded after the date itself. */
  readonly afterwards: readonly StoredEvent[];
}

/** Days of the demonstration that show something, as links. */
const daysWorthALook = [
  ['2013-10-15', undefined, 'Phase 1 open, 80 units'],
  ['2014-06-01', undefined, 'Options chosen by the County Council'],
  ['2016-04-01', undefined, 'The end of the programme'],
  ['2016-04-01', '2015-12-31', 'The same day, as known at the end of 2015'],
] as const;

/** Text made safe to stand in HTML, in an element or a quoted attribute. */
export function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const day = (date: string): string => describeDate(date as CivilDate, 'day');
const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`;

/** The overview of a programme as a page. */
export function firstPage({ view, moment, demonstration, later, afterwards }: FirstPageFacts): string {
  const { programme, phases, portfolios, reviews, units } = view;
  const known =
    moment.knownAt === undefined ? 'as known now' : `as known on ${escaped(known10(moment.knownAt))}`;
  const target = programme.savingsTarget;
  const body = `
<h1>${escaped(programme.name ?? programme.id)}</h1>
<p class="banner"><strong>As at ${day(moment.asAt)}, ${known}.</strong> ${
    later.length > 0
      ? `${later.length} later ${later.length === 1 ? 'entry changes' : 'entries change'} this date.`
      : ''
  }</p>
<form method="get" action="/"><p>
<label for="asAt">As at</label> <input id="asAt" name="asAt" type="date" value="${escaped(moment.asAt)}">
<label for="knownAt">As known on</label> <input id="knownAt" name="knownAt" type="date" value="${escaped(moment.knownAt?.slice(0, 10) ?? '')}">
<button>Show</button></p></form>
<nav aria-label="Days worth a look"><ul>${daysWorthALook
    .map(([asAt, knownAt, what]) => {
      const href = `/?asAt=${asAt}${knownAt ? `&amp;knownAt=${knownAt}` : ''}`;
      return `<li><a href="${href}">${day(asAt)}${knownAt ? `, as known on ${day(knownAt)}` : ''}</a>: ${what}</li>`;
    })
    .join('')}</ul></nav>
${programme.exists ? '' : '<p>The programme had not begun on this day.</p>'}
<h2>Targets</h2>
<ul>
<li>Savings: ${target ? `${pounds(target.pence)} over ${escaped(target.fromYear)} to ${escaped(target.toYear)}` : 'none set'}</li>
<li>Business units: ${units.count} of a target of ${units.target ?? 'none set'}${units.illustrative ? ' (illustrative)' : ''}</li>
</ul>
${table(
  'Phases',
  ['Phase', 'Status', 'Planned', 'Opened', 'Closed'],
  phases.map((phase) => [
    phase.name,
    phase.status,
    [
      phase.plannedStart ? planned(phase.plannedStart, phase.plannedStartPrecision) : '',
      phase.plannedEnd ? `to ${planned(phase.plannedEnd, phase.plannedEndPrecision)}` : '',
    ]
      .filter(Boolean)
      .join(' '),
    phase.openedOn ? marked(planned(phase.openedOn, phase.openedPrecision), phase.openedProvenance) : '',
    phase.closedOn ? marked(planned(phase.closedOn, phase.closedPrecision), phase.closedProvenance) : '',
  ]),
)}
${table(
  'Portfolios',
  ['Portfolio', 'Projects'],
  portfolios.map(({ name, projects }) => [name, projects]),
)}
${table('Reviews by stage', ['Stage', 'Reviews'], [...Object.entries(reviews.byStage), ['withdrawn', reviews.withdrawn], ['all', reviews.total]])}
${later.length > 0 ? entries('Later entries that change this date', later) : ''}
${afterwards.length > 0 ? entries('Recorded afterwards', afterwards) : ''}`;
  return page(programme.name ?? programme.id, body, demonstration);
}

/** What is shown where the book holds no programme yet. */
export function noProgrammePage(): string {
  return page(
    'No programme yet',
    '<h1>No programme yet</h1><p>Record start-programme, or load the demonstration with <code>minutebook demo</code>.</p>',
    false,
  );
}

const known10 = (known: string): string => (known.length === 10 ? day(known) : known);

function planned(date: string, precision: 'day' | 'month' | 'year' | null): string {
  return describeDate(date as CivilDate, precision ?? 'day');
}

function marked(text: string, provenance: string | null): string {
  return provenance === 'illustrative' ? `${text} (illustrative)` : text;
}

function entries(title: string, list: readonly StoredEvent[]): string {
  const rows = list
    .slice(0, 100)
    .map(({ recordedAt, type, stream, envelope }) => [
      recordedAt.slice(0, 10),
      type,
      stream,
      envelope['effectiveOn'] as string,
    ]);
  const more =
    list.length > rows.length ? `<p>and ${list.length - rows.length} more: see the history.</p>` : '';
  return table(title, ['Recorded', 'Entry', 'Stream', 'Holds from'], rows) + more;
}

function table(caption: string, head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  if (rows.length === 0) return `<h2>${escaped(caption)}</h2><p>None.</p>`;
  const cells = (row: readonly unknown[]) =>
    row
      .map((cell, i) => (i === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`))
      .join('');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head
    .map((name) => `<th scope="col">${escaped(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

function page(title: string, body: string, demonstration: boolean): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Minutebook</title><style>
body{font:1.1rem/1.5 arial,sans-serif;max-width:60rem;margin:0 auto;padding:0 1rem 3rem;color:#0b0c0c}
header{border-bottom:.6rem solid #1d3557;padding:1rem 0;font-weight:bold}
.demo{background:#fff7d6;padding:.5rem 1rem}.banner{border-left:.5rem solid #1d3557;padding:.5rem 1rem;background:#f3f4f6}
table{border-collapse:collapse;width:100%;margin:1.5rem 0}caption{font-weight:bold;text-align:left;font-size:1.3rem;padding:.5rem 0}
th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top}
input,button{font:inherit;padding:.3rem}a{color:#1d4ed8}
</style></head><body><header>Minutebook</header>${
    demonstration
      ? '<p class="demo">This is a demonstration. Its recording instants are illustrative, and so is what is marked so.</p>'
      : ''
  }<main>${body}</main></body></html>
`;
}
