import { overview, overviewReads } from '#read-model';
import { streamsOf, type View } from './view.js';

export const overviewView: View = {
  name: 'overview',
  says: 'The state of the whole programme',
  filters: {},
  canBeIssued: true,
  answer: ({ reader, programme, moment }) => ({
    body: overview(reader, programme, moment),
    streams: streamsOf(programme, ...overviewReads),
  }),
};
