import type { ExecutionContext } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { FollowedProgrammes } from './followed-programmes.js';

const asking = (programme?: string) =>
  ({
    switchToHttp: () => ({ getRequest: () => ({ params: { programme } }) }),
  }) as unknown as ExecutionContext;

describe('A server that follows some programmes', () => {
  const programmes = ['essex', 'kent'];
  const guard = new FollowedProgrammes({
    programmes,
    follows: (programme) => programmes.includes(programme),
  });

  it('answers of those, and of what belongs to no programme', () => {
    expect([guard.canActivate(asking('kent')), guard.canActivate(asking())]).toEqual([true, true]);
  });

  it('says of another which setting would have it here, and which it follows', () => {
    let said: unknown;
    try {
      guard.canActivate(asking('surrey'));
    } catch (problem) {
      said = problem;
    }
    expect(said).toMatchObject({
      response: {
        type: 'urn:minutebook:problem:programme-not-here',
        title: 'This server does not follow that programme',
        status: 421,
        detail:
          'Ask a server that follows surrey, or add it to MINUTEBOOK_PROGRAMMES here: this one follows essex, kent',
        programmes,
      },
    });
  });
});
