import { Problem } from '../problem.js';

/** A person as far as Minutebook knows them: an opaque id and the capacity they act in. */
export interface Person {
  readonly actor: string;
  readonly capacity: 'programme-office' | 'governance' | 'reporting';
}

/** Until there is signing in, three fixed bearer tokens stand for three roles, and the server answers loopback only. */
const byToken = new Map<string, Person>([
  ['demo-programme-office', { actor: 'demo-programme-office', capacity: 'programme-office' }],
  ['demo-governance', { actor: 'demo-governance', capacity: 'governance' }],
  ['demo-reporting', { actor: 'demo-reporting', capacity: 'reporting' }],
]);

/** The person a request comes from. No token reads as reporting. Throws 401 for a token nobody has. */
export function personOf(authorization: string | undefined): Person {
  if (authorization === undefined) return { actor: 'anonymous', capacity: 'reporting' };
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  const person = token === undefined ? undefined : byToken.get(token);
  if (person) return person;
  throw new Problem(
    401,
    'unknown-token',
    'Nobody has this token',
    'Send Authorization: Bearer with one of the demonstration tokens, or leave it out to read',
    {},
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );
}

/** Throws 403 unless the person may issue commands. */
export function mayRecord(person: Person): Person {
  if (person.capacity === 'programme-office') return person;
  throw new Problem(
    403,
    'not-programme-office',
    'Only the programme office records',
    'Send the command with Authorization: Bearer demo-programme-office',
  );
}
