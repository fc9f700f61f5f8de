import { actsOf, factOf, onDay, refuse, says, the } from '#acts';
import { idOf, name, oneOf, optional, required, wholeNumber } from '#fields';
import { day, filters, known, reportFormats } from './report-fields.js';
import { reportKey, reportPart, type ReportPart } from './state.js';

export const issueReport = actsOf<ReportPart>()({
  command: 'issue-report',
  event: 'ReportIssued',
  version: 1,
  says: 'Issues a report: the answer of a view, pinned by its position and the hash of its bytes.',
  happened: 'A report was issued',
  fields: {
    report: required(idOf('report', 'new'), 'The report.'),
    title: required(name, 'What it is called.'),
    view: required(idOf('view'), 'The view whose answer it is, such as overview or units.'),
    thing: optional(
      idOf('thing', 'either'),
      'The one thing of the view that it shows; all of them if left out.',
    ),
    query: optional(filters, 'The filters of the view, by name.', 'Filters'),
    format: optional(oneOf(reportFormats), "What its bytes are; left out, 'json'."),
    asAt: optional(day, 'The civil date it is for; left out, today.'),
    knownAt: optional(
      known,
      'What had been recorded by then; left out, all that is on the log.',
      'As known on',
    ),
    issuedTo: optional(name, 'The body or the office that it is issued to; no personal name.', {
      personal: true,
    }),
    position: optional(name, 'The last position that was known: opaque text.', { unsent: true }),
    hash: optional(name, 'SHA-256 of its bytes, in lower-case hexadecimal.', { unsent: true }),
    rendering: optional(
      wholeNumber(1),
      'The version of what rendered it: a later one may write the same facts in another shape.',
      { unsent: true },
    ),
  },
  settles({ query = {}, format = 'json', asAt, position, hash, rendering }) {
    if (asAt === undefined || position === undefined || hash === undefined || rendering === undefined) {
      return refuse(
        'report-not-rendered',
        'Send issue-report by itself, to the address of its own: its position and hash are worked out as it is issued, in no import, batch or strike',
      );
    }
    return { query, format, asAt, position, hash, rendering };
  },
  touches: ({ report: id }) => [reportKey(id)],
  *meaningless(state, { report: id }) {
    const report = state.get(reportKey(id));
    if (report) {
      yield refuse(
        'report-already-issued',
        says`Report ${the.report(id)} was issued on ${onDay(report.issued)}: give another report an id of its own`,
      );
    }
  },
  evolve: (_state, { report: id, ...entry }) => [
    [reportKey(id), reportPart({ ...entry, id, issued: factOf(entry) })],
  ],
  example: {
    effectiveOn: '2014-05-02',
    report: 'cabinet-2014-05',
    title: 'Business units at 1 May 2014',
    view: 'units',
    thing: 'libraries',
    query: { status: 'open' },
    format: 'json',
    asAt: '2014-05-01',
    knownAt: '2014-05-01',
    issuedTo: 'Cabinet',
  },
});
