import { type Fact, present } from '#acts';
import type { CivilDate } from '#calendar';
import type { ReportFormat } from './report-fields.js';

/** A report that was issued: what it showed can be shown again, byte for byte. */
export interface ReportPart {
  readonly kind: 'report';
  readonly id: string;
  readonly title: string;
  /** The name of a view, such as `overview`. */
  readonly view: string;
  /** The id of the one thing that is shown, where it is not the list. */
  readonly thing?: string;
  /** The filters of the view, by name, as they stand in an address. */
  readonly query: Readonly<Record<string, string>>;
  readonly format: ReportFormat;
  readonly asAt: CivilDate;
  /** As asked: a date, meaning its end in London, or an instant. Absent where all was known that was on the log. */
  readonly knownAt?: string;
  /** The last position that was known: opaque text. */
  readonly position: string;
  /** SHA-256 of the report's bytes, in lower-case hexadecimal. */
  readonly hash: string;
  /** The version of what rendered it, from 1: a later one may write the same facts in another shape. */
  readonly rendering: number;
  /** The body or the office that it was issued to; no personal name. */
  readonly issuedTo?: string;
  readonly issued: Fact;
  readonly source?: string;
}

export const reportKey = (id: string): string => `report/${id}`;

/** A report with its members in one order, whatever happened first: parts are compared as JSON text. */
export function reportPart(fields: Omit<ReportPart, 'kind'>): ReportPart {
  const { id, title, view, thing, query, format, asAt, knownAt, position, hash, rendering, issuedTo } =
    fields;
  const { issued, source } = fields;
  const kind = 'report';
  const asked = { kind, id, title, view, thing, query, format, asAt, knownAt } as const;
  return present({ ...asked, position, hash, rendering, issuedTo, issued, source });
}
