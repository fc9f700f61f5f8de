import { describe, expect, it } from '@jest/globals';
import { Problem } from '../problem.js';
import { mayRecord, personOf } from './demo-people.js';

const refused = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return { status: error.getStatus(), headers: error.headers };
  }
  return undefined;
};

describe('A bearer token', () => {
  it.each(['programme-office', 'governance', 'reporting'])('demo-%s acts in that capacity', (capacity) => {
    const person = { actor: `demo-${capacity}`, capacity };
    expect(personOf(`Bearer demo-${capacity}`)).toEqual(person);
    expect(personOf(`bearer  demo-${capacity} `)).toEqual(person);
  });

  it('left out reads as reporting', () => {
    expect(personOf(undefined)).toEqual({ actor: 'anonymous', capacity: 'reporting' });
  });

  it.each(['Bearer stolen', 'Bearer', '', 'Basic ZGVtbw==', 'Bearer demo-governance demo-reporting'])(
    '%j is nobody’s',
    (authorization) => {
      const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
      expect(refused(() => personOf(authorization))).toEqual({ status: 401, headers });
    },
  );

  it('of the programme office alone may record', () => {
    expect(mayRecord(personOf('Bearer demo-programme-office')).actor).toBe('demo-programme-office');
    for (const token of ['Bearer demo-governance', 'Bearer demo-reporting', undefined]) {
      expect(refused(() => mayRecord(personOf(token)))?.status).toBe(403);
    }
  });
});
