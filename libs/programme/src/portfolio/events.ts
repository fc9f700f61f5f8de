import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export type PortfolioEvent = Recorded & { readonly portfolio: string } & (
    | { readonly type: 'PortfolioOpened'; readonly name: string; readonly sponsor?: string }
    | { readonly type: 'PortfolioRenamed'; readonly name: string }
    | { readonly type: 'PortfolioSponsorNamed'; readonly sponsor: string }
    | { readonly type: 'PortfolioClosed'; readonly reason?: string }
    | { readonly type: 'PortfolioReopened'; readonly reason: string }
  );

export const portfolioEvents: { readonly [Type in PortfolioEvent['type']]: EventDefinition } = {
  PortfolioOpened: { version: 1, says: 'A change portfolio was opened.', personal: [] },
  PortfolioRenamed: { version: 1, says: 'A change portfolio was given another name.', personal: [] },
  PortfolioSponsorNamed: {
    version: 1,
    says: 'A sponsor was named for a change portfolio.',
    personal: ['sponsor'],
  },
  PortfolioClosed: { version: 1, says: 'A change portfolio was closed.', personal: [] },
  PortfolioReopened: { version: 1, says: 'A closed change portfolio was opened again.', personal: [] },
};
