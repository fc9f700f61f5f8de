import { describeDate, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { reviewStages, type ReviewPart } from '#programme';
import type { Moment, overview } from '#read-model';
import { escaped, page, table, type Cell } from './html.js';

/** A field of the form that cannot be read as it was filled in. */
export interface FormError {
  readonly field: string;
  readonly problem: string;
}

export interface FirstPageFacts {
  readonly view: ReturnType<typeof overview>;
  readonly reviews: readonly ReviewPart[];
  readonly moment: Moment;
  readonly demonstration: boolean;
  /** Recorded after `knownAt`, changing this date. */
  readonly later: readonly StoredEvent[];
  /** In the answer, but recorded after the date itself. */
  readonly afterwards: readonly StoredEvent[];
}

/** Days of the demonstration that show something, as links. */
const daysWorthALook = [
  ['2013-10-15', undefined, 'phase 1 open, 12 reviews, 80 business units'],
  ['2014-06-01', undefined, 'the County Council has chosen its options'],
  ['2016-04-01', undefined, 'Legal Services is to be a wholly owned company'],
  ['2016-04-01', '2015-12-31', 'the same day, when the commercial partner was still the plan'],
] as const;

/** How many entries a list on the page shows before it points to the history. */
const mostEntries = 50;

const labels: Readonly<Record<string, string>> = { asAt: 'As at', knownAt: 'As known on' };
const day = (date: string): string => describeDate(date as CivilDate, 'day');
const inWords = (name: string): string => name.replaceAll('-', ' ');
const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`;
const marked = (text: string, provenance: string | null | undefined): string =>
  provenance === 'illustrative' ? `${text} (illustrative)` : text;
const dated = (
  date: string | null,
  precision: 'day' | 'month' | 'year' | null,
  provenance?: string | null,
): string => (date === null ? '' : marked(describeDate(date as CivilDate, precision ?? 'day'), provenance));

/** The overview of a programme as a page. */
export function firstPage(facts: FirstPageFacts): string {
  const { view, reviews, moment, demonstration, later, afterwards } = facts;
  const { programme, phases, portfolios, units } = view;
  const target = programme.savingsTarget;
  const query = queryOf(moment);
  const main = `
<h1>${escaped(programme.name ?? programme.id)}</h1>
${momentBanner(moment, later.length)}
${datesForm(moment.asAt, moment.knownAt?.slice(0, 10) ?? '', [])}
${demonstration ? quickLinks() : ''}
${programme.exists ? '' : '<p>The programme had not begun on this day.</p>'}
<h2>Targets</h2>
<ul>
<li>Savings: ${
    target
      ? `${pounds(target.pence)} over ${escaped(target.fromYear)} to ${escaped(target.toYear)}, ${
          target.basis === 'not-stated' ? 'gross or net not stated' : escaped(target.basis)
        }`
      : 'none set'
  }</li>
<li>Business units: ${unitsInWords(units)}</li>
</ul>
${table(
  'Phases',
  ['Phase', 'Status', 'Planned', 'Opened', 'Closed'],
  phases.map((phase) => [
    phase.name,
    phase.status,
    [
      dated(phase.plannedStart, phase.plannedStartPrecision),
      phase.plannedEnd === null ? '' : `to ${dated(phase.plannedEnd, phase.plannedEndPrecision)}`,
    ]
      .filter(Boolean)
      .join(' '),
    dated(phase.openedOn, phase.openedPrecision, phase.openedProvenance),
    dated(phase.closedOn, phase.closedPrecision, phase.closedProvenance),
  ]),
)}
${table(
  'Portfolios',
  ['Portfolio', 'Open projects'],
  portfolios.map(({ name, projects }) => [name, projects]),
)}
${table('Reviews by stage', ['Stage', 'Reviews'], stageRows(view.reviews))}
${table(
  'Reviews',
  ['Review', 'Stage', 'Since', 'Preferred option'],
  reviews.map((review) => [
    { text: review.name, href: `/api/programmes/${programme.id}/reviews/${review.id}${query}` },
    inWords(review.stage) + (review.standing === 'active' ? '' : ` (${review.standing})`),
    dated(review.stageSince.on, review.stageSince.precision, review.stageSince.provenance),
    review.options.find(({ id }) => id === review.chosen?.option)?.title ?? '',
  ]),
)}
${later.length > 0 ? entries('Later entries that change this date', later, programme.id) : ''}
${afterwards.length > 0 ? entries('Recorded after this date', afterwards, programme.id) : ''}
<p>As data: <a href="/api/programmes/${escaped(programme.id)}/overview${escaped(query)}">this overview</a>,
<a href="/api/programmes/${escaped(programme.id)}/decisions${escaped(query)}">decisions</a>,
<a href="/api/programmes/${escaped(programme.id)}/history">history</a>.</p>`;
  return page(programme.name ?? programme.id, main, demonstration);
}

/** The page again where a date could not be read, with what was typed still in it. */
export function wrongDatesPage(
  typed: { readonly asAt: string; readonly knownAt: string },
  errors: readonly FormError[],
  demonstration: boolean,
): string {
  const inForm = errors.map(({ field, problem }) => ({
    field,
    problem: problem.replace(/^\w+/, (name) => labels[name] ?? name),
  }));
  const summary = `<div class="errors" role="alert" aria-labelledby="errors"><h2 id="errors">There is a problem</h2><ul>${inForm
    .map(({ field, problem }) => `<li><a href="#${escaped(field)}">${escaped(problem)}</a></li>`)
    .join('')}</ul></div>`;
  const main = `${summary}<h1>Choose a date</h1>${datesForm(typed.asAt, typed.knownAt, inForm)}`;
  return page('Error: choose a date', main, demonstration);
}

/** What is shown where the book holds no programme yet, or none of that name. */
export function noProgrammePage(programme: string | undefined, demonstration: boolean): string {
  const main =
    programme === undefined
      ? '<h1>No programme yet</h1><p>Record start-programme, or load the demonstration with <code>minutebook demo</code>.</p>'
      : `<h1>No such programme</h1><p>Nothing called ${escaped(programme)} was on the record by then. <a href="/">See what is</a>.</p>`;
  return page(programme === undefined ? 'No programme yet' : 'No such programme', main, demonstration);
}

function queryOf({ asAt, knownAt }: Moment): string {
  return `?asAt=${asAt}${knownAt === undefined ? '' : `&knownAt=${encodeURIComponent(knownAt)}`}`;
}

function momentBanner({ asAt, knownAt }: Moment, later: number): string {
  const known =
    knownAt === undefined
      ? 'as known now'
      : `as known ${knownAt.length === 10 ? `on ${day(knownAt)}` : `at ${escaped(knownAt)}`}`;
  const changed =
    later === 0 ? '' : ` ${later} later ${later === 1 ? 'entry changes' : 'entries change'} this date.`;
  return `<p class="moment"><strong>As at ${day(asAt)}, ${known}.</strong>${changed}</p>`;
}

function datesForm(asAt: string, knownAt: string, errors: readonly FormError[]): string {
  const field = (name: string, value: string): string => {
    const error = errors.find((one) => one.field === name);
    const described = error ? ` aria-describedby="${name}-error" aria-invalid="true"` : '';
    return `<p${error ? ' class="wrong"' : ''}><label for="${name}">${labels[name]}</label>${
      error ? `<span id="${name}-error">Error: ${escaped(error.problem)}</span>` : ''
    }<input id="${name}" name="${name}" type="${error ? 'text' : 'date'}" value="${escaped(value)}"${described}></p>`;
  };
  return `<form method="get" action="/">${field('asAt', asAt)}${field('knownAt', knownAt)}<p><button>Show</button></p></form>`;
}

function quickLinks(): string {
  const links = daysWorthALook.map(([asAt, knownAt, what]) => {
    const href = `/?asAt=${asAt}${knownAt ? `&amp;knownAt=${knownAt}` : ''}`;
    return `<li><a href="${href}">${day(asAt)}${knownAt ? `, as known on ${day(knownAt)}` : ''}</a>: ${what}</li>`;
  });
  return `<nav aria-label="Days worth a look"><ul><li><a href="/">Today</a></li>${links.join('')}</ul></nav>`;
}

function unitsInWords({ count, target, illustrative }: FirstPageFacts['view']['units']): string {
  const against = target === null ? 'no target set' : `target ${target}`;
  return `${marked(String(count), illustrative ? 'illustrative' : null)}, ${against}`;
}

function stageRows({ total, byStage, withdrawn }: FirstPageFacts['view']['reviews']): Cell[][] {
  const stages = reviewStages.filter((stage) => byStage[stage] !== undefined);
  const rows: Cell[][] = stages.map((stage) => [inWords(stage), byStage[stage] ?? 0]);
  if (withdrawn > 0) rows.push(['withdrawn', withdrawn]);
  return total === 0 ? [] : [...rows, ['all', total]];
}

function entries(title: string, list: readonly StoredEvent[], programme: string): string {
  const rows = list.slice(0, mostEntries).map(({ recordedAt, type, stream, envelope }): Cell[] => {
    const [, kind = '', id = ''] = stream.split('/');
    return [
      day(recordedAt.slice(0, 10)),
      inWords(type.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)),
      id === ''
        ? kind
        : { text: `${kind} ${inWords(id)}`, href: `/api/programmes/${programme}/history/${id}` },
      day(envelope['effectiveOn'] as string),
    ];
  });
  const more =
    list.length > rows.length
      ? `<p>The first ${rows.length} of ${list.length}; the <a href="/api/programmes/${escaped(programme)}/history">history</a> has them all.</p>`
      : '';
  return table(title, ['Recorded on', 'Entry', 'About', 'Holds from'], rows) + more;
}
