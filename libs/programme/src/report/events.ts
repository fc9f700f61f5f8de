import type { CivilDate } from '#calendar';
import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export const reportFormats = ['json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** What is asked of a report: of which view, with which filters. */
export interface ReportAsked {
  readonly title: string;
  /** The name of a view, such as `overview`. */
  readonly view: string;
  /** The id of the one thing that is shown, where it is not the list. */
  readonly thing?: string;
  /** The filters of the view, by name, as they stand in an address. */
  readonly query: Readonly<Record<string, string>>;
  readonly format: ReportFormat;
  /** As asked: a date, meaning its end in London, or an instant. Absent where all was known that was on the log. */
  readonly knownAt?: string;
  /** The body or the office that it was issued to; no personal name. */
  readonly issuedTo?: string;
}

/** What a report came to when it was rendered. */
export interface Rendered {
  readonly asAt: CivilDate;
  /** The last position that was known: opaque text. */
  readonly position: string;
  /** SHA-256 of the report's bytes, in lower-case hexadecimal. */
  readonly hash: string;
  /** The version of what rendered it, from 1: a later one may write the same facts in another shape. */
  readonly rendering: number;
}

export type ReportEvent = Recorded & { readonly report: string } & ReportAsked &
  Rendered & { readonly type: 'ReportIssued' };

export const reportEvents: { readonly [Type in ReportEvent['type']]: EventDefinition } = {
  ReportIssued: { version: 1, says: 'A report was issued.', personal: ['issuedTo'] },
};
