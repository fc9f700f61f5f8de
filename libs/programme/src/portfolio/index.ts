import type { StreamDefinition } from '../stream.js';
import { portfolioCommands, type PortfolioCommand } from './commands.js';
import { decidePortfolio, portfolioRules } from './decide.js';
import { portfolioEvents, type PortfolioEvent } from './events.js';
import type { PortfolioPart } from './state.js';

export type { PortfolioCommand, PortfolioEvent, PortfolioPart };

/** A change portfolio, a stream each. */
export const portfolioStream: StreamDefinition<PortfolioPart, PortfolioCommand, PortfolioEvent> = {
  kind: 'portfolio',
  commands: portfolioCommands,
  events: portfolioEvents,
  ...portfolioRules,
  reads: () => [],
  decide: decidePortfolio,
};
