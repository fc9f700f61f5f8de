import type { Refusal } from '#timeline';
import { refuse } from '../rules.js';

/**
 * Why an entry cannot stand that takes a name away, where the name by then is another. No command alone meets this: it
 * takes the name from the state. A late entry before one that did so meets it.
 */
export function calledOtherwise(is: string, from: string): Refusal | undefined {
  if (is === from) return undefined;
  return refuse(
    'premise-changed',
    `It is called ${is} by then, not ${from}: strike the later entry and record it from there`,
  );
}
