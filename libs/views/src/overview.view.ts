import { overview, overviewReads, overviewShown, type Columns } from '#read-model';
import { streamsOf, type View } from './view.js';

export const overviewView: View<'overview', Columns, typeof overviewShown> = {
  name: 'overview',
  says: 'The state of the whole programme',
  filters: {},
  shows: overviewShown,
  canBeIssued: true,
  answer: ({ reader, programme, moment }) => ({
    body: overview(reader, programme, moment),
    streams: streamsOf(programme, ...overviewReads),
  }),
};
