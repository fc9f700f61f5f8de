import { onDay, present, type Recorded, refuse, says, the } from '#acts';
import type { CivilDate } from '#calendar';
import type { Changes, Refusal, Saying } from '#timeline';
import type { CoveredAct } from './covered-acts.js';
import type { State } from './makers.js';
import { idIn, powerIn } from './parts.js';
import {
  holding,
  idKey,
  idPart,
  powerKey,
  powerPart,
  withId,
  type AuthorityPart,
  type Holding,
  type PowerPart,
} from './state.js';
import { endedOn, termOn, withTerm } from './terms.js';

/** In which way a power is held. */
export type Way = (one: Holding) => boolean;

/** Held as the constitution says. */
export const conferredOn =
  (id: string): Way =>
  ({ by, how }) =>
    how === 'constitution' && by === id;

/** Held because one that has it delegated it. */
export const delegatedTo =
  (id: string, from: string): Way =>
  ({ by, delegatedBy }) =>
    delegatedBy === from && by === id;

/** Whether a power is held in a way on a day. */
export const isHeld = (state: State, id: string, day: CivilDate, way: Way): boolean =>
  termOn(powerIn(state, id)?.held ?? [], day, way) !== undefined;

/** The power is conferred on somebody by then. */
export function* conferred(state: State, id: string): Iterable<Refusal> {
  if (!powerIn(state, id)) {
    yield refuse(
      'power-not-conferred',
      says`No power ${the.power(id)} is conferred on anybody by then: confer it first with confer-power, or date this later`,
    );
  }
}

/** A power that covers nothing is none: it is revoked. */
export function* coversSomething(id: string, acts: readonly CoveredAct[]): Iterable<Refusal> {
  if (acts.length === 0) {
    yield refuse(
      'covers-nothing',
      says`Say which acts power ${the.power(id)} covers: one at least, or end it with revoke-power`,
    );
  }
}

/** The body or the office is on record by then, and not gone. */
export function* standsOnRecord(state: State, id: string): Iterable<Refusal> {
  const held = idIn(state, id);
  if (!held) {
    yield refuse(
      'holder-not-on-record',
      says`No body or office ${the.maker(id)} is on record by then: put it there with establish-body or create-office, or date this later`,
    );
  }
  if (held?.gone) {
    yield refuse(
      'holder-gone',
      says`${the.maker(id)} was ${held.of === 'body' ? 'dissolved' : 'abolished'} on ${onDay(held.gone)}: date this earlier, or name another`,
    );
  }
}

/** The body or the office stands, and is none that only advises. */
export function* canHold(state: State, id: string): Iterable<Refusal> {
  yield* standsOnRecord(state, id);
  if (idIn(state, id)?.advisory) {
    yield refuse(
      'advisory-body',
      says`${the.maker(id)} advises and endorses, and can hold no power: name the council, the cabinet, a committee, a group of officers or an office`,
    );
  }
}

/** Nobody is given a power that they hold in that way already. */
export function* notHeld(
  state: State,
  id: string,
  holder: string,
  day: CivilDate,
  way: Way,
): Iterable<Refusal> {
  if (isHeld(state, id, day, way)) {
    yield refuse(
      'power-held-already',
      says`${the.maker(holder)} holds power ${the.power(id)} in that way by then already: end that first, or correct the date`,
    );
  }
}

/** What is to end is so by then. */
export function* toEnd(
  state: State,
  id: string,
  day: CivilDate,
  way: Way,
  otherwise: Saying,
): Iterable<Refusal> {
  yield* conferred(state, id);
  if (!isHeld(state, id, day, way))
    yield refuse('nothing-to-end', says`${otherwise} by then: correct the date, or whom you name`);
}

/** A power with one more holding of it, and the holder with one more power. */
export function given(
  state: State,
  id: string,
  held: Holding,
  said: Partial<Pick<PowerPart, 'description' | 'covers' | 'source'>> = {},
): Changes<AuthorityPart> {
  const power = powerIn(state, id);
  const holder = idIn(state, held.by);
  const description = said.description ?? power?.description;
  if (description === undefined || !holder) return [];
  const source = power ? power.source : said.source;
  const acts = said.covers ?? power?.covers;
  const holdings = withTerm(power?.held ?? [], holding(held));
  return [
    [powerKey(id), powerPart({ id, description, ...present({ covers: acts, source }), held: holdings })],
    [idKey(held.by), idPart({ ...holder, powers: withId(holder.powers, id) }, held.by)],
  ];
}

/** A power of which what was held in a way on the day of an entry has that day as its last. */
export function taken(state: State, id: string, entry: Recorded, way: Way): Changes<AuthorityPart> {
  const power = powerIn(state, id);
  if (!power) return [];
  return [[powerKey(id), powerPart({ ...power, held: endedOn(power.held, entry, way, holding) })]];
}
