import { describe, expect, it } from '@jest/globals';
import { dutiesSet } from './duties-set.js';

describe('Keeping duties apart', () => {
  it('is so unless it is set otherwise, with a reason', () => {
    expect(dutiesSet({})).toEqual({ held: 'refuse' });
    expect(dutiesSet({ MINUTEBOOK_OWN_CASES: 'refuse' }, { held: 'waive', reason: 'x' })).toEqual({
      held: 'refuse',
    });
    const MINUTEBOOK_OWN_CASES = 'waive: an office of one person';
    expect(dutiesSet({ MINUTEBOOK_OWN_CASES })).toEqual({ held: 'waive', reason: 'an office of one person' });
  });

  it.each(['waive', 'waive:', 'waive: ', 'no', 'off'])('cannot be set to %j', (set) => {
    expect(() => dutiesSet({ MINUTEBOOK_OWN_CASES: set })).toThrow('MINUTEBOOK_OWN_CASES must be');
  });
});
