import { type Fact, type PlannedDate, present, type Provenance, type Recorded } from '#acts';
import type { CivilDate, DatePrecision } from '#calendar';
import type { BodyKind } from './body-kinds.js';
import type { CoveredAct } from './covered-acts.js';

/** Days on which something was so: from the first, to the last inclusive where that is known. */
export interface Term {
  readonly from: CivilDate;
  readonly precision: DatePrecision;
  readonly until?: PlannedDate;
  readonly provenance: Provenance;
  readonly decision?: string;
}

export type Membership = { readonly member: string } & Term;
export type Appointment = { readonly holder: string } & Term;

/** How a body or an office came to hold a power, and on which days. */
export type Holding = { readonly by: string; readonly how: 'constitution' | 'delegation' } & Term & {
    /** Who delegated it; absent where the constitution conferred it. */
    readonly delegatedBy?: string;
    readonly conditions?: string;
  };

/** A body of the council. What it was called and who its members were is as at a date. */
export interface BodyPart {
  readonly kind: 'body';
  readonly id: string;
  readonly name: string;
  readonly bodyKind: BodyKind;
  /** Whether what it decides is subject to call-in; absent where nobody said. */
  readonly callIn?: boolean;
  readonly established: Fact;
  readonly dissolved?: Fact & { readonly reason?: string };
  readonly source?: string;
  /** In the order in which they were appointed, those whose term is over included. */
  readonly members: readonly Membership[];
}

/** An office of the council, and who was appointed to it. */
export interface OfficePart {
  readonly kind: 'office';
  readonly id: string;
  readonly title: string;
  /** Whether what its holder decides is subject to call-in; absent where nobody said. */
  readonly callIn?: boolean;
  readonly created: Fact;
  readonly abolished?: Fact & { readonly reason?: string };
  readonly source?: string;
  readonly holders: readonly Appointment[];
}

/** A body or an office: what can make a decision. */
export type MakerPart = BodyPart | OfficePart;

/** A power: what may be decided, and by whom on which days. */
export interface PowerPart {
  readonly kind: 'power';
  readonly id: string;
  readonly description: string;
  /** The acts that it covers, in the order of `coveredActs`; absent where nobody said. */
  readonly covers?: readonly CoveredAct[];
  readonly source?: string;
  readonly held: readonly Holding[];
}

// What only the rules and the look-up of a maker read: it repeats what bodies, offices and powers say.

/** That any authority is recorded, and the ids of the powers there are, in alphabetical order. */
export interface RegisterPart {
  readonly kind: 'authority';
  readonly id: 'register';
  readonly powers: readonly string[];
}

/** What an id stands for: a body and an office never share one, so that a maker can be named by its id alone. */
export interface IdPart {
  readonly kind: 'authority';
  readonly id: string;
  readonly of: 'body' | 'office';
  /** True of a body that advises and endorses, and can hold no power. */
  readonly advisory: boolean;
  readonly gone?: Fact;
  /** Ids of the powers it was ever given, in alphabetical order: whether it holds one is for the power to say. */
  readonly powers: readonly string[];
}

/** Which body or office has a name: a name is one's at a time. */
export interface NamePart {
  readonly kind: 'authority';
  readonly id: string;
  /** The id of the body or the office; null once it has another name or is gone. */
  readonly names: string | null;
}

export type AuthorityPart = BodyPart | OfficePart | PowerPart | RegisterPart | IdPart | NamePart;

export const bodyKey = (id: string): string => `body/${id}`;
export const officeKey = (id: string): string => `office/${id}`;
export const powerKey = (id: string): string => `power/${id}`;
export const registerKey = 'authority/register';
// No id has a space in it: these meet no other key.
export const idKey = (id: string): string => `authority/id ${id}`;
/** The key of a name, in whatever letters it is written. */
export const nameKey = (name: string): string => `authority/called ${name.trim().toLowerCase()}`;

/** What a body or an office is called. */
export const calledBy = (maker: MakerPart): string => (maker.kind === 'body' ? maker.name : maker.title);

/** The term that an entry begins. */
export function termOf(recorded: Recorded, until: PlannedDate | undefined): Term {
  const { effectiveOn: from, precision = 'day', provenance, decision } = recorded;
  return term({ from, precision, until, provenance, decision });
}

/** Whether a term covers a day; its last day is in it. */
export function covers({ from, until }: Pick<Term, 'from' | 'until'>, day: CivilDate): boolean {
  return from <= day && (until === undefined || until.on >= day);
}

// Parts are kept as JSON text and compared as text: their members come in one order, whatever happened first.

export function bodyPart(fields: Omit<BodyPart, 'kind'>): BodyPart {
  const { id, name, bodyKind, callIn, established, dissolved, source, members } = fields;
  const kind = 'body';
  return present({ kind, id, name, bodyKind, callIn, established, dissolved, source, members });
}

export function officePart(fields: Omit<OfficePart, 'kind'>): OfficePart {
  const { id, title, callIn, created, abolished, source, holders } = fields;
  const kind = 'office';
  return present({ kind, id, title, callIn, created, abolished, source, holders });
}

export function powerPart(fields: Omit<PowerPart, 'kind'>): PowerPart {
  const { id, description, covers: acts, source, held } = fields;
  return present({ kind: 'power' as const, id, description, covers: acts, source, held });
}

function term({ from, precision, until, provenance, decision }: Term): Term {
  const last = until && { on: until.on, precision: until.precision };
  return present({ from, precision, until: last, provenance, decision });
}

export function membership(fields: Membership): Membership {
  return { member: fields.member, ...term(fields) };
}

export function appointment(fields: Appointment): Appointment {
  return { holder: fields.holder, ...term(fields) };
}

export function holding(fields: Holding): Holding {
  const { by, how, delegatedBy, conditions } = fields;
  return { by, how, ...term(fields), ...present({ delegatedBy, conditions }) };
}

export function idPart(fields: Omit<IdPart, 'kind' | 'id'>, id: string): IdPart {
  const { of, advisory, gone, powers } = fields;
  return present({ kind: 'authority' as const, id: `id ${id}`, of, advisory, gone, powers });
}

export function registerPart(powers: readonly string[]): RegisterPart {
  return { kind: 'authority', id: 'register', powers };
}

export function namePart(name: string, names: string | null): NamePart {
  return { kind: 'authority', id: nameKey(name).slice('authority/'.length), names };
}

/** A list of ids with one more, in alphabetical order. */
export function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id].sort();
}
