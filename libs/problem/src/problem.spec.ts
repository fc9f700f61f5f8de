import { describe, expect, it } from '@jest/globals';
import { badRequest, Problem } from './index.js';

describe('A problem', () => {
  it('says which it was, in a sentence, with what to do, and what else belongs to it', () => {
    const problem = new Problem(409, 'unit-not-open', 'It contradicts a later entry', 'Date this earlier', {
      index: 2,
    });
    expect(problem.getStatus()).toBe(409);
    expect(problem.getResponse()).toEqual({
      type: 'urn:minutebook:problem:unit-not-open',
      title: 'It contradicts a later entry',
      status: 409,
      detail: 'Date this earlier',
      index: 2,
    });
    expect(problem.message).toBe('It contradicts a later entry');
  });
});

describe('A request that needs correcting', () => {
  const wrong = (n: number) => ({ field: `f${n}`, problem: `f${n} is wrong` });

  it('names every field that is wrong, in order', () => {
    expect(badRequest('query-wrong', [wrong(1), wrong(2)]).getResponse()).toMatchObject({
      status: 400,
      detail: 'f1 is wrong; f2 is wrong',
      errors: [wrong(1), wrong(2)],
    });
  });

  it('names a hundred of very many, says how many more there are, and cuts a long text', () => {
    const { errors, detail } = badRequest(
      'fields-wrong',
      Array.from({ length: 103 }, (_, n) => ({ field: 'f', problem: n === 0 ? 'x'.repeat(3_000) : 'no' })),
    ).getResponse() as unknown as { errors: { problem: string }[]; detail: string };
    expect(errors).toHaveLength(100);
    expect(errors[0]?.problem).toBe(`${'x'.repeat(2_000)} …`);
    expect(detail.endsWith('; and 3 more')).toBe(true);
  });
});
