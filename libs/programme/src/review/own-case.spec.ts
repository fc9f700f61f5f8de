import { describe, expect, it } from '@jest/globals';
import { isPartyType, ownCases, type Party } from './own-case.js';

const party = (id: string, actor: string, type: Party['type']): Party => ({ id, actor, type });
const submitted = (id: string, by: string) => party(id, by, 'FullBusinessCaseSubmitted');
const authorised = (id: string, by: string) => party(id, by, 'FullBusinessCaseAuthorised');
const named = (parties: readonly Party[]) =>
  ownCases(parties).map((own) => [own.submitted.id, own.authorised.id].join(' '));

describe('An own business case', () => {
  it('is one that its submitter recorded as authorised', () => {
    expect(named([submitted('s', 'head'), authorised('a', 'head')])).toEqual(['s a']);
    expect(named([submitted('s', 'head'), authorised('a', 'officer')])).toEqual([]);
  });

  it('is told by the last submission before the authorisation', () => {
    const first = [submitted('s1', 'head'), submitted('s2', 'officer')];
    expect(named([...first, authorised('a', 'head')])).toEqual([]);
    expect(named([...first, authorised('a', 'officer')])).toEqual(['s2 a']);
    expect(named([authorised('a', 'head'), submitted('s', 'head')])).toEqual([]);
  });

  it('is of nothing else that a review holds', () => {
    expect(isPartyType('FullBusinessCaseSubmitted')).toBe(true);
    expect(isPartyType('AuthorisedToProceed')).toBe(false);
  });
});
