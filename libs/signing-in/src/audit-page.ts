import { describeInstant, type Instant } from '#calendar';
import type { AuditAsked, AuditLine } from './audit-log.js';
import { auditedKinds, type AuditedKind } from './audited.js';

const kindNames: Readonly<Record<AuditedKind, string>> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'session-ended': 'Session ended',
  refused: 'Refused',
  exported: 'Exported',
  rebuilt: 'Views rebuilt',
};

/** The page of the audit log: one line more than it shows says that there are more. */
export function auditPage(lines: readonly AuditLine[], { what = '', actor = '', limit }: AuditAsked) {
  const shown = lines.slice(0, limit);
  const address = (path: string, before?: number) => {
    const asked = Object.entries({ what, actor, before: before === undefined ? '' : String(before) });
    const query = new URLSearchParams(asked.filter(([, value]) => value !== '')).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  const last = shown.at(-1);
  return {
    heading: 'Audit log',
    what,
    actor,
    kinds: [
      { value: '', text: 'Everything' },
      ...auditedKinds.map((kind) => ({ value: kind, text: kindNames[kind] })),
    ],
    table: {
      caption: 'Who did what, the latest first',
      head: ['When', 'What', 'Who', 'Detail', 'Address', 'From'],
      rows: shown.map(({ at, what: kind, name, actor: who, detail, address: where, from }) => [
        describeInstant(at as Instant),
        kindNames[kind],
        name === '' || name === who ? { text: who } : `${name} (${who})`,
        detail,
        where,
        from,
      ]),
      empty: 'Nothing of this kind is in the log.',
      csv: address('/audit-log.csv'),
    },
    older: lines.length > limit && last ? address('/audit-log', last.number) : undefined,
  };
}
