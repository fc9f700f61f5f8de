import { idKey, bodyKey, nameKey, officeKey, powerKey, registerKey } from './state.js';
import type { BodyPart, IdPart, MakerPart, NamePart, OfficePart, PowerPart, RegisterPart } from './state.js';

/** Where parts of the authority are looked up: the state of its stream, or what another stream reads of it. */
export interface Lookup {
  get(key: string): unknown;
}

export const registerIn = (state: Lookup) => state.get(registerKey) as RegisterPart | undefined;
export const bodyIn = (state: Lookup, id: string) => state.get(bodyKey(id)) as BodyPart | undefined;
export const officeIn = (state: Lookup, id: string) => state.get(officeKey(id)) as OfficePart | undefined;
export const powerIn = (state: Lookup, id: string) => state.get(powerKey(id)) as PowerPart | undefined;
export const idIn = (state: Lookup, id: string) => state.get(idKey(id)) as IdPart | undefined;

/** The id of the body or the office that has a name. */
export const namedIn = (state: Lookup, name: string): string | undefined =>
  (state.get(nameKey(name)) as NamePart | undefined)?.names ?? undefined;

/** The body or the office that an id stands for. */
export function makerIn(state: Lookup, id: string): MakerPart | undefined {
  const held = idIn(state, id);
  return held && (held.of === 'body' ? bodyIn(state, id) : officeIn(state, id));
}
