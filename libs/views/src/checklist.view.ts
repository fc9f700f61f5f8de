import { checklistsOf, recordsOwed } from '#read-model';
import { streamsOf, type ViewOfOne } from './view.js';
import { decisionOnRecord } from './decision-on-record.js';

/** What the record and the notice of a decision are to hold, and which of it they hold. */
export const checklistView: ViewOfOne = {
  says: () => 'What the record and the notice of a decision are to hold, and which of it they hold',
  filters: () => ({}),
  isList: true,
  answer({ reader, programme, moment, id }) {
    const part = decisionOnRecord(reader, programme, id, moment);
    const owed = part && recordsOwed(reader, programme, moment)(part);
    const { record, notice, missing } = part
      ? checklistsOf(part, owed)
      : { record: [], notice: [], missing: 0 };
    const rows = [
      ...record.map((item) => ({ list: 'record', ...item })),
      ...notice.map((item) => ({ list: 'notice', ...item })),
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
      list: { name: `checklist-${id}`, rows },
    };
  },
};
