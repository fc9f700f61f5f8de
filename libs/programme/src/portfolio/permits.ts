import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { PortfolioEvent } from './events.js';
import { portfolioKey, type PortfolioPart } from './state.js';

/** Why an entry of a portfolio cannot stand where it is dated, if it cannot. */
export function permitsPortfolio(state: Parts<PortfolioPart>, event: PortfolioEvent): Refusal | undefined {
  const portfolio = state.get(portfolioKey(event.portfolio));
  return meaninglessForPortfolio(portfolio, event) ?? firstBreach(event, breaches(portfolio, event));
}

/** Where an entry of a portfolio would record nothing: no exception can give it a meaning. */
export function meaninglessForPortfolio(
  portfolio: PortfolioPart | undefined,
  event: PortfolioEvent,
): Refusal | undefined {
  const { portfolio: id } = event;
  if (event.type === 'PortfolioOpened') {
    return (
      portfolio &&
      refuse(
        'portfolio-already-opened',
        `Portfolio ${id} was opened on ${onDay(portfolio.opened)}: strike that entry to correct it`,
      )
    );
  }
  if (!portfolio) {
    return refuse(
      'portfolio-not-opened',
      `No portfolio ${id} is opened by then: open it first with open-portfolio, or date this later`,
    );
  }
  switch (event.type) {
    case 'PortfolioRenamed':
    case 'PortfolioSponsorNamed':
      return undefined;
    case 'PortfolioClosed':
      return portfolio.closed && closedBefore(id, portfolio.closed);
    case 'PortfolioReopened':
      if (portfolio.closed) return undefined;
      return refuse(
        'portfolio-not-closed',
        `Portfolio ${id} is open by then: there is nothing to reopen, unless you date this later`,
      );
  }
}

function* breaches(portfolio: PortfolioPart | undefined, { type }: PortfolioEvent): Iterable<Refusal> {
  if (portfolio?.closed && type !== 'PortfolioReopened') yield closedBefore(portfolio.id, portfolio.closed);
}

function closedBefore(id: string, closed: Parameters<typeof onDay>[0]): Refusal {
  return refuse(
    'portfolio-closed',
    `Portfolio ${id} was closed on ${onDay(closed)}: reopen it first with reopen-portfolio, or date this earlier`,
  );
}
