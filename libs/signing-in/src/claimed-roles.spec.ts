import { describe, expect, it } from '@jest/globals';
import { claimAt, claimNames, mappingWritten, rolesClaimed } from './claimed-roles.js';

const office = { role: 'programme-office', programme: 'kent' };

describe('The roles that a claim gives', () => {
  it('are what its values say, where no mapping is set', () => {
    expect(rolesClaimed(['kent:programme-office', 'other', '*:governance'], undefined)).toEqual([
      office,
      { role: 'governance', programme: '*' },
    ]);
    expect(rolesClaimed('kent:programme-office', undefined)).toEqual([office]);
  });

  it('are by the mapping alone, where one is set', () => {
    const mapping = mappingWritten(
      'Office=kent:programme-office, cn=audit=*:governance,Office=essex:reporting',
    );
    expect(rolesClaimed(['Office', 'kent:administrator'], mapping)).toEqual([
      office,
      { role: 'reporting', programme: 'essex' },
    ]);
    expect(rolesClaimed('cn=audit', mapping)).toEqual([{ role: 'governance', programme: '*' }]);
    expect(rolesClaimed(['Office', 'Office'], mapping)).toHaveLength(2);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    [],
    [{}],
    'kent',
    ':governance',
    'Kent County:governance',
    '*:*',
    'constructor',
  ])('are none of %j', (claim) => {
    expect(rolesClaimed(claim, undefined)).toEqual([]);
    expect(rolesClaimed(claim, mappingWritten('office=kent:programme-office'))).toEqual([]);
  });

  it.each(['office', 'office=', '=kent:governance', 'office=kent:king', 'office=kent'])(
    'keep the server from starting where the mapping is %j',
    (text) => expect(() => mappingWritten(text)).toThrow('MINUTEBOOK_OIDC_ROLES cannot be read at'),
  );

  it('are those of a text that holds several, with spaces or commas between', () => {
    const both = [office, { role: 'governance', programme: '*' }];
    expect(rolesClaimed('kent:programme-office *:governance', undefined)).toEqual(both);
    expect(rolesClaimed('kent:programme-office,*:governance', undefined)).toEqual(both);
    expect(rolesClaimed(' openid, kent:programme-office ,\t*:governance,', undefined)).toEqual(both);
    const mapping = mappingWritten(
      'PMO staff=kent:programme-office, staff=*:administrator, cn=audit=*:governance',
    );
    expect(rolesClaimed('PMO staff', mapping)).toEqual([office]);
    expect(rolesClaimed('PMO staff,cn=audit', mapping)).toEqual(both);
  });

  it('are of no part of a text that stands in a list: a name may hold a space', () => {
    const mapping = mappingWritten('staff=*:administrator');
    expect(rolesClaimed(['PMO staff', 'a,staff'], mapping)).toEqual([]);
    expect(rolesClaimed(['x kent:programme-office'], undefined)).toEqual([]);
  });
});

describe('A claim', () => {
  const claims = {
    realm_access: { roles: ['kent:programme-office'] },
    resource_access: { 'minutebook.example.org': { roles: ['*:governance'] } },
    'https://example.org/roles': 'kent:reporting',
    groups: null,
  };

  it.each([
    ['realm_access.roles', claims.realm_access.roles],
    ['resource_access.minutebook.example.org.roles', ['*:governance']],
    ['https://example.org/roles', 'kent:reporting'],
    ['realm_access', claims.realm_access],
    ['realm_access.groups', undefined],
    ['realm_access.roles.length', undefined],
    ['groups.roles', undefined],
    ['constructor.name', undefined],
    ['', undefined],
  ])('is found under %s', (name, value) => {
    expect(claimAt(claims, name)).toEqual(value);
  });

  it('is told by its name and by nothing that it says', () => {
    expect(claimNames({ sub: 'officer-1', ...claims })).toEqual([
      'groups',
      'https://example.org/roles',
      'realm_access.roles',
      'resource_access.minutebook.example.org',
      'sub',
    ]);
  });
});
