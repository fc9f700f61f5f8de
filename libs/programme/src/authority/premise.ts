import type { Refusal } from '#timeline';
import { refuse } from '../rules.js';

/** Why an entry cannot stand that changes a name, where the name by then is not the one it changes from. */
export function calledOtherwise(is: string, from: string): Refusal | undefined {
  if (is === from) return undefined;
  return refuse(
    'premise-changed',
    `It is called ${is} by then, not ${from}: strike the later entry and record it from there`,
  );
}
