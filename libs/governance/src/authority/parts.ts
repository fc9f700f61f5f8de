import { partIn } from '../part-of-kind.js';
import { idKey, nameKey, registerKey } from './state.js';
import type { AuthorityPart, IdPart, MakerPart, NamePart, RegisterPart } from './state.js';

/** Where parts of the authority are looked up: the state of its stream, or what another stream reads of it. */
export interface Lookup {
  get(key: string): unknown;
}

export const bodyIn = (state: Lookup, id: string) => partIn(state, 'body', id);
export const officeIn = (state: Lookup, id: string) => partIn(state, 'office', id);
export const powerIn = (state: Lookup, id: string) => partIn(state, 'power', id);
export const registerIn = (state: Lookup) => lookedUp<RegisterPart>(state, registerKey);
export const idIn = (state: Lookup, id: string) => lookedUp<IdPart>(state, idKey(id));

/** The id of the body or the office that has a name. */
export const namedIn = (state: Lookup, name: string): string | undefined =>
  lookedUp<NamePart>(state, nameKey(name))?.names ?? undefined;

/** The body or the office that an id stands for. */
export function makerIn(state: Lookup, id: string): MakerPart | undefined {
  const held = idIn(state, id);
  return held && (held.of === 'body' ? bodyIn(state, id) : officeIn(state, id));
}

/** A part that is no thing: only its key says which of them it is. */
function lookedUp<Part extends AuthorityPart>(state: Lookup, key: string): Part | undefined {
  return state.get(key) as Part | undefined;
}
