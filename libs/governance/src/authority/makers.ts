import { actsOf, factOf, type Recorded, refuse, says, the } from '#acts';
import type { Changes, Parts, Refusal } from '#timeline';
import { idIn, namedIn, registerIn } from './parts.js';
import {
  calledBy,
  idKey,
  idPart,
  nameKey,
  namePart,
  registerKey,
  registerPart,
  type AuthorityPart,
  type BodyPart,
  type IdPart,
  type MakerPart,
} from './state.js';

export type State = Parts<AuthorityPart>;

/** An act about who may decide. */
export const act = actsOf<AuthorityPart>();

/** The keys that an entry reads or changes which puts a body or an office on record. */
export const putOnRecord = (id: string, name: string): readonly string[] => [
  idKey(id),
  nameKey(name),
  registerKey,
];

/** The key of what a body or an office is called by then: worked out where it is given up, and kept in no entry. */
export const nameGivenUp = (maker: MakerPart | undefined): readonly string[] =>
  maker ? [nameKey(calledBy(maker))] : [];

/** No body or office has the id yet, nor another one the name. */
export function* notOnRecord(state: State, id: string, name: string): Iterable<Refusal> {
  const held = idIn(state, id);
  if (held) {
    yield refuse(
      'id-taken',
      says`${the.maker(id)} is on record already as ${held.of === 'body' ? 'a body' : 'an office'}: strike that entry to correct it, or choose another id`,
    );
  }
  yield* nameFree(state, id, name);
}

/** No other body or office has the name by then. */
export function* nameFree(state: State, id: string, name: string): Iterable<Refusal> {
  const other = namedIn(state, name);
  if (other === undefined || other === id) return;
  yield refuse(
    'name-taken',
    says`${the.maker(other)} is called ${name} by then: give one of the two another name, so that a decision says whose it is`,
  );
}

/** The id, the name and the register once a body or an office is on record. */
export function onRecord(
  state: State,
  id: string,
  name: string,
  standing: Pick<IdPart, 'of' | 'advisory'>,
): Changes<AuthorityPart> {
  const idTaken = [idKey(id), idPart({ ...standing, powers: [] }, id)] as const;
  const first = registerIn(state) ? [] : [[registerKey, registerPart([])] as const];
  return [idTaken, named(name, id), ...first];
}

/** The names once a body has another: what it was called until then is free. */
export function renamed(state: State, body: BodyPart | undefined, name: string): Changes<AuthorityPart> {
  return body ? [...freed(state, body, name), named(name, body.id)] : [];
}

/** The id and the name once a body or an office is gone: its name is free. */
export function gone(state: State, maker: MakerPart | undefined, entry: Recorded): Changes<AuthorityPart> {
  const standing = maker && idIn(state, maker.id);
  if (!standing) return [];
  const { id } = maker;
  return [...freed(state, maker), [idKey(id), idPart({ ...standing, gone: factOf(entry) }, id)]];
}

function freed(state: State, maker: MakerPart, taken = ''): Changes<AuthorityPart> {
  const name = calledBy(maker);
  if (nameKey(name) === nameKey(taken) || namedIn(state, name) !== maker.id) return [];
  return [named(name, null)];
}

const named = (name: string, names: string | null) => [nameKey(name), namePart(name, names)] as const;
