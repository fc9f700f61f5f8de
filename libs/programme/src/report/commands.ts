import type { CivilDate } from '#calendar';
import type { Command, CommandDefinition } from '../stream.js';
import type { ReportAsked, Rendered } from './events.js';

export type ReportCommand = Command & { readonly report: string } & Omit<
    Partial<ReportAsked>,
    'title' | 'view'
  > &
  Pick<ReportAsked, 'title' | 'view'> & {
    readonly type: 'issue-report';
    /** The civil date it is for; the day of issue where left out. */
    readonly asAt?: CivilDate;
    /** What came of rendering it. The server works it out; nobody sends it. */
    readonly rendered?: Rendered;
  };

export const reportCommands: { readonly [Name in ReportCommand['type']]: CommandDefinition } = {
  'issue-report': {
    does: 'Issues a report: the answer of a view, pinned by its position and the hash of its bytes.',
    adds: ['ReportIssued'],
    id: 'report',
  },
};
