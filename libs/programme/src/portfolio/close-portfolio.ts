import { factOf, present } from '#acts';
import { optional, text } from '#fields';
import { act, changed, goingOn, ofPortfolio, opened, portfolio } from './portfolios.js';

export const closePortfolio = act({
  command: 'close-portfolio',
  event: 'PortfolioClosed',
  version: 1,
  says: 'Closes a change portfolio.',
  happened: 'A portfolio closed',
  ends: true,
  fields: { portfolio, reason: optional(text, 'Why it closes.') },
  touches: ofPortfolio,
  *meaningless(state, { portfolio: id }) {
    yield* opened(state, id);
    yield* goingOn(state, id);
  },
  evolve: (state, entry) =>
    changed(state, entry.portfolio, ({ statusLog }) => {
      const closed = { ...factOf(entry), ...present({ reason: entry.reason }) };
      return { status: 'closed', closed, statusLog: [...statusLog, { how: 'closed', ...closed }] };
    }),
  example: { takenOn: '2018', portfolio: 'market-engagement', reason: 'Its projects are delivered' },
});
