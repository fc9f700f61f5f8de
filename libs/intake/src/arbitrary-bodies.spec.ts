import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#calendar';
import { historySeed as seed } from '#testing';
import { exampleBodies } from './example-bodies.js';
import { commandNames, describeCommand, type FieldDescription, takeIn, type TakenIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };
const anyCommand = fc.constantFrom(...commandNames);

/** What JSON.parse can make: any keys, `__proto__` too, any depth, lone surrogates. */
const anyJson = fc.json({ maxDepth: 4, noUnicodeString: false }).map((text): unknown => JSON.parse(text));
const anyText = fc.string({ unit: 'binary' });

function outcomeOf(taken: TakenIn): string {
  return Object.keys(taken).join();
}

describe('Whatever is sent', () => {
  it(`never makes it throw, and comes to a command, a strike or problems that say where (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyCommand, fc.oneof(anyJson, fc.dictionary(anyText, anyJson)), (name, body) => {
        const taken = takeIn(name, body, kent);
        expect(['command', 'strike', 'problems']).toContain(outcomeOf(taken));
        if (!('problems' in taken)) return;
        expect(taken.problems.length).toBeGreaterThan(0);
        for (const { problem } of taken.problems) expect(problem.length).toBeGreaterThan(10);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it(`may be a form filled in with anything (seed ${seed})`, () => {
    const filledAnyhow = anyCommand.chain((name) => {
      const fields = describeCommand(name)?.fields ?? [];
      const values = Object.fromEntries(fields.map((field) => [field.name, anyJson]));
      return fc.record({ name: fc.constant(name), body: fc.record(values, { requiredKeys: [] }) });
    });
    fc.assert(
      fc.property(filledAnyhow, ({ name, body }) => {
        expect(['command', 'strike', 'problems']).toContain(outcomeOf(takeIn(name, body, kent)));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('may be nested deeper than any call could follow', () => {
    const deep: unknown = JSON.parse(`${'[{"totals":'.repeat(50_000)}1${'}]'.repeat(50_000)}`);
    const body = { tranche: 'first', name: deep, totals: deep, deeper: deep };
    expect(takeIn('define-tranche', body, kent)).toMatchObject({
      problems: [
        { field: 'deeper' },
        { field: 'name' },
        { field: 'totals.0.totals' },
        { field: 'totals.0.heading' },
        { field: 'totals.0.pence' },
        { field: 'totals.0.basis' },
      ],
    });
  });

  it('gives the same again when it is sent again', () => {
    for (const name of commandNames) {
      expect(takeIn(name, exampleBodies[name], kent)).toEqual(takeIn(name, exampleBodies[name], kent));
    }
  });
});

describe.each(commandNames)('%s with one field wrong', (name) => {
  const body = exampleBodies[name] as Record<string, unknown>;
  const fields = describeCommand(name)?.fields ?? [];

  it(`names that field, whatever is in it that cannot be there (seed ${seed})`, () => {
    for (const field of fields) {
      fc.assert(
        fc.property(neverRight(field), (value) => {
          const named = problemsOf({ ...body, [field.name]: value }).map((problem) => problem.field);
          expect(named.length).toBeGreaterThan(0);
          expect(named.filter((path) => path.split('.')[0] !== field.name)).toEqual([]);
        }),
        { seed, numRuns: 20 },
      );
    }
  });

  it('names a field that is needed and left out, and no other', () => {
    for (const { name: left } of fields.filter(({ required }) => required)) {
      const { [left]: _, ...others } = body;
      expect(problemsOf(others).map(({ field }) => field)).toEqual([left]);
    }
  });

  function problemsOf(sent: Record<string, unknown>) {
    const taken = takeIn(name, sent, kent);
    return 'problems' in taken ? taken.problems : [];
  }
});

/** Values that no field of any kind takes, and some that a field of this shape does not take. */
function neverRight({ shape }: FieldDescription): fc.Arbitrary<unknown> {
  const never = fc.oneof(
    fc.constantFrom(null, -1, 0.5, Number.MAX_SAFE_INTEGER + 1, '', ' \n', 'half \udc00', 'a\u0000b', [], {}),
    fc.double({ max: -0.1 }),
  );
  const notText = fc.oneof(
    fc.integer(),
    fc.dictionary(fc.string(), fc.integer()),
    fc.array(fc.integer()),
    fc.boolean(),
  );
  return shape.startsWith('text') || shape.startsWith('date') || shape === 'id'
    ? fc.oneof(never, notText)
    : never;
}
