import type { Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { restates } from '../repeated.js';
import { present } from '../rules.js';
import { permitted, settled, type Decided } from '../stream.js';
import type { PortfolioCommand } from './commands.js';
import type { PortfolioEvent } from './events.js';
import { evolvePortfolio } from './evolve.js';
import { permitsPortfolio } from './permits.js';
import { portfolioKey, type PortfolioPart } from './state.js';

export const portfolioRules = {
  evolve: evolvePortfolio,
  permits: permitsPortfolio,
  touches: (event: PortfolioEvent) => [portfolioKey(event.portfolio)],
};

/** The event that a command about a portfolio comes to, none where it changes nothing, or a refusal. */
export function decidePortfolio(
  state: Parts<PortfolioPart>,
  command: PortfolioCommand,
): Decided<PortfolioEvent> {
  const portfolio = state.get(portfolioKey(command.portfolio));
  const decided = permitted(portfolioRules, state, [eventOf(command)]);
  const isSo = () => portfolio !== undefined && alreadySo(portfolio, command);
  return settled(decided, command, { alreadySo: isSo, repeats });
}

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<PortfolioCommand['type']> = new Set([
  'open-portfolio',
  'close-portfolio',
  'reopen-portfolio',
] as const);

function alreadySo(portfolio: PortfolioPart, command: PortfolioCommand): boolean {
  switch (command.type) {
    case 'open-portfolio':
      return (
        restates(portfolio.opened, command) &&
        portfolio.name === command.name &&
        portfolio.sponsor === command.sponsor
      );
    case 'rename-portfolio':
      return portfolio.name === command.name;
    case 'name-portfolio-sponsor':
      return portfolio.sponsor === command.sponsor;
    case 'close-portfolio':
      return restates(portfolio.closed, command) && portfolio.closed?.reason === command.reason;
    case 'reopen-portfolio':
      return (
        portfolio.status === 'open' &&
        restates(portfolio.reopened, command) &&
        portfolio.reopened?.reason === command.reason
      );
  }
}

function eventOf(command: PortfolioCommand): PortfolioEvent {
  const recorded = { ...recordedOf(command), portfolio: command.portfolio };
  switch (command.type) {
    case 'open-portfolio': {
      const { name, sponsor } = command;
      return { ...recorded, type: 'PortfolioOpened', name, ...present({ sponsor }) };
    }
    case 'rename-portfolio':
      return { ...recorded, type: 'PortfolioRenamed', name: command.name };
    case 'name-portfolio-sponsor':
      return { ...recorded, type: 'PortfolioSponsorNamed', sponsor: command.sponsor };
    case 'close-portfolio':
      return { ...recorded, type: 'PortfolioClosed', ...present({ reason: command.reason }) };
    case 'reopen-portfolio':
      return { ...recorded, type: 'PortfolioReopened', reason: command.reason };
  }
}
