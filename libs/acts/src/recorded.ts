import type { CivilDate, DatePrecision } from '#calendar';

/**
 * How an entry is known: seen by the one who records it, read in minutes, put together from other sources, estimated,
 * or made up to show how the product works. Only a minuted or reconstructed entry may carry an exception.
 */
export const provenances = ['observed', 'minuted', 'reconstructed', 'estimated', 'illustrative'] as const;
export type Provenance = (typeof provenances)[number];

/** A rule that the source gives no way to meet, and why it is set aside for this entry. */
export interface RuleException {
  /** The stable code of the rule, as a refusal names it. */
  readonly rule: string;
  readonly reason: string;
}

/** What every command and every event carries beside its own fields. */
export interface Recorded {
  /** The day the fact starts to hold. Past or future. */
  readonly effectiveOn: CivilDate;
  /** The day the body took the decision; absent for a reported fact. */
  readonly takenOn?: CivilDate;
  /** How exactly the dates are known; a day where absent. */
  readonly precision?: DatePrecision;
  /** The id of the decision this entry follows from. */
  readonly decision?: string;
  readonly provenance: Provenance;
  /** Where it was read: minutes, a report, a page. */
  readonly source?: string;
  readonly exception?: RuleException;
}

/** When and how something came to hold, as a state keeps it. */
export interface Fact {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
  readonly provenance: Provenance;
  readonly decision?: string;
}

/** The fact that an entry records. */
export function factOf(recorded: Recorded): Fact {
  const { effectiveOn: on, precision = 'day', provenance, decision } = recorded;
  return decision === undefined ? { on, precision, provenance } : { on, precision, provenance, decision };
}

/**
 * What an event takes over from the command it answers, without undefined members. Asked of every entry that is read:
 * written out, it takes a tenth of what going through the members does.
 */
export function recordedOf(command: Recorded): Recorded {
  const { effectiveOn, takenOn, precision, decision, provenance, source, exception } = command;
  return {
    effectiveOn,
    ...(takenOn !== undefined && { takenOn }),
    ...(precision !== undefined && { precision }),
    ...(decision !== undefined && { decision }),
    provenance,
    ...(source !== undefined && { source }),
    ...(exception !== undefined && { exception }),
  };
}

/** A planned or forecast date: the first day of its month or year, or the last where it ends something. */
export interface PlannedDate {
  readonly on: CivilDate;
  readonly precision: DatePrecision;
}

/** Whether money counts before income and recharges, after them, or the source does not say. */
export const bases = ['gross', 'net', 'not-stated'] as const;
export type Basis = (typeof bases)[number];
