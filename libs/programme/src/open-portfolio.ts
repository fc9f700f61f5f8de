import { type Facts, onDay, refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import { partIn } from './part-of-kind.js';

/** The portfolio that an act of another stream would put something in is open. */
export function* openPortfolio(facts: Facts, id: string): Iterable<Refusal> {
  const held = partIn(facts, 'portfolio', id);
  if (held?.status === 'open') return;
  yield refuse(
    'portfolio-not-open',
    held?.closed
      ? says`Portfolio ${the.portfolio(id)} was closed on ${onDay(held.closed)}: reopen it first, date this earlier, or name another`
      : says`No portfolio ${the.portfolio(id)} is opened by then: open it first, date this later, or name another`,
  );
}
