import { factOf, refuse, says, the } from '#acts';
import { required, text } from '#fields';
import { act, changed, ofPortfolio, opened, portfolio } from './portfolios.js';
import { portfolioKey } from './state.js';

export const reopenPortfolio = act({
  command: 'reopen-portfolio',
  event: 'PortfolioReopened',
  version: 1,
  says: 'Opens a closed change portfolio again.',
  happened: 'A portfolio was opened again',
  fields: { portfolio, reason: required(text, 'Why it opens again.') },
  touches: ofPortfolio,
  *meaningless(state, { portfolio: id }) {
    yield* opened(state, id);
    if (!state.get(portfolioKey(id))?.closed) {
      yield refuse(
        'portfolio-not-closed',
        says`Portfolio ${the.portfolio(id)} is open by then: there is nothing to reopen, unless you date this later`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.portfolio, ({ statusLog }) => {
      const reopened = { ...factOf(entry), reason: entry.reason };
      const log = [...statusLog, { how: 'reopened', ...reopened } as const];
      return { status: 'open', closed: undefined, reopened, statusLog: log };
    }),
  example: { takenOn: '2018-04-12', portfolio: 'market-engagement', reason: 'A project is still to come' },
});
