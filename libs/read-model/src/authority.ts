import type { CivilDate } from '#calendar';
import {
  actInWords,
  authorityIsRecorded,
  calledBy,
  covers,
  holderOf,
  holdersOf,
  makerOn,
  mayDecide,
  powerNamed,
  saidBy,
  standingOn,
  the,
  type BodyPart,
  type TakenDecision,
  type Facts,
  type Holding,
  type OfficePart,
  type PowerPart,
} from '#programme';
import type { Saying } from '#timeline';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** What a view says of a decision of a programme that is held to no authority, because it has recorded none. */
export const notChecked = 'not checked: no authority is recorded';

/** The authority of a programme as known at a moment, as at any day; that of the moment where none is given. */
export function authorityOf(reader: Reader, programme: string, moment: Moment): Facts {
  const read = new Map<string, ReturnType<Reader['parts']['throughTime']>>();
  return {
    get: (key: string, on: CivilDate = moment.asAt) => {
      const slash = key.indexOf('/');
      const at =
        read.get(key) ??
        reader.parts.throughTime(programme, key.slice(0, slash), key.slice(slash + 1), moment);
      read.set(key, at);
      return at(on);
    },
  };
}

/** The members of a body on a day, in the order in which they were appointed; none once it is dissolved. */
export function membersOn(body: BodyPart, on: CivilDate): readonly string[] {
  return body.dissolved ? [] : body.members.filter((one) => covers(one, on)).map(({ member }) => member);
}

/** Who holds an office on a day, and on which days: from, and until where that is known. */
export function holderOn(office: OfficePart, on: CivilDate) {
  const held = holderOf(office, on);
  return {
    holder: held?.holder ?? null,
    heldFrom: held?.from ?? null,
    heldUntil: held?.until?.on ?? null,
  };
}

/** How a power is held on a day, by bodies and offices that are not gone. */
export function holdingsOn(power: PowerPart, authority: Facts, on: CivilDate): readonly Holding[] {
  return holdersOf(power, on).filter(({ by }) => standingOn(authority, by, on));
}

/** What the maker of each decision was called on the day it was taken; as it was said where that is not on record. */
export function makerNames(authority: Facts): (decision: TakenDecision) => string {
  if (!authorityIsRecorded(authority)) return ({ maker }) => maker;
  const known = new Map<string, string>();
  return ({ maker, takenOn }) => {
    const asked = `${takenOn} ${maker}`;
    const found = known.get(asked) ?? nameOn(authority, maker, takenOn);
    known.set(asked, found);
    return found;
  };
}

/** The kind of whatever took each decision: that of the body, or 'office'; 'not-on-record' where it is neither. */
export function makerKinds(authority: Facts): (decision: TakenDecision) => string {
  const known = new Map<string, string>();
  return ({ maker, takenOn }) => {
    const asked = `${takenOn} ${maker}`;
    const made = known.has(asked) ? undefined : makerOn(authority, maker, takenOn);
    const kind =
      known.get(asked) ?? (made?.kind === 'body' ? made.bodyKind : (made?.kind ?? 'not-on-record'));
    known.set(asked, kind);
    return kind;
  };
}

/**
 * Whether a decision's maker held the power that it was taken under on its day, as far as is known at the moment: what its
 * record was judged by may have changed since. Null where that is not known: no power was named, or none is checked.
 *
 * @param named says the things that words name
 */
export function makerStanding(
  authority: Facts,
  { maker, power, takenOn }: TakenDecision,
  named: (words: Saying) => string,
) {
  const none = { powerCovers: null };
  if (!authorityIsRecorded(authority)) return { makerHeldPower: null, authority: notChecked, ...none };
  const refusal = mayDecide(authority, maker, power, takenOn);
  if (refusal) return { makerHeldPower: false, authority: named(saidBy(refusal)), ...none };
  const name = nameOn(authority, maker, takenOn);
  if (power === undefined) {
    return { makerHeldPower: null, authority: `${name} holds powers on that day; none was named`, ...none };
  }
  const acts = powerNamed(authority, power, takenOn)?.covers;
  const covering =
    acts === undefined
      ? 'nobody has said which acts it covers'
      : `it covers ${acts.map((act) => actInWords[act]).join(' and ')}`;
  return {
    makerHeldPower: true,
    authority: named([`${name} held power `, the.power(power), ` on that day; ${covering}`]),
    powerCovers: acts ?? null,
  };
}

function nameOn(authority: Facts, maker: string, on: CivilDate): string {
  const found = makerOn(authority, maker, on);
  return found ? calledBy(found) : maker;
}
