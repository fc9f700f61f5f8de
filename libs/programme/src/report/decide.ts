import type { Parts } from '#timeline';
import { same } from '#timeline';
import { recordedOf } from '../recorded.js';
import { restates } from '../repeated.js';
import { present, refuse } from '../rules.js';
import { permitted, type Decided } from '../stream.js';
import type { ReportCommand } from './commands.js';
import type { Rendered, ReportAsked, ReportEvent } from './events.js';
import { evolveReport } from './evolve.js';
import { permitsReport } from './permits.js';
import { reportKey, type ReportPart } from './state.js';

export const reportRules = {
  evolve: evolveReport,
  permits: permitsReport,
  touches: (event: ReportEvent) => [reportKey(event.report)],
};

/** The event that issuing a report comes to, none where it is issued already, or a refusal. */
export function decideReport(state: Parts<ReportPart>, command: ReportCommand): Decided<ReportEvent> {
  const { rendered } = command;
  if (!rendered) {
    return refuse(
      'report-not-rendered',
      'Send issue-report by itself, to the address of its own: its position and hash are worked out as it is issued, in no import, batch or strike',
    );
  }
  const said = saidOf(command, rendered);
  const report = state.get(reportKey(command.report));
  if (report && restates(report.issued, command) && same(saidOf(report, report), said)) return [];
  const event: ReportEvent = {
    ...recordedOf(command),
    type: 'ReportIssued',
    report: command.report,
    ...said,
  };
  return permitted(reportRules, state, [event]);
}

function saidOf(asked: Partial<ReportAsked> & Pick<ReportAsked, 'title' | 'view'>, rendered: Rendered) {
  const { title, view, thing, query = {}, format = 'json', knownAt, issuedTo } = asked;
  const { asAt, position, hash, rendering } = rendered;
  return present({ title, view, thing, query, format, asAt, knownAt, position, hash, rendering, issuedTo });
}
