import { overview, overviewReads } from '#read-model';
import { streamsOf, view } from './view.js';

export const overviewView = view({
  name: 'overview',
  says: 'The state of the whole programme',
  isList: false,
  answer: ({ reader, programme, moment }) => ({
    body: overview(reader, programme, moment),
    streams: streamsOf(programme, ...overviewReads),
  }),
});
