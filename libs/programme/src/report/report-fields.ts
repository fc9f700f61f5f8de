import { isCivilDate, parseInstant, type CivilDate } from '#calendar';
import { isObject, plain, type FieldKind } from '#fields';

export const reportFormats = ['json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A day, in full: a report is of no month. */
export const day: FieldKind<CivilDate, CivilDate> = plain(
  {
    shape: 'date: YYYY-MM-DD',
    mustBe: 'a date such as 2014-03-21',
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    control: { as: 'day' },
  },
  isCivilDate,
);

/** A day, meaning its end in London, or an instant. */
export const known: FieldKind<string, string> = plain(
  {
    shape: 'date, or instant with its zone',
    mustBe: 'a date such as 2014-04-15, or an instant with its zone such as 2014-04-15T12:00:00Z',
    schema: { type: 'string' },
    control: { as: 'known' },
  },
  (value) => typeof value === 'string' && (isCivilDate(value) || parseInstant(value) !== undefined),
);

// What an address says beside the filters of a view stands in fields of its own.
const filterName = '^(?!(asAt|knownAt|minPosition|format|money)$)[A-Za-z]{1,40}$';
const writtenAsName = new RegExp(filterName, 'u');

/** The filters of a view, by name, as they stand in an address. */
export const filters: FieldKind<Readonly<Record<string, string>>, Readonly<Record<string, string>>> = plain(
  {
    shape: 'object with one or more filters of the view, each a text',
    mustBe:
      'an object with one or more filters of the view, each a text of at most 1,000 characters, such as {"status": "open"}',
    schema: {
      type: 'object',
      propertyNames: { pattern: filterName },
      patternProperties: { '': { type: 'string', maxLength: 1_000 } },
      minProperties: 1,
      maxProperties: 20,
    },
    control: { as: 'pairs' },
  },
  (value) =>
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.keys(value).length <= 20 &&
    Object.entries(value).every(
      ([filter, text]) =>
        writtenAsName.test(filter) &&
        typeof text === 'string' &&
        text.length <= 1_000 &&
        !/\p{Surrogate}/u.test(text),
    ),
);
