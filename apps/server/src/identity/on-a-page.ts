import type { FastifyRequest } from 'fastify';
import type { Serving } from '../pages/frame.js';
import { roleNames } from './demo-people.js';
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
    return { ...token, person: { name, capacity: roleNames[capacity], signOutAddress: '/sign-out' } };
  }
  return { ...token, ...(policy.hasPage && { signIn: signInAddress(method === 'GET' ? url : '/') }) };
}
