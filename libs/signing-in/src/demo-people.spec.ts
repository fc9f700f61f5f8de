import { describe, expect, it } from '@jest/globals';
import { demoPersonOfToken } from './demo-people.js';
import { roles } from './permissions.js';

describe('A token of the demonstration', () => {
  it.each(roles)('demo-%s acts in that capacity, in every programme', (role) => {
    expect(demoPersonOfToken(`demo-${role}`)).toMatchObject({
      actor: `demo-${role}`,
      capacity: role,
      roles: [{ role, programme: '*' }],
    });
  });

  it.each(['', 'demo-', 'demo-nobody', 'DEMO-GOVERNANCE', 'demo-governance demo-reporting', '__proto__'])(
    'is not %j',
    (token) => expect(demoPersonOfToken(token)).toBeUndefined(),
  );
});
