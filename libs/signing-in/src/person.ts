import type { FastifyRequest } from 'fastify';
import { Problem } from '#problem';
import { permitted, type Action, type Role } from './permissions.js';

/** Stands in a role for every programme there is. */
export const everyProgramme = '*';

/** A role somebody has, in one programme or in every one. */
export interface RoleFor {
  readonly role: Role;
  readonly programme: string;
}

/** A person as far as Minutebook knows them. */
export interface Person {
  /** An opaque id, stored with what they record; it says nothing about them. */
  readonly actor: string;
  /** What to call them on a page; it is never recorded. */
  readonly name: string;
  /** The capacity they act in. */
  readonly capacity: Role;
  readonly roles: readonly RoleFor[];
  /** False for whoever asks without a token and without a session. */
  readonly signedIn: boolean;
}

/** Whoever has not said who they are. Where reading is open to all they read as reporting, else they have no role. */
export function nobody(readingIsOpen: boolean): Person {
  return {
    actor: 'anonymous',
    name: 'Not signed in',
    capacity: 'reporting',
    roles: readingIsOpen ? [{ role: 'reporting', programme: everyProgramme }] : [],
    signedIn: false,
  };
}

/**
 * The person a request comes from: its bearer token says so, else its session, else it is nobody. The door has found
 * out already (see `Door`), so this reads nothing. Throws 401 for a token nobody has.
 */
export function personOf(request: FastifyRequest): Person {
  const { asking } = request;
  if (asking === undefined || asking === null)
    throw new Error(`${request.url} was not asked through the door`);
  if (asking.refused) throw asking.refused;
  return asking.person;
}

/** The person in the capacity in which they record in a programme. Throws 401 for nobody, 403 for another role. */
export function mayRecord(person: Person, programme: string): Person {
  return may('record', person, programme);
}

/** The person as a reader of a programme. Throws 401 or 403. */
export function mayRead(person: Person, programme: string): Person {
  return may('read', person, programme);
}

/** The person as an administrator of the whole book. Throws 401 or 403. */
export function mayOperate(person: Person): Person {
  return may('operate', person, everyProgramme);
}

/** Whether a role of the person permits an action in a programme; `'*'` asks for a role in every programme. */
export function isPermitted(action: Action, person: Person, programme: string): boolean {
  return capacityFor(action, person, programme) !== undefined;
}

/** The person in the capacity that permits an action in a programme. Throws 401 for nobody, 403 for another role. */
export function may(action: Action, person: Person, programme: string): Person {
  const capacity = capacityFor(action, person, programme);
  if (capacity !== undefined) return { ...person, capacity };
  if (!person.signedIn) throw notSignedIn();
  throw new Problem(403, ...refusals[action]);
}

/** Whether the person has a role that permits an action in any programme at all. */
export function isPermittedSomewhere(action: Action, { roles: held }: Person): boolean {
  return held.some(({ role }) => permitted[action].includes(role));
}

/** 401: whoever asks must say who they are. */
export function notSignedIn(): Problem {
  return new Problem(
    401,
    'sign-in-needed',
    'Sign in first',
    'Sign in, or send Authorization: Bearer with a token. Where no sign-in is set up, nothing can be recorded: see the settings',
    {},
    { 'www-authenticate': 'Bearer' },
  );
}

function capacityFor(action: Action, { roles: held }: Person, programme: string): Role | undefined {
  return permitted[action].find((role) =>
    held.some(
      (one) => one.role === role && (one.programme === everyProgramme || one.programme === programme),
    ),
  );
}

/** What is said to somebody whose roles do not permit it: code, title, what to do next. */
const refusals: Readonly<Record<Action, readonly [code: string, title: string, detail: string]>> = {
  read: [
    'no-role-in-programme',
    'You have no role in this programme',
    'Ask your administrator for a role in it, then sign in again',
  ],
  record: [
    'not-programme-office',
    'Only the programme office records',
    'Ask the programme office to record it, or sign in with that role',
  ],
  import: [
    'not-importing',
    'Only the programme office and administrators import',
    'Ask one of them to import it, or sign in with that role',
  ],
  audit: [
    'not-auditing',
    'Only governance and administrators read the audit log',
    'Ask one of them, or sign in with that role for every programme',
  ],
  operate: [
    'not-administrator',
    'Only administrators do this',
    'Ask an administrator of the whole book, or sign in with that role',
  ],
};
