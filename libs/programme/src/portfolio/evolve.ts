import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { PortfolioEvent } from './events.js';
import { meaninglessForPortfolio } from './permits.js';
import { portfolioKey, portfolioPart, type PortfolioPart } from './state.js';

/** What an entry makes of a portfolio; nothing where it has no meaning. */
export function evolvePortfolio(state: Parts<PortfolioPart>, event: PortfolioEvent): Changes<PortfolioPart> {
  const key = portfolioKey(event.portfolio);
  const portfolio = state.get(key);
  if (meaninglessForPortfolio(portfolio, event)) return [];
  if (event.type === 'PortfolioOpened') {
    const { portfolio: id, name, sponsor, source } = event;
    return [[key, portfolioPart({ id, name, sponsor, status: 'open', opened: factOf(event), source })]];
  }
  return portfolio ? [[key, portfolioPart({ ...portfolio, ...change(event) })]] : [];
}

function change(event: Exclude<PortfolioEvent, { type: 'PortfolioOpened' }>): Partial<PortfolioPart> {
  switch (event.type) {
    case 'PortfolioRenamed':
      return { name: event.name };
    case 'PortfolioSponsorNamed':
      return { sponsor: event.sponsor };
    case 'PortfolioClosed':
      return { status: 'closed', closed: { ...factOf(event), ...present({ reason: event.reason }) } };
    case 'PortfolioReopened':
      return { status: 'open', closed: undefined, reopened: { ...factOf(event), reason: event.reason } };
  }
}
