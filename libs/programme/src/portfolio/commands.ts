import type { Command, CommandDefinition } from '../stream.js';

export type PortfolioCommand = Command & { readonly portfolio: string } & (
    | { readonly type: 'open-portfolio'; readonly name: string; readonly sponsor?: string }
    | { readonly type: 'rename-portfolio'; readonly name: string }
    | { readonly type: 'name-portfolio-sponsor'; readonly sponsor: string }
    | { readonly type: 'close-portfolio'; readonly reason?: string }
    | { readonly type: 'reopen-portfolio'; readonly reason: string }
  );

const id = 'portfolio';

export const portfolioCommands: { readonly [Name in PortfolioCommand['type']]: CommandDefinition } = {
  'open-portfolio': { does: 'Opens a change portfolio.', adds: ['PortfolioOpened'], id },
  'rename-portfolio': { does: 'Gives a change portfolio another name.', adds: ['PortfolioRenamed'], id },
  'name-portfolio-sponsor': {
    does: 'Names the sponsor of a change portfolio, by role.',
    adds: ['PortfolioSponsorNamed'],
    id,
  },
  'close-portfolio': { does: 'Closes a change portfolio.', adds: ['PortfolioClosed'], id, ends: true },
  'reopen-portfolio': { does: 'Opens a closed change portfolio again.', adds: ['PortfolioReopened'], id },
};
