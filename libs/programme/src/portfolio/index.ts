import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { closePortfolio } from './close-portfolio.js';
import { namePortfolioSponsor } from './name-portfolio-sponsor.js';
import { openPortfolio } from './open-portfolio.js';
import { renamePortfolio } from './rename-portfolio.js';
import { reopenPortfolio } from './reopen-portfolio.js';
import type { PortfolioPart } from './state.js';

export type { PortfolioPart } from './state.js';

const acts = [openPortfolio, renamePortfolio, namePortfolioSponsor, closePortfolio, reopenPortfolio] as const;

export type PortfolioCommand = CommandOf<(typeof acts)[number]>;
export type PortfolioEvent = EntryOf<(typeof acts)[number]>;

/** A change portfolio, a stream each. */
export const portfolioStream = streamOf<PortfolioPart, typeof acts>({
  kind: 'portfolio',
  id: 'portfolio',
  heading: 'A project or a portfolio',
  acts,
});
