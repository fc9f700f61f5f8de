import { type Fact, present } from '#acts';

/** A change portfolio. Which projects are in it is a fact of each project. */
export interface PortfolioPart {
  readonly kind: 'portfolio';
  readonly id: string;
  readonly name: string;
  readonly sponsor?: string;
  /** Every sponsor it had, in order, and since when. Never written over. */
  readonly sponsorLog: readonly ({ readonly sponsor: string } & Fact)[];
  readonly status: 'open' | 'closed';
  readonly opened: Fact;
  /** Absent again once it is reopened. */
  readonly closed?: Fact & { readonly reason?: string };
  /** When and why it was last opened again after a closing. */
  readonly reopened?: Fact & { readonly reason: string };
  /** Every time it was opened, closed and opened again, in order. Never written over. */
  readonly statusLog: readonly ({ readonly how: 'opened' | 'closed' | 'reopened' } & Fact & {
      readonly reason?: string;
    })[];
  readonly source?: string;
}

export const portfolioKey = (id: string): string => `portfolio/${id}`;

/** A portfolio with its members in one order, whatever happened first: parts are compared as JSON text. */
export function portfolioPart(fields: Omit<PortfolioPart, 'kind'>): PortfolioPart {
  const { id, name, sponsor, sponsorLog, status, opened, closed, reopened, statusLog, source } = fields;
  const kind = 'portfolio';
  return present({
    ...{ kind, id, name, sponsor, sponsorLog },
    ...{ status, opened, closed, reopened, statusLog, source },
  });
}
