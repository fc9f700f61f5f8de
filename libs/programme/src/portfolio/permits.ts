import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { PortfolioEvent } from './events.js';
import { portfolioKey, type PortfolioPart } from './state.js';

export function permitsPortfolio(state: Parts<PortfolioPart>, event: PortfolioEvent): Refusal | undefined {
  return firstBreach(event, breaches(state.get(portfolioKey(event.portfolio)), event));
}

function* breaches(portfolio: PortfolioPart | undefined, event: PortfolioEvent): Iterable<Refusal> {
  const { portfolio: id } = event;
  if (event.type === 'PortfolioOpened') {
    if (portfolio) {
      yield refuse(
        'portfolio-already-opened',
        `Portfolio ${id} was opened on ${onDay(portfolio.opened)}: strike that entry to correct it`,
      );
    }
    return;
  }
  if (!portfolio) {
    yield refuse(
      'portfolio-not-opened',
      `No portfolio ${id} is open by then: open it first, or date this later`,
    );
  } else if (event.type === 'PortfolioReopened') {
    if (!portfolio.closed)
      yield refuse('portfolio-not-closed', `Portfolio ${id} is open: there is nothing to reopen`);
  } else if (portfolio.closed) {
    yield refuse(
      'portfolio-closed',
      `Portfolio ${id} was closed on ${onDay(portfolio.closed)}: reopen it first, or date this earlier`,
    );
  }
}
