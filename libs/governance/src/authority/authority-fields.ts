import { idOf, listOf, oneOf, optional, plannedEnd, required } from '#fields';
import { coveredActs } from './covered-acts.js';

/** The body that an act is about. */
export const body = required(idOf('body'), 'The body.');

/** The office that an act is about. */
export const office = required(idOf('office'), 'The office.');

/** The power that an act is about. */
export const power = required(idOf('power'), 'The power.');

/** The last day of a term. */
export const until = optional(
  plannedEnd,
  'The last day of it, where that is known in advance; left out, it lasts until it is ended.',
);

/** The acts that a power covers. */
export const acts = listOf(oneOf(coveredActs), { distinct: true });
