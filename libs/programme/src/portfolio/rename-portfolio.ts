import { name, required } from '#fields';
import { act, changed, goingOn, ofPortfolio, opened, portfolio } from './portfolios.js';

export const renamePortfolio = act({
  command: 'rename-portfolio',
  event: 'PortfolioRenamed',
  version: 1,
  says: 'Gives a change portfolio another name.',
  happened: 'A portfolio was renamed',
  fields: { portfolio, name: required(name, 'What the portfolio is called from then on.') },
  touches: ofPortfolio,
  meaningless: (state, { portfolio: id }) => opened(state, id),
  breaches: (state, { portfolio: id }) => goingOn(state, id),
  evolve: (state, { portfolio: id, name: called }) => changed(state, id, () => ({ name: called })),
  example: { takenOn: '2014-12-11', portfolio: 'market-engagement', name: 'Market Engagement' },
});
