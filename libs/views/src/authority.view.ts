import { authorityIsRecorded } from '#programme';
import { authorityOf, listViews, notChecked } from '#read-model';
import { streamsOf, type View } from './view.js';

export const authorityView: View = {
  name: 'authority',
  says: 'Who could decide what: bodies, offices and powers',
  filters: {},
  canBeIssued: true,
  answer({ reader, programme, moment }) {
    const lists = listViews
      .filter(({ streams }) => streams.includes('authority'))
      .map((list) => [list.name, list.rows(reader, programme, moment)] as const);
    const isChecked = authorityIsRecorded(authorityOf(reader, programme, moment));
    const makers = isChecked ? 'checked against the authority on record' : notChecked;
    return {
      body: { makers, ...Object.fromEntries(lists) },
      streams: streamsOf(programme, 'authority'),
    };
  },
};
