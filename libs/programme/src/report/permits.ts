import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { ReportEvent } from './events.js';
import { reportKey, type ReportPart } from './state.js';

/** Why an entry of a report cannot stand where it is dated, if it cannot. */
export function permitsReport(state: Parts<ReportPart>, event: ReportEvent): Refusal | undefined {
  return meaninglessForReport(state.get(reportKey(event.report)), event);
}

/** Where an entry of a report would record nothing: no exception can give it a meaning. */
export function meaninglessForReport(
  report: ReportPart | undefined,
  event: ReportEvent,
): Refusal | undefined {
  switch (event.type) {
    case 'ReportIssued':
      return (
        report &&
        refuse(
          'report-already-issued',
          `Report ${event.report} was issued on ${onDay(report.issued)}: give another report an id of its own`,
        )
      );
  }
}
