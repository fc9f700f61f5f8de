import type { Fact } from '../recorded.js';
import { present } from '../rules.js';
import type { Rendered, ReportAsked } from './events.js';

/** A report that was issued: what it showed can be shown again, byte for byte. */
export interface ReportPart extends ReportAsked, Rendered {
  readonly kind: 'report';
  readonly id: string;
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
