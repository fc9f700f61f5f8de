import type { Fact } from '../recorded.js';

/** A change portfolio. Which projects are in it is a fact of each project. */
export interface PortfolioPart {
  readonly kind: 'portfolio';
  readonly id: string;
  readonly name: string;
  readonly sponsor?: string;
  readonly status: 'open' | 'closed';
  readonly opened: Fact;
  readonly closed?: Fact;
  readonly source?: string;
}

export const portfolioKey = (id: string): string => `portfolio/${id}`;
