import { envelopeOf, type DecisionPart } from '#programme';
import {
  clockRuns,
  columnKinds,
  decisionDetail,
  followingEntries,
  type Columns,
  type Moment,
  type Reader,
  type RowOf,
} from '#read-model';
import { streamsOf, type ViewOfOne } from './view.js';
import { decisionOnRecord } from './decision-on-record.js';

interface OfDecision {
  readonly reader: Reader;
  readonly programme: string;
  readonly decision: DecisionPart;
  readonly moment: Moment;
}

const { count, day, entry, instant, listOf, objectOf, oneOf, orNull, provenance, text, yesOrNo } =
  columnKinds;

/** A table of a decision's page, its rows held to its columns. */
const table = <Of extends Columns>(said: {
  readonly says: string;
  readonly columns: Of;
  readonly rows: (of: OfDecision) => RowOf<Of>[];
}) => said;

/** The tables of a decision's page that are lists of their own, by the last part of their address. */
const decisionTables = {
  clocks: table({
    says: 'The clocks of a decision, day by day: clear days, and the days that do not count',
    columns: {
      ...{ clock: oneOf('notice', 'general-exception', 'call-in'), basis: oneOf('calendar', 'working') },
      on: day,
      what: oneOf('published', 'clear-day', 'not-counted', 'first-day-after'),
      ...{ clearDay: orNull(count), rest: orNull(text) },
    },
    rows: ({ reader, programme, decision, moment }) =>
      clockRuns(reader, programme, decision, moment).flatMap(({ clock, basis, each }) =>
        each.map((day) => ({ clock, basis, ...day })),
      ),
  }),
  'led-to': table({
    says: 'The entries that follow from a decision, in every stream but its own',
    columns: {
      ...{ id: entry, type: text, stream: text, effectiveOn: day, provenance, recordedAt: instant },
      data: text,
      ...{ decisionOnItsDay: orNull(text), notInForce: orNull(text) },
    },
    rows: ({ reader, programme, decision, moment }) =>
      followingEntries(reader, programme, decision.id, decision, moment)
        .filter(({ entry }) => entry.stream !== `${programme}/decision/${decision.id}`)
        .map(({ entry, decisionOnItsDay, notInForce }) => ({
          id: entry.id,
          type: entry.type,
          stream: entry.stream,
          effectiveOn: envelopeOf(entry).effectiveOn,
          provenance: envelopeOf(entry).provenance,
          recordedAt: entry.recordedAt,
          data: JSON.stringify(entry.data),
          decisionOnItsDay: decisionOnItsDay?.status ?? null,
          notInForce,
        })),
  }),
  'stood-on': table({
    says: 'The facts of other streams that the entries of a decision were judged by, as they were then',
    columns: { id: entry, type: text, basedOn: text, fact: text, factAsAt: day, value: orNull(text) },
    rows: ({ reader, programme, decision, moment }) =>
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
  }),
};

/** The same, as they are asked for. */
export const decisionTableViews: Readonly<Record<string, ViewOfOne>> = Object.fromEntries(
  Object.entries(decisionTables).map(([table, { says, columns, rows: rowsOf }]): [string, ViewOfOne] => [
    table,
    {
      says: () => says,
      filters: () => ({}),
      columns: () => columns,
      shows: () => ({ id: text, exists: yesOrNo, [table]: listOf(objectOf(columns)) }),
      answer({ reader, programme, moment, id }) {
        const decision = decisionOnRecord(reader, programme, id, moment);
        const rows = decision ? rowsOf({ reader, programme, decision, moment }) : [];
        return {
          body: { id, exists: decision !== undefined, [table]: rows },
          // What it led to may stand in any stream.
          streams: table === 'led-to' ? [] : streamsOf(programme, 'decision', 'programme', 'authority'),
          list: { name: `${table}-${id}`, columns, rows },
        };
      },
    },
  ]),
);
