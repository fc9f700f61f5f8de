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
    const opened = factOf(event);
    const statusLog = [{ how: 'opened', ...opened } as const];
    return [[key, portfolioPart({ id, name, sponsor, status: 'open', opened, statusLog, source })]];
  }
  return portfolio ? [[key, portfolioPart({ ...portfolio, ...change(portfolio, event) })]] : [];
}

function change(
  { statusLog }: PortfolioPart,
  event: Exclude<PortfolioEvent, { type: 'PortfolioOpened' }>,
): Partial<PortfolioPart> {
  switch (event.type) {
    case 'PortfolioRenamed':
      return { name: event.name };
    case 'PortfolioSponsorNamed':
      return { sponsor: event.sponsor };
    case 'PortfolioClosed': {
      const closed = { ...factOf(event), ...present({ reason: event.reason }) };
      return { status: 'closed', closed, statusLog: [...statusLog, { how: 'closed', ...closed }] };
    }
    case 'PortfolioReopened': {
      const reopened = { ...factOf(event), reason: event.reason };
      const log = [...statusLog, { how: 'reopened', ...reopened } as const];
      return { status: 'open', closed: undefined, reopened, statusLog: log };
    }
  }
}
