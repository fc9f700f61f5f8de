import { roles, type Role } from './permissions.js';
import { everyProgramme, type Person } from './person.js';

/** What each role is called on a page. */
export const roleNames: Readonly<Record<Role, string>> = {
  'programme-office': 'Programme office',
  governance: 'Governance',
  reporting: 'Reporting',
  administrator: 'Administrator',
};

/** The one person of a demonstration who has a role, in every programme. */
export function demoPerson(role: Role): Person {
  return {
    actor: `demo-${role}`,
    name: roleNames[role],
    capacity: role,
    roles: [{ role, programme: everyProgramme }],
    signedIn: true,
  };
}

const byToken = new Map(roles.map((role) => [`demo-${role}`, demoPerson(role)]));

/** Whose fixed bearer token it is, in a demonstration. */
export function demoPersonOfToken(token: string): Person | undefined {
  return byToken.get(token);
}
