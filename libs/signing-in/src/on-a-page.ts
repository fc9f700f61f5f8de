import type { Serving } from '#pages';
import type { FastifyRequest } from 'fastify';
import { roleNames } from './demo-people.js';
import { everyProgramme, isPermitted, type Person } from './person.js';
import { signInAddress } from './return-address.js';
import type { SignInPolicy } from './sign-in-policy.js';

/** What every page says of whoever looks at it: who is signed in, or where to. */
export function signedInOn(
  { asking, url, method }: FastifyRequest,
  policy: SignInPolicy,
): Pick<Serving, 'person' | 'signIn' | 'csrf'> {
  const { session, csrf } = asking ?? {};
  const token = csrf !== undefined && { csrf };
  if (session) {
    const { name, capacity } = session.person;
    const shown = {
      name,
      capacity: roleNames[capacity],
      signOutAddress: '/sign-out',
      links: linksOf(session.person),
    };
    return { ...token, person: shown };
  }
  return { ...token, ...(policy.hasPage && { signIn: signInAddress(method === 'GET' ? url : '/') }) };
}

/** The pages about signing in that somebody may open. */
function linksOf(person: Person): readonly { readonly text: string; readonly href: string }[] {
  return [
    { text: 'Your sessions', href: '/your-sessions' },
    ...(isPermitted('operate', person, everyProgramme)
      ? [{ text: 'Who is signed in', href: '/sessions' }]
      : []),
    ...(isPermitted('audit', person, everyProgramme) ? [{ text: 'Audit log', href: '/audit-log' }] : []),
  ];
}
