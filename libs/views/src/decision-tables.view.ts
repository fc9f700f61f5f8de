import type { DecisionPart } from '#programme';
import { clockRuns, decisionDetail, followingEntries, type Moment, type Reader, type Row } from '#read-model';
import { streamsOf, type ViewOfOne } from './view.js';
import { decisionOnRecord } from './decision-on-record.js';

interface OfDecision {
  readonly reader: Reader;
  readonly programme: string;
  readonly decision: DecisionPart;
  readonly moment: Moment;
}

/** The tables of a decision's page that are lists of their own, by the last part of their address. */
export const decisionTables = {
  clocks: {
    says: 'The clocks of a decision, day by day: clear days, and the days that do not count',
    rows: ({ reader, programme, decision, moment }: OfDecision): Row[] =>
      clockRuns(reader, programme, decision, moment).flatMap(({ clock, basis, each }) =>
        each.map((day) => ({ clock, basis, ...day })),
      ),
  },
  'led-to': {
    says: 'The entries that follow from a decision, in every stream but its own',
    rows: ({ reader, programme, decision, moment }: OfDecision): Row[] =>
      followingEntries(reader, programme, decision.id, decision, moment)
        .filter(({ entry }) => entry.stream !== `${programme}/decision/${decision.id}`)
        .map(({ entry, decisionOnItsDay, notInForce }) => ({
          id: entry.id,
          type: entry.type,
          stream: entry.stream,
          effectiveOn: entry.envelope['effectiveOn'],
          provenance: entry.envelope['provenance'],
          recordedAt: entry.recordedAt,
          data: JSON.stringify(entry.data),
          decisionOnItsDay: decisionOnItsDay?.status ?? null,
          notInForce,
        })),
  },
  'stood-on': {
    says: 'The facts of other streams that the entries of a decision were judged by, as they were then',
    rows: ({ reader, programme, decision, moment }: OfDecision): Row[] =>
      decisionDetail(reader, programme, decision, moment).stoodOn.flatMap(({ id, type, basedOn, facts }) =>
        facts.map(({ key, on, value }) => ({
          id,
          type,
          basedOn,
          fact: key,
          factAsAt: on,
          value: value === null ? null : JSON.stringify(value),
        })),
      ),
  },
} as const;

/** The same, as they are asked for. */
export const decisionTableViews: Readonly<Record<string, ViewOfOne>> = Object.fromEntries(
  Object.entries(decisionTables).map(([table, { says, rows: rowsOf }]): [string, ViewOfOne] => [
    table,
    {
      says: () => says,
      filters: () => ({}),
      isList: true,
      answer({ reader, programme, moment, id }) {
        const decision = decisionOnRecord(reader, programme, id, moment);
        const rows = decision ? rowsOf({ reader, programme, decision, moment }) : [];
        return {
          body: { id, exists: decision !== undefined, [table]: rows },
          // What it led to may stand in any stream.
          streams: table === 'led-to' ? [] : streamsOf(programme, 'decision', 'programme', 'authority'),
          list: { name: `${table}-${id}`, rows },
        };
      },
    },
  ]),
);
