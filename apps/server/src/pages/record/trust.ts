import { mayRecord, type Person, personOf, signInAddress } from '#signing-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfHolds } from '#serving';

/** Who sent a form, and how far it may be trusted. */
export type Trust =
  /** Their own form, from a page of theirs: it may record. */
  | { readonly person: Person; readonly fresh: true }
  /** They are signed in, and the form is from before that: what was typed is kept, and asked to be confirmed. */
  | { readonly person: Person; readonly fresh: false }
  /** Nobody is signed in: what was typed is kept for whoever signs in next in this browser. */
  | { readonly person: undefined; readonly fresh: false };

/** How far a form may be trusted. Throws 403 where the person signed in may not record in the programme. */
export function trustIn(request: FastifyRequest, programme: string): Trust {
  const person = personOf(request);
  if (!person.signedIn) return { person: undefined, fresh: false };
  return { person: mayRecord(person, programme), fresh: csrfHolds(request) };
}

/** Sends a browser on to a page of this server. */
export async function goTo(reply: FastifyReply, address: string): Promise<void> {
  await reply.status(303).header('location', address).send();
}

/** Sends a browser to sign in, and then on to a page of this server. */
export function signInThenGoTo(reply: FastifyReply, address: string): Promise<void> {
  return goTo(reply, signInAddress(address));
}
