import type { Parts } from '#timeline';
import type { AuthorityEvent } from './events.js';
import { bodyIn, officeIn } from './parts.js';
import { bodyKey, idKey, nameKey, officeKey, powerKey, registerKey, type AuthorityPart } from './state.js';

/** The keys of every part that an entry may read or change. */
export function touchesAuthority(event: AuthorityEvent): readonly string[] {
  switch (event.type) {
    case 'BodyEstablished':
      return [bodyKey(event.body), idKey(event.body), nameKey(event.name), registerKey];
    case 'BodyRenamed':
      return [bodyKey(event.body), nameKey(event.fromName), nameKey(event.toName)];
    case 'BodyDissolved':
      return [bodyKey(event.body), idKey(event.body)];
    case 'MemberAppointed':
    case 'MembershipEnded':
      return [bodyKey(event.body)];
    case 'OfficeCreated':
      return [officeKey(event.office), idKey(event.office), nameKey(event.title), registerKey];
    case 'OfficeAbolished':
      return [officeKey(event.office), idKey(event.office)];
    case 'HolderAppointed':
    case 'AppointmentEnded':
      return [officeKey(event.office)];
    case 'PowerConferred':
      return [powerKey(event.power), idKey(event.on), registerKey];
    case 'PowerDelegated':
      return [powerKey(event.power), idKey(event.from), idKey(event.to)];
    case 'PowerCoverageSet':
    case 'PowerRevoked':
    case 'DelegationEnded':
      return [powerKey(event.power)];
  }
}

/** The name that is free once a body or an office is gone: worked out where it goes, and kept in no entry. */
export function namesGivenUp(state: Parts<AuthorityPart>, event: AuthorityEvent): readonly string[] {
  const name =
    event.type === 'BodyDissolved'
      ? bodyIn(state, event.body)?.name
      : event.type === 'OfficeAbolished'
        ? officeIn(state, event.office)?.title
        : undefined;
  return name === undefined ? [] : [nameKey(name)];
}
