import { isId } from '#intake';
import { everyProgramme, roles, type RoleFor } from './person.js';

/** Which roles a value of a claim stands for. */
export type RolesOfValue = ReadonlyMap<string, readonly RoleFor[]>;

/** A role as the settings write it: `kent:programme-office` or `*:governance`. Undefined where it is none. */
export function roleWritten(text: string): RoleFor | undefined {
  const [programme = '', name, ...more] = text.trim().split(':');
  const role = roles.find((one) => one === name);
  if (role === undefined || more.length > 0) return undefined;
  return programme === everyProgramme || isId(programme) ? { role, programme } : undefined;
}

/**
 * The mapping as a setting writes it: `council-office=kent:programme-office, auditors=*:governance`; a value may come
 * several times. Throws a RangeError that names what cannot be read.
 */
export function mappingWritten(text: string): RolesOfValue {
  const mapping = new Map<string, RoleFor[]>();
  for (const pair of text.split(',').filter((one) => one.trim() !== '')) {
    const at = pair.lastIndexOf('=');
    const role = roleWritten(pair.slice(at + 1));
    const value = pair.slice(0, Math.max(at, 0)).trim();
    if (role === undefined || value === '') {
      throw new RangeError(
        `MINUTEBOOK_OIDC_ROLES cannot be read at ${pair.trim()}: write value=programme:role, such as office=kent:programme-office`,
      );
    }
    mapping.set(value, [...(mapping.get(value) ?? []), role]);
  }
  return mapping;
}

/** The roles that a claim gives: by the mapping, or without one as the values themselves say. Anything else gives none. */
export function rolesClaimed(claim: unknown, mapping: RolesOfValue | undefined): RoleFor[] {
  const values = [claim].flat().filter((value) => typeof value === 'string');
  const given = values.flatMap((value) => mapping?.get(value) ?? (mapping ? [] : (roleWritten(value) ?? [])));
  return given.filter(
    (one, n) =>
      given.findIndex(({ role, programme }) => role === one.role && programme === one.programme) === n,
  );
}
