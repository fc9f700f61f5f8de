import { isId } from '#intake';
import { roles } from './permissions.js';
import { everyProgramme, type RoleFor } from './person.js';

/** Which roles a value of a claim stands for. */
export type RolesOfValue = ReadonlyMap<string, readonly RoleFor[]>;

/** A role as the settings write it: `kent:programme-office` or `*:governance`. Undefined where it is none. */
function roleWritten(text: string): RoleFor | undefined {
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
  const given = valuesOf(claim, mapping).flatMap(
    (value) => mapping?.get(value) ?? (mapping ? [] : (roleWritten(value) ?? [])),
  );
  return given.filter(
    (one, n) =>
      given.findIndex(({ role, programme }) => role === one.role && programme === one.programme) === n,
  );
}

/**
 * The values of a claim: of a list each text as it is, for a name may hold a space; of one text itself where the mapping
 * knows it, else what it holds with commas between, else with spaces.
 */
function valuesOf(claim: unknown, mapping: RolesOfValue | undefined): string[] {
  if (typeof claim !== 'string') return [claim].flat().filter((value) => typeof value === 'string');
  if (mapping?.has(claim)) return [claim];
  return claim.split(claim.includes(',') ? ',' : /\s+/).map((value) => value.trim());
}

/**
 * The claim under a name. A name such as `realm_access.roles` leads into what claims hold; one that a claim has whole, dots
 * and all, is that claim.
 */
export function claimAt(claims: unknown, name: string): unknown {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  const parts = name.split('.');
  for (let many = parts.length; many > 0; many--) {
    const own = parts.slice(0, many).join('.');
    if (!Object.hasOwn(claims, own)) continue;
    const value = (claims as Readonly<Record<string, unknown>>)[own];
    const found = many === parts.length ? value : claimAt(value, parts.slice(many).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What claims there are, by name and in order: of those that hold others, these. Never what any of them says. */
export function claimNames(claims: Readonly<Record<string, unknown>>): string[] {
  const names = Object.entries(claims).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((inside) => `${name}.${inside}`)
      : [name],
  );
  return names
    .map((name) => name.slice(0, 80))
    .sort()
    .slice(0, 40);
}
