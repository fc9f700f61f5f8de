import { actsOf, onDay, refuse, says, the } from '#acts';
import { idOf, required } from '#fields';
import type { Changes, Parts, Refusal } from '#timeline';
import { portfolioKey, portfolioPart, type PortfolioPart } from './state.js';

export type State = Parts<PortfolioPart>;

/** An act about a portfolio. */
export const act = actsOf<PortfolioPart>();

/** The portfolio that an act is about. */
export const portfolio = required(idOf('portfolio'), 'The portfolio.');

export const sponsorSays = 'The office that sponsors it, such as "Corporate Director"; no personal name.';

/** An entry is of one portfolio, and touches no other. */
export const ofPortfolio = ({ portfolio }: { readonly portfolio: string }): readonly string[] => [
  portfolioKey(portfolio),
];

/** The portfolio was opened by then, whether or not it is open still. */
export function* opened(state: State, id: string): Iterable<Refusal> {
  if (!state.get(portfolioKey(id))) {
    yield refuse(
      'portfolio-not-opened',
      says`No portfolio ${the.portfolio(id)} is opened by then: open it first with open-portfolio, or date this later`,
    );
  }
}

/** A portfolio that was opened is not closed. */
export function* goingOn(state: State, id: string): Iterable<Refusal> {
  const closed = state.get(portfolioKey(id))?.closed;
  if (closed) {
    yield refuse(
      'portfolio-closed',
      says`Portfolio ${the.portfolio(id)} was closed on ${onDay(closed)}: reopen it first with reopen-portfolio, or date this earlier`,
    );
  }
}

/** A portfolio with some of its members changed; nothing where there is no such portfolio. */
export function changed(
  state: State,
  id: string,
  change: (before: PortfolioPart) => Partial<PortfolioPart>,
): Changes<PortfolioPart> {
  const before = state.get(portfolioKey(id));
  return before ? [[portfolioKey(id), portfolioPart({ ...before, ...change(before) })]] : [];
}
