import { describe, expect, it } from '@jest/globals';
import { Problem } from '#problem';
import { permitted, roles, type Action, type Role } from './permissions.js';
import { isPermitted, may, mayOperate, mayRead, mayRecord, nobody, type Person } from './person.js';

const withRoles = (...held: (readonly [Role, string])[]): Person => ({
  actor: 'a1',
  name: 'Head of programme office',
  capacity: held[0]?.[0] ?? 'reporting',
  roles: held.map(([role, programme]) => ({ role, programme })),
  signedIn: true,
});

const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.getStatus();
  }
  return undefined;
};

/** Written out a second time, so that a slip in the table shows here. */
const expected: Readonly<Record<Action, string>> = {
  read: 'programme-office governance reporting administrator',
  record: 'programme-office',
  import: 'programme-office administrator',
  audit: 'governance administrator',
  operate: 'administrator',
};

describe('What somebody may do', () => {
  it.each(Object.keys(expected) as Action[])('%s is for the roles that it is for, and no other', (action) => {
    const able = roles.filter((role) => isPermitted(action, withRoles([role, '*']), 'kent'));
    expect([...able].sort()).toEqual(expected[action].split(' ').sort());
    expect(Object.keys(permitted).sort()).toEqual(Object.keys(expected).sort());
  });

  it('is for their programmes only', () => {
    const kent = withRoles(['programme-office', 'kent'], ['reporting', 'essex']);
    expect(mayRecord(kent, 'kent').capacity).toBe('programme-office');
    expect(mayRead(kent, 'essex').capacity).toBe('reporting');
    expect(refused(() => mayRecord(kent, 'essex'))).toBe(403);
    expect(refused(() => mayRead(kent, 'surrey'))).toBe(403);
    expect(refused(() => mayRead(kent, '*'))).toBe(403);
  });

  it('to the whole book is for an administrator of the whole book', () => {
    expect(refused(() => mayOperate(withRoles(['administrator', 'kent'])))).toBe(403);
    expect(mayOperate(withRoles(['administrator', '*'])).capacity).toBe('administrator');
  });

  it('is done in the capacity that permits it', () => {
    const both = withRoles(['reporting', '*'], ['administrator', '*']);
    expect(may('import', both, 'kent').capacity).toBe('administrator');
    expect(may('read', both, 'kent').capacity).toBe('reporting');
  });

  it('is to sign in, for whoever has not said who they are', () => {
    expect(mayRead(nobody(true), 'kent').capacity).toBe('reporting');
    expect(refused(() => mayRead(nobody(false), 'kent'))).toBe(401);
    for (const open of [true, false]) expect(refused(() => mayRecord(nobody(open), 'kent'))).toBe(401);
  });
});
