import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import type { ReportEvent } from './events.js';
import { meaninglessForReport } from './permits.js';
import { reportKey, reportPart, type ReportPart } from './state.js';

/** What an entry makes of a report; nothing where it has no meaning. */
export function evolveReport(state: Parts<ReportPart>, event: ReportEvent): Changes<ReportPart> {
  const key = reportKey(event.report);
  if (meaninglessForReport(state.get(key), event)) return [];
  switch (event.type) {
    case 'ReportIssued':
      return [[key, reportPart({ ...event, id: event.report, issued: factOf(event) })]];
  }
}
