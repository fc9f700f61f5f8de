import { decisionDetail } from '#read-model';
import { streamsOf, type ViewOfOne } from './view.js';
import { decisionOnRecord } from './decision-on-record.js';
import { decisionStatement, statementOfNothing } from './statement.js';

/** The statement of a decision, to be printed. */
export const statementView: ViewOfOne = {
  says: () => 'The statement of a decision, to be printed',
  filters: () => ({}),
  isPage: true,
  answer({ reader, programme, moment, id, demonstration }) {
    const decision = decisionOnRecord(reader, programme, id, moment);
    const named = reader.parts.one(programme, 'programme', programme, moment).part;
    const printed = {
      programme: named?.name ?? programme,
      moment,
      demonstration,
    };
    const page = decision
      ? decisionStatement({
          decision,
          detail: decisionDetail(reader, programme, decision, moment),
          ...printed,
        })
      : statementOfNothing(printed);
    const streams = streamsOf(programme, 'decision', 'programme');
    return { body: { statement: page }, streams, page };
  },
};
