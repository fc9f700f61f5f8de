import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { exampleBodies } from './example-bodies.js';
import { commandNames, describeCommand, takeIn, type Control, type FieldDescription } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

/** Things that are nothing where another thing is meant, each once for every field. */
const nonsense: readonly unknown[] = [
  null,
  true,
  -1,
  12.5,
  1e300,
  '',
  ' \u200b ',
  'zzz nonsense',
  '31 February 2014',
  '2014-02-31',
  'a\u0000b',
  '£12',
  [],
  [null],
  ['zzz nonsense'],
  {},
  { nonsense: true },
];

/** The path of every field that a command takes, at every depth, with something of it filled in before. */
function pathsOf(fields: readonly FieldDescription[], inside = ''): string[] {
  return fields.flatMap(({ name, control }) => [inside + name, ...within(control, inside + name)]);
}

function within(control: Control, at: string): string[] {
  if (control.as === 'object') return pathsOf(control.fields, `${at}.`);
  if (control.as === 'list') return [`${at}.0`, ...within(control.item, `${at}.0`)];
  if (control.as === 'command') return [`${at}.command`, `${at}.replaces`, `${at}.nonsense`];
  if (control.as !== 'ways') return [];
  return control.ways.flatMap((way) => ('control' in way ? within(way.control, at) : []));
}

type Held = Record<string, unknown>;

/** A body with a value at a path; what the path goes through is made where it is not there. */
function withValue(body: object, path: string, value: unknown): Held {
  const whole = structuredClone(body) as Held;
  const parts = path.split('.');
  let at = whole;
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const isList = /^\d+$/.test(parts[index + 1] ?? '');
    const held = at[part];
    if (typeof held !== 'object' || held === null || Array.isArray(held) !== isList)
      at[part] = isList ? [] : {};
    at = at[part] as Held;
  }
  at[parts.at(-1) as string] = value;
  return whole;
}

const valueAt = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((held, part) => (held as Held | undefined)?.[part], body);

/** Whether a problem is told of a field, of something inside it, or of what it is a part of. */
const isOf = (told: string, path: string): boolean =>
  told === path || told.startsWith(`${path}.`) || (told !== '' && path.startsWith(`${told}.`));

/** Whether something that belongs to what was sent is missing beside it: then nothing is recorded, and that is told. */
const isMissing = ({ problem }: { readonly problem: string }): boolean =>
  / is needed: |must be one of the entries/.test(problem);

describe('Nonsense in any field of any command over HTTP', () => {
  it.each(commandNames)(
    '%s: is refused by the name of that field, or taken exactly as it was sent',
    (name) => {
      const example = exampleBodies[name] as object;
      const paths = pathsOf(describeCommand(name)?.fields ?? []);
      const lost: unknown[] = [];
      let refused = 0;
      for (const path of paths) {
        for (const value of nonsense) {
          const taken = takeIn(name, withValue(example, path, value), kent);
          if ('problems' in taken && taken.problems.some(({ field }) => isOf(field, path))) refused += 1;
          else if (!('problems' in taken && taken.problems.every(isMissing))) {
            const read = 'command' in taken ? taken.command : 'strike' in taken ? taken.strike : undefined;
            if (JSON.stringify(valueAt(read, path)) !== JSON.stringify(value))
              lost.push([path, value, taken]);
          }
        }
      }
      expect(lost).toEqual([]);
      expect(refused).toBeGreaterThan(paths.length * 8);
    },
  );

  it.each(commandNames)('%s: takes no field that it does not have, at any depth', (name) => {
    const example = exampleBodies[name] as object;
    const inside = pathsOf(describeCommand(name)?.fields ?? []).filter((path) =>
      isFields(valueAt(example, path)),
    );
    for (const path of ['', ...inside.map((one) => `${one}.`)]) {
      for (const unknown of ['nonsense', '__proto__x', 'constructor', 'Name', 'effective_on']) {
        const taken = takeIn(name, withValue(example, path + unknown, 'zzz nonsense'), kent);
        const problems = 'problems' in taken ? taken.problems.map(({ field }) => field) : [];
        // The filters of a report have whatever names its view knows, in letters alone.
        if (path !== 'query.') expect(problems).toContain(path + unknown);
      }
    }
  });
});

const isFields = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
