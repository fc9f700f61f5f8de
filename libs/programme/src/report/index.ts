import type { StreamDefinition } from '../stream.js';
import { reportCommands, type ReportCommand } from './commands.js';
import { decideReport, reportRules } from './decide.js';
import { reportEvents, type ReportEvent } from './events.js';
import type { ReportPart } from './state.js';

export type { ReportCommand, ReportEvent, ReportPart };
export { reportFormats, type Rendered, type ReportFormat } from './events.js';

/** A report that was issued, a stream each. */
export const reportStream: StreamDefinition<ReportPart, ReportCommand, ReportEvent> = {
  kind: 'report',
  commands: reportCommands,
  events: reportEvents,
  ...reportRules,
  reads: () => [],
  decide: decideReport,
};
