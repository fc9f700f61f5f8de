import { factOf, onDay, refuse, says, the } from '#acts';
import { idOf, name, optional, required } from '#fields';
import { act, ofPortfolio, sponsorSays } from './portfolios.js';
import { portfolioKey, portfolioPart } from './state.js';

export const openPortfolio = act({
  command: 'open-portfolio',
  event: 'PortfolioOpened',
  version: 1,
  says: 'Opens a change portfolio.',
  happened: 'A portfolio opened',
  fields: {
    portfolio: required(idOf('portfolio', 'new'), 'The portfolio.'),
    name: required(name, 'What the portfolio is called.'),
    sponsor: optional(name, sponsorSays, { personal: true }),
  },
  touches: ofPortfolio,
  *meaningless(state, { portfolio: id }) {
    const before = state.get(portfolioKey(id));
    if (before) {
      yield refuse(
        'portfolio-already-opened',
        says`Portfolio ${the.portfolio(id)} was opened on ${onDay(before.opened)}: strike that entry to correct it`,
      );
    }
  },
  evolve(_state, { portfolio: id, ...entry }) {
    const opened = factOf(entry);
    const statusLog = [{ how: 'opened', ...opened } as const];
    const { sponsor } = entry;
    const sponsorLog = sponsor === undefined ? [] : [{ sponsor, ...opened }];
    return [
      [portfolioKey(id), portfolioPart({ ...entry, id, status: 'open', opened, statusLog, sponsorLog })],
    ];
  },
  example: {
    takenOn: '2013-12-12',
    portfolio: 'market-engagement',
    name: 'Market Engagement and Service Review',
    sponsor: 'Corporate Director of Business Strategy and Support',
  },
});
