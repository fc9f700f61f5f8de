import { checklistsOf, columnKinds, recordsOwed } from '#read-model';
import { linesOf, streamsOf, type ViewOfOne } from './view.js';
import { decisionOnRecord } from './decision-on-record.js';

const { count, listOf, objectOf, oneOf, optional, orNull, text, yesOrNo } = columnKinds;
const columns = {
  ...{ list: oneOf('record', 'notice'), item: text, says: text, regulation: text, held: yesOrNo },
  ...optional({ missing: text, suppliedBy: text }),
};

/** What the record and the notice of a decision are to hold, and which of it they hold. */
export const checklistView: ViewOfOne = {
  says: () => 'What the record and the notice of a decision are to hold, and which of it they hold',
  filters: () => ({}),
  columns: () => columns,
  shows: () => ({
    ...{ id: text, exists: yesOrNo, title: orNull(text), missing: count },
    recordOwed: orNull(objectOf({ kind: text, says: text })),
    checklist: listOf(objectOf(columns)),
  }),
  answer({ reader, programme, moment, id }) {
    const part = decisionOnRecord(reader, programme, id, moment);
    const owed = part && recordsOwed(reader, programme, moment)(part);
    const { record, notice, missing } = part
      ? checklistsOf(part, owed)
      : { record: [], notice: [], missing: 0 };
    const rows = [
      ...record.map((item) => ({ list: 'record' as const, ...item })),
      ...notice.map((item) => ({ list: 'notice' as const, ...item })),
    ];
    const body = {
      id,
      exists: part !== undefined,
      title: part?.title ?? null,
      recordOwed: owed ?? null,
      missing,
      checklist: rows,
    };
    return {
      body,
      streams: streamsOf(programme, `decision/${id}`, 'authority'),
      list: linesOf(`checklist-${id}`, columns, rows),
    };
  },
};
