import { describe, expect, it } from '@jest/globals';
import { mappingWritten, rolesClaimed } from './claimed-roles.js';

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
});
