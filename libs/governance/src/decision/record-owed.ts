import type { Facts } from '#acts';
import { describeDate } from '#calendar';
import type { CoveredAct } from '../authority/covered-acts.js';
import { authorityIsRecorded, authorityOn, holdersOf, makerOn, powerNamed } from '../authority/may-decide.js';
import { idIn, powerIn } from '../authority/parts.js';
import type { MakerPart } from '../authority/state.js';
import type { TakenDecision } from './state.js';

/**
 * Which record of a decision is owed: it follows from what was decided and by whom. Design 1.5, "The record that is owed
 * follows the maker".
 */
export type RecordKind =
  /** An executive decision of a body: regulation 12 of the 2012 Regulations. */
  | 'executive-body'
  /** An executive decision of one member or one officer: regulation 13 of the 2012 Regulations, 13(4) for an officer. */
  | 'executive-individual'
  /** An executive decision, of whom is not known: regulation 12 or 13. */
  | 'executive'
  /** A decision of the council or of a committee of it: minutes under the Local Government Act 1972. */
  | 'council'
  /** A decision of an officer that is not the executive's: regulations 7 and 8 of the 2014 Regulations. */
  | 'officer'
  | 'not-known';

export interface RecordOwed {
  readonly kind: RecordKind;
  /** Which record that is, in a sentence without its full stop; why it is not known, where it is not. */
  readonly says: string;
}

const inWords: Readonly<Record<Exclude<RecordKind, 'not-known'>, string>> = {
  'executive-body':
    'An executive decision of a body: the record under regulation 12 of the 2012 Regulations (SI 2012/2089)',
  'executive-individual':
    'An executive decision of one member or officer: the record under regulation 13 of the 2012 Regulations (SI 2012/2089)',
  executive:
    'An executive decision, of whom is not on the record: the record under regulation 12 or 13 of the 2012 Regulations (SI 2012/2089)',
  council:
    'A decision of the council or of a committee of it: the minutes under the Local Government Act 1972, Schedule 12',
  officer:
    'A decision of an officer that is not the executive’s: the record under regulations 7 and 8 of the 2014 Regulations (SI 2014/2095)',
};

const owed = (kind: Exclude<RecordKind, 'not-known'>): RecordOwed => ({ kind, says: inWords[kind] });
const notKnown = (why: string): RecordOwed => ({
  kind: 'not-known',
  says: `Which record is owed is not known: ${why}`,
});

/**
 * Which record a decision owes, by its maker and the power it was taken under on its day, and by what its own record says:
 * only an executive decision is a key decision (2012 Regulations, regulation 8) or can be called in (Local Government Act
 * 2000, section 9F).
 */
export function recordOwed(decision: TakenDecision, facts: Facts): RecordOwed {
  const { maker: said, takenOn } = decision;
  const isExecutive =
    decision.key === true || decision.subjectToCallIn === true || decision.callIn !== undefined;
  const maker = makerOn(facts, said, takenOn);
  if (!maker) {
    if (isExecutive) return owed('executive');
    return notKnown(
      authorityIsRecorded(facts)
        ? `${said} is not on record on ${describeDate(takenOn, 'day')}`
        : 'no authority is recorded',
    );
  }
  const acts = actsOf(decision, maker, facts);
  const executive = isExecutive || (acts?.every((act) => act === 'executive-functions') ?? false);
  if (maker.kind === 'body' && maker.bodyKind !== 'officer-group') {
    if (maker.bodyKind === 'cabinet') return owed('executive-body');
    return owed(maker.bodyKind === 'committee' && executive ? 'executive-body' : 'council');
  }
  if (executive) return owed('executive-individual');
  if (acts && !acts.includes('executive-functions')) return owed('officer');
  return notKnown(
    acts === undefined
      ? 'it is not on the record what was covered by the power it was taken under'
      : 'it names no power, and its maker held more than one sort',
  );
}

/** What the power that was used covered; where none is named, what all that its maker held that day covered. */
function actsOf(
  { power, takenOn }: TakenDecision,
  { id }: MakerPart,
  facts: Facts,
): readonly CoveredAct[] | undefined {
  if (power !== undefined) return powerNamed(facts, power, takenOn)?.covers;
  const authority = authorityOn(facts, takenOn);
  const held = (idIn(authority, id)?.powers ?? [])
    .map((one) => powerIn(authority, one))
    .filter((one) => holdersOf(one, takenOn).some(({ by }) => by === id));
  if (held.length === 0 || held.some((one) => one?.covers === undefined)) return undefined;
  return [...new Set(held.flatMap((one) => one?.covers ?? []))];
}
