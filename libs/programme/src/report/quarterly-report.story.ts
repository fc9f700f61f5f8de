import type { Recorded } from '#acts';
import { civilDate } from '#calendar';
import type { ReportCommand, ReportEvent } from './index.js';

/** What is said of the report to Cabinet, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'report' | 'type' | 'effectiveOn' | 'provenance'> &
      Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of the report to Cabinet, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<ReportEvent>): ReportEvent {
  const report = 'cabinet-2014-05';
  return { type: 'ReportIssued', report, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the report to Cabinet. */
export function asked(day: string, said: Said<ReportCommand>): ReportCommand {
  const who = { programme: 'county', report: 'cabinet-2014-05' };
  return { type: 'issue-report', ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

export const rendered = {
  asAt: civilDate('2014-05-01'),
  position: '0000000000000200',
  hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  rendering: 1,
};

export const units = {
  title: 'Business units at 1 May 2014',
  view: 'units',
  query: { status: 'open' },
  format: 'csv',
  knownAt: '2014-05-01',
  issuedTo: 'Cabinet',
} as const;

export const issuing = {
  command: asked('2014-05-02', { ...units, ...rendered }),
  event: happened('2014-05-02', { ...units, ...rendered }),
};

export const issued = [issuing.event];
