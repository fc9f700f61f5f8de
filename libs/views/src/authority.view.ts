import { authorityIsRecorded } from '#programme';
import { authorityOf, columnKinds, listViews, notChecked } from '#read-model';
import { streamsOf, type View } from './view.js';

const { listOf, objectOf, text } = columnKinds;
const lists = listViews.filter(({ streams }) => streams.some((stream) => stream === 'authority'));

export const authorityView: View = {
  name: 'authority',
  says: 'Who could decide what: bodies, offices and powers',
  filters: {},
  shows: {
    makers: text,
    ...Object.fromEntries(lists.map(({ name, columns }) => [name, listOf(objectOf(columns))])),
  },
  canBeIssued: true,
  answer({ reader, programme, moment }) {
    const rows = lists.map((list) => [list.name, list.rows(reader, programme, moment)] as const);
    const isChecked = authorityIsRecorded(authorityOf(reader, programme, moment));
    const makers = isChecked ? 'checked against the authority on record' : notChecked;
    return {
      body: { makers, ...Object.fromEntries(rows) },
      streams: streamsOf(programme, 'authority'),
    };
  },
};
