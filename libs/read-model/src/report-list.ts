import { reportFormats } from '#programme';
import { count, day, id, oneOf, orNull, provenance, text } from './columns.js';
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
    id: report.id,
    title: report.title,
    view: report.view,
    thing: report.thing ?? null,
    format: report.format,
    asAt: report.asAt,
    knownAt: report.knownAt ?? null,
    position: report.position,
    hash: report.hash,
    rendering: report.rendering,
    issuedTo: report.issuedTo ?? null,
    issuedOn: report.issued.on,
    provenance: report.issued.provenance,
  }),
});
