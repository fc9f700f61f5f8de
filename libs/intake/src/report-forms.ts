import { type FieldKind, idOf, isObject, name, oneOf, plain } from '#fields';
import { isCivilDate, parseInstant } from '#calendar';
import { type ReportCommand, type ReportFormat, reportFormats } from '#programme';
import { type FormOfEach, Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

const day: FieldKind<string, string> = plain(
  {
    shape: 'date: YYYY-MM-DD',
    mustBe: 'a date such as 2014-03-21',
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    control: { as: 'day' },
  },
  (value) => typeof value === 'string' && isCivilDate(value),
);

const known: FieldKind<string, string> = plain(
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

const filters: FieldKind<Readonly<Record<string, string>>, Readonly<Record<string, string>>> = plain(
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

export class IssueReportForm extends RecordedForm {
  @Required(idOf('report', 'new'), 'The report.')
  report!: string;

  @Required(name, 'What it is called.')
  title!: string;

  @Required(idOf('view'), 'The view whose answer it is, such as overview or units.')
  view!: string;

  @Optional(idOf('thing', 'either'), 'The one thing of the view that it shows; all of them if left out.')
  thing?: string;

  @Optional(filters, 'The filters of the view, by name.', 'Filters')
  query?: Readonly<Record<string, string>>;

  @Optional(oneOf(reportFormats), "What its bytes are; left out, 'json'.")
  format?: ReportFormat;

  @Optional(day, 'The civil date it is for; left out, today.')
  asAt?: string;

  @Optional(known, 'What had been recorded by then; left out, all that is on the log.', 'As known on')
  knownAt?: string;

  @Optional(name, 'The body or the office that it is issued to; no personal name.')
  issuedTo?: string;
}

export const reportForms = {
  'issue-report': IssueReportForm,
} satisfies FormOfEach<ReportCommand>;
