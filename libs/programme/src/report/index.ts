import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { issueReport } from './issue-report.js';
import type { ReportPart } from './state.js';

export { reportFormats, type ReportFormat } from './report-fields.js';
export type { ReportPart } from './state.js';

const acts = [issueReport] as const;

export type ReportCommand = CommandOf<(typeof acts)[number]>;
export type ReportEvent = EntryOf<(typeof acts)[number]>;

/** A report that was issued, a stream each. */
export const reportStream = streamOf<ReportPart, typeof acts>({
  kind: 'report',
  id: 'report',
  heading: 'A report was handed out',
  acts,
});
