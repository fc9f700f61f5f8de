import { reportFormats } from '#programme';
import { count, day, fieldsOf, id, oneOf, orNull, provenance, text } from './columns.js';
import { list } from './list.js';

/** The reports that were issued, each with what pins it. */
export const reports = list({
  name: 'reports',
  kind: 'report',
  streams: ['report'],
  columns: {
    ...{ id, title: text, view: text, thing: orNull(text), format: oneOf(...reportFormats), asAt: day },
    ...{ knownAt: orNull(text), position: text, hash: text, rendering: count, issuedTo: orNull(text) },
    ...{ issuedOn: day, provenance },
  },
  row: (report) => ({
    ...fieldsOf(report, 'id', 'title', 'view', 'thing', 'format', 'asAt', 'knownAt', 'position', 'hash'),
    ...fieldsOf(report, 'rendering', 'issuedTo'),
    issuedOn: report.issued.on,
    provenance: report.issued.provenance,
  }),
});
