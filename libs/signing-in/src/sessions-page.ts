import { describeInstant, instantOf } from '#calendar';
import { roleNames } from './demo-people.js';
import type { Person } from './person.js';
import type { Session } from './sessions.js';

/** The page of sessions: one's own, or everybody's. */
export function sessionsPage(sessions: readonly Session[], here: string | undefined, whose: 'yours' | 'all') {
  return {
    heading: whose === 'yours' ? 'Where you are signed in' : 'Who is signed in',
    whose,
    sessions: sessions.map(({ reference, person, started, used }) => ({
      reference,
      name: person.name,
      actor: person.actor,
      roles: rolesInWords(person),
      started: describeInstant(instantOf(started)),
      used: describeInstant(instantOf(used)),
      here: reference === here,
    })),
  };
}

/** What somebody may be, in words: 'Programme office in kent, Reporting in every programme'. */
function rolesInWords({ roles }: Person): string {
  return roles
    .map(
      ({ role, programme }) => `${roleNames[role]} in ${programme === '*' ? 'every programme' : programme}`,
    )
    .join(', ');
}
