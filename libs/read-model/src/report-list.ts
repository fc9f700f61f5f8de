import type { ReportPart } from '#programme';
import type { ListView } from './lists.js';

/** The reports that were issued, each with what pins it. */
export const reportList: ListView = {
  name: 'reports',
  kind: 'report',
  streams: ['report'],
  row: (part) => {
    const report = part as ReportPart;
    return {
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
    };
  },
};
