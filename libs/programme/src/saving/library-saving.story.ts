import type { Facts, Recorded } from '#acts';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import type { SavingCommand, SavingEvent } from './index.js';

/** What is said of the saving in libraries, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'saving' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of the saving in libraries, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<SavingEvent>): SavingEvent {
  return { saving: 'library-hours', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the saving in libraries. */
export function asked(day: string, said: Said<SavingCommand>): SavingCommand {
  const who = { programme: 'county', saving: 'library-hours' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<SavingCommand>, event: Said<SavingEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

/** A financial year as it is written. */
export function year(text: string): FinancialYear {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
}

const standing = { status: 'open', standing: 'active' };

/** What stands elsewhere: two open portfolios, a review, a project and a unit; and a portfolio that was closed. */
export const elsewhere: Facts = {
  get: (key) =>
    ({
      'portfolio/place': standing,
      'portfolio/adults': standing,
      'portfolio/closed': { status: 'closed', closed: { on: civilDate('2014-01-01'), precision: 'day' } },
      'review/libraries': standing,
      'review/archives': { standing: 'withdrawn' },
      'project/library-trust': standing,
      'unit/libraries': standing,
    })[key],
};

const owner = 'Head of Libraries';
export const outline = {
  name: 'Shorter opening hours',
  category: 'cashable',
  means: 'service-reduction',
  recurrence: 'recurring',
  basis: 'net',
  owner,
  portfolio: 'place',
  review: 'libraries',
} as const;

/** £1.2m in the first year, £2.07m more in the second: £3.27m a year from then on. */
export const planned = {
  profile: [
    { year: year('2015/16'), pence: 120_000_000, effect: 'part-year' },
    { year: year('2016/17'), pence: 207_000_000 },
  ],
  fullYearPence: 327_000_000,
} as const;

export const identifying = said(
  '2014-05-15',
  { type: 'identify-saving', ...outline, ...planned },
  { type: 'SavingIdentified', ...outline, ...planned },
);

const inTheCase = { profile: [{ year: year('2015/16'), pence: 100_000_000 }] } as const;
export const placing = said(
  '2014-07-17',
  { type: 'place-saving-in-business-case', businessCase: 'outline', ...inTheCase },
  { type: 'SavingPlacedInBusinessCase', businessCase: 'outline', ...inTheCase },
);

const budgeted = {
  profile: [{ year: year('2015/16'), pence: 110_000_000 }],
  decision: 'budget-2015',
} as const;
export const authorising = said(
  '2015-02-12',
  { type: 'authorise-saving', ...budgeted },
  { type: 'SavingAuthorised', ...budgeted },
);

const expected = {
  profile: [{ year: year('2015/16'), pence: 90_000_000 }],
  reason: 'The consultation ran into April',
} as const;
export const forecasting = said(
  '2015-07-01',
  { type: 'forecast-saving', ...expected },
  { type: 'SavingForecast', ...expected },
);

const done = { year: year('2015/16'), pence: 80_000_000 };
export const delivering = said(
  '2016-03-31',
  { type: 'record-delivered-saving', ...done },
  { type: 'SavingDelivered', ...done },
);

const confirmed = { year: year('2015/16'), pence: 75_000_000, by: 'Section 151 officer' };
export const validating = said(
  '2016-05-16',
  { type: 'validate-saving', ...confirmed },
  { type: 'SavingValidated', ...confirmed },
);

const ended = { reason: 'The review of libraries was withdrawn' };
export const releasing = said(
  '2016-06-01',
  { type: 'release-saving', ...ended },
  { type: 'SavingReleased', ...ended },
);

const givenUp = { reason: 'The council keeps the hours' };
export const withdrawing = said(
  '2016-06-01',
  { type: 'withdraw-saving', ...givenUp },
  { type: 'SavingWithdrawn', ...givenUp },
);

export const identified = [identifying.event];
export const delivered = [...identified, delivering.event];
export const wholeWay = [
  identifying.event,
  placing.event,
  authorising.event,
  forecasting.event,
  delivering.event,
  validating.event,
];
export const released = [...identified, releasing.event];
