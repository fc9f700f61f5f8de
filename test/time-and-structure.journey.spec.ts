import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer } from './built-server.js';

/** A step of a case: a command with what comes of it, or a view with values in its answer. */
type Step =
  | {
      readonly issue: string;
      readonly body: Readonly<Record<string, unknown>>;
      readonly comes: 'recorded' | 'nothing' | 'accepted' | 'refused';
      /** The name under which later steps find its answer: "$first.events.0.id". */
      readonly as?: string;
      readonly key?: string;
    }
  | { readonly get: string; readonly at: Readonly<Record<string, unknown>> };

interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Each plays in a programme of its own; the right answers were worked out by hand. */
const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, 'time-and-structure.json'), 'utf8'),
) as readonly Case[];

const statuses = { recorded: [201], nothing: [200], accepted: [200, 201], refused: [409, 422] };

/** A value in an answer by its path; the last part may be "length". */
function valueAt(answer: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], answer);
}

function filledIn(value: unknown, kept: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const [name = '', ...path] = value.slice(1).split('.');
    return valueAt(kept.get(name), path.join('.'));
  }
  if (Array.isArray(value)) return value.map((one) => filledIn(one, kept));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, kept)]));
}

let server: BuiltServer;
beforeAll(async () => {
  server = await BuiltServer.start();
});
afterAll(() => server.stopAndForget());

describe('Time and the structure of a programme', () => {
  it.each(cases.map(({ name, steps }, n) => [name, steps, `case-${n}`] as const))(
    '%s',
    async (_name, steps, programme) => {
      const kept = new Map<string, unknown>();
      for (const step of steps) {
        if ('get' in step) {
          const { body } = await server.get(`/api/programmes/${programme}/${step.get}`);
          const found = Object.keys(step.at).map((path) => [path, valueAt(body, path)]);
          expect([step.get, Object.fromEntries(found)]).toEqual([step.get, step.at]);
          continue;
        }
        const headers: Record<string, string> = step.key === undefined ? {} : { 'idempotency-key': step.key };
        const answer = await server.issue(programme, step.issue, filledIn(step.body, kept), headers);
        const came = statuses[step.comes].includes(answer.status);
        expect([step, came || [answer.status, answer.body]]).toEqual([step, true]);
        if (step.as !== undefined) kept.set(step.as, answer.body);
      }
    },
  );

  it('was asked of every case there is', () => {
    expect(cases.length).toBe(22);
  });
});
