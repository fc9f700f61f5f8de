import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import type { PortfolioEvent } from './events.js';
import { portfolioKey, type PortfolioPart } from './state.js';

export function evolvePortfolio(state: Parts<PortfolioPart>, event: PortfolioEvent): Changes<PortfolioPart> {
  const key = portfolioKey(event.portfolio);
  const portfolio = state.get(key);
  if (event.type === 'PortfolioOpened') {
    if (portfolio) return [];
    const { portfolio: id, name, sponsor, source } = event;
    return [
      [
        key,
        {
          kind: 'portfolio',
          id,
          name,
          ...(sponsor !== undefined && { sponsor }),
          status: 'open',
          opened: factOf(event),
          ...(source !== undefined && { source }),
        },
      ],
    ];
  }
  return portfolio ? [[key, changed(portfolio, event)]] : [];
}

function changed(
  portfolio: PortfolioPart,
  event: Exclude<PortfolioEvent, { type: 'PortfolioOpened' }>,
): PortfolioPart {
  switch (event.type) {
    case 'PortfolioRenamed':
      return { ...portfolio, name: event.name };
    case 'PortfolioSponsorNamed':
      return { ...portfolio, sponsor: event.sponsor };
    case 'PortfolioClosed':
      return { ...portfolio, status: 'closed', closed: factOf(event) };
    case 'PortfolioReopened': {
      const { closed: _closed, ...open } = portfolio;
      return { ...open, status: 'open' };
    }
  }
}
