import { type Facts, refuse, says, the } from '#acts';
import { describeDate, latestDate, type CivilDate } from '#calendar';
import type { Refusal, Saying } from '#timeline';
import { actInWords, type CoveredAct } from './covered-acts.js';
import { idIn, makerIn, namedIn, powerIn, registerIn, type Lookup } from './parts.js';
import {
  calledBy,
  covers,
  registerKey,
  type Appointment,
  type Holding,
  type MakerPart,
  type OfficePart,
  type PowerPart,
} from './state.js';

/**
 * One key of the authority's stream: a command that names it among what it `reads` may look up any part of the authority,
 * as at any day, and its entry keeps the position of what it read.
 */
export const authorityRead = registerKey;

/** The authority as at the end of a day. */
export function authorityOn(facts: Facts, on: CivilDate): Lookup {
  return { get: (key) => facts.get(key, on) };
}

/** Whether a programme has any body or office on record, for whatever day. One that has none is held to none. */
export function authorityIsRecorded(facts: Facts): boolean {
  return registerIn(authorityOn(facts, latestDate)) !== undefined;
}

/** The body or the office on record on a day under an id, or else under a name; one that is gone is not. */
export function makerOn(facts: Facts, said: string, on: CivilDate): MakerPart | undefined {
  const byId = standingOn(facts, said, on);
  const named = byId ? undefined : namedIn(authorityOn(facts, on), said);
  return named === undefined ? byId : standingOn(facts, named, on);
}

/** The body or the office on record on a day under an id; one that is gone is not. */
export function standingOn(facts: Facts, id: string, on: CivilDate): MakerPart | undefined {
  const authority = authorityOn(facts, on);
  return idIn(authority, id)?.gone ? undefined : makerIn(authority, id);
}

/** Who held an office on a day, if anybody did. Both ends of a term are in it. */
export function holderOf(office: OfficePart, on: CivilDate): Appointment | undefined {
  return office.abolished ? undefined : office.holders.find((one) => covers(one, on));
}

/** How a power was held on a day, and by whom, in the order in which they came to hold it. */
export function holdersOf(power: PowerPart | undefined, on: CivilDate): readonly Holding[] {
  return power?.held.filter((one) => covers(one, on)) ?? [];
}

/** Whether a body or an office, by its id, held a power on a day; any power at all where none is named. */
export function heldPower(facts: Facts, maker: string, power: string | undefined, on: CivilDate): boolean {
  const authority = authorityOn(facts, on);
  const powers = power === undefined ? (idIn(authority, maker)?.powers ?? []) : [power];
  return powers.some((id) => holdersOf(powerIn(authority, id), on).some(({ by }) => by === maker));
}

/**
 * Nothing where a body or an office could decide on a day, or the first reason why not, with who could. What may be set
 * aside for an entry of the past is for whoever asks to say.
 *
 * @param maker its id, or its name on that day
 * @param power the id of the power that is exercised; any power will do where it is left out
 */
export function mayDecide(
  facts: Facts,
  maker: string,
  power: string | undefined,
  on: CivilDate,
): Refusal | undefined {
  const [first] = whyNot(facts, maker, power, on);
  return first;
}

/** Every reason why a body or an office could not decide on a day, the firmest first. */
export function* whyNot(
  facts: Facts,
  said: string,
  power: string | undefined,
  on: CivilDate,
): Iterable<Refusal> {
  const day = describeDate(on, 'day');
  const maker = makerOn(facts, said, on);
  const others = () => whoHeld(facts, power, on);
  if (!maker) {
    yield refuse(
      'unknown-maker',
      says`No body or office ${the.maker(said)} is on record on ${day}. ${others()}. Name the maker by its id or its name on that day, or put it on record with establish-body or create-office`,
    );
    return;
  }
  const { id } = maker;
  const name = calledBy(maker);
  if (idIn(authorityOn(facts, on), id)?.advisory) {
    yield refuse(
      'advisory-body',
      says`${name} advises and endorses, and takes no decision. ${others()}. Record what it said with endorse-option, and the decision as that of whoever took it`,
    );
  }
  if (maker.kind === 'office' && !holderOf(maker, on)) {
    yield refuse(
      'office-vacant',
      says`Nobody held the office ${name} on ${day}. ${others()}. Record the appointment with appoint-to-office, or correct the maker`,
    );
  }
  if (!heldPower(facts, id, power, on)) {
    yield refuse(
      'power-not-held',
      says`${name} did not hold ${power === undefined ? 'any power' : says`power ${the.power(power)}`} on ${day}. ${others()}. Correct the maker, or record what gave it the power with confer-power or delegate-power`,
    );
  }
}

/** A power as at the end of a day, where it is on record: what it says may be decided, and the acts it covers. */
export function powerNamed(facts: Facts, power: string | undefined, on: CivilDate): PowerPart | undefined {
  return power === undefined ? undefined : powerIn(authorityOn(facts, on), power);
}

/**
 * Why a decision does not carry an act, by the power it was taken under on its day: it names none, nobody said what that
 * covers, or it covers other acts. Undefined where it carries it. Design 1.5, "A power says what it covers".
 */
export function notCovered(
  facts: Facts,
  { maker, power, takenOn }: { maker: string; power?: string; takenOn: CivilDate },
  act: CoveredAct,
): Saying | undefined {
  if (power === undefined) {
    const made = makerOn(facts, maker, takenOn);
    return says`${made ? calledBy(made) : maker} holds powers; none was named. Say under which it was taken with complete-decision-record`;
  }
  const acts = powerNamed(facts, power, takenOn)?.covers;
  if (acts === undefined) {
    return says`It was taken under power ${the.power(power)}, and nobody has said which acts that covers: say it with set-power-coverage`;
  }
  if (acts.includes(act)) return undefined;
  return says`It was taken under power ${the.power(power)}, which covers ${acts.map((one) => actInWords[one]).join(' and ')}, and not ${actInWords[act]}. Name a decision taken under a power that covers it, or say what the power covered on that day with set-power-coverage`;
}

/** Who held a power on a day, or any power, in a sentence without its full stop. */
function whoHeld(facts: Facts, power: string | undefined, on: CivilDate): Saying {
  const authority = authorityOn(facts, on);
  const powers = power === undefined ? (registerIn(authority)?.powers ?? []) : [power];
  const named = (id: string) => {
    const maker = standingOn(facts, id, on);
    return maker && calledBy(maker);
  };
  const holders = powers.flatMap((id) =>
    holdersOf(powerIn(authority, id), on).flatMap(({ by, delegatedBy }) => {
      const name = named(by);
      if (name === undefined) return [];
      const from = delegatedBy === undefined ? undefined : (named(delegatedBy) ?? delegatedBy);
      return [power === undefined || from === undefined ? name : `${name} by delegation from ${from}`];
    }),
  );
  const what = power === undefined ? 'a power' : says`power ${the.power(power)}`;
  const who = [...new Set(holders)];
  return who.length > 0
    ? says`On that day ${what} was held by ${who.join(', and by ')}`
    : says`Nobody held ${what} that day`;
}
