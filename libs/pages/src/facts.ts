import { thingAddress, type Where } from './addresses-of-pages.js';
import type { NameOf } from './names.js';
import type { Cell } from './table.js';
import { dated, pounds } from './words.js';

/** A line of what is known of a thing: its name, and words, links or several of them. */
export interface FactLine {
  readonly name: string;
  readonly says: readonly Cell[];
}

/** A line; nothing where there is nothing to say. */
export function fact(name: string, ...says: readonly (Cell | null | undefined)[]): FactLine[] {
  const said = says.filter((one): one is Cell => one !== null && one !== undefined && one !== '');
  return said.length === 0 ? [] : [{ name, says: said }];
}

/** When and how something came to hold, as a part keeps it. */
export interface Held {
  readonly on: string;
  readonly precision?: string;
  readonly provenance?: string;
  readonly decision?: string;
}

/** A date as a fact keeps it, in words. */
export function heldOn(held: Held | undefined): string {
  return held === undefined ? '' : dated(held.on, held.precision, held.provenance);
}

/** The decision that a fact follows from, as a link; nothing where it says none. */
export function decisionOf(held: Held | undefined, where: Where, nameOf: NameOf): Cell {
  const decision = held?.decision;
  return decision === undefined
    ? ''
    : { text: nameOf('decision', decision), href: thingAddress(where, 'decision', decision) };
}

/** Another thing under its name, as a link. */
export function thing(kind: string, id: string | undefined, where: Where, nameOf: NameOf): Cell | undefined {
  return id === undefined ? undefined : { text: nameOf(kind, id), href: thingAddress(where, kind, id) };
}

/** An amount in pence, where there is one. */
export function amount(pence: number | null | undefined): string {
  return pence === undefined || pence === null ? '' : pounds(pence);
}
