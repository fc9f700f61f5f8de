import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { commandNames, describeCommand, exampleBodies, type Control, type FieldDescription } from '#intake';
import { readEntry } from './entry-reading.js';
import { readMeeting } from './meeting-reading.js';
import { isAskedBeside } from './steps.js';
import { typeBody } from './type-body.js';
import { nothingOnRecord } from './contract/nothing-on-record.js';
import type { Typed } from './typed.js';
import { happened } from './what-happened.js';

const context = { programme: 'kent', today: civilDate('2026-11-23') };

const nonsense = [
  'zzz nonsense',
  '???',
  '31 February 2014',
  '2014-02-31',
  '-1',
  '(1,000)',
  '12.345',
  'none of it',
  '<script>',
] as const;

/** A field that can be filled in by itself: its name in the form, its heading in a sheet, its path in the body. */
interface Leaf {
  readonly name: string;
  readonly heading: string;
  readonly path: string;
  readonly control: Control;
  /** The answers that lead to it. */
  readonly chosen: Typed;
}

/** Every field at every depth, by the test's own walk over what a command takes. */
function leavesOf(fields: readonly FieldDescription[], above?: Leaf): Leaf[] {
  return fields.flatMap((field) => {
    const at = (inside: string | undefined) =>
      inside === undefined ? field.name : `${inside}.${field.name}`;
    const head = field.control.as === 'money' ? `${field.label} (£)` : field.name;
    return within({
      name: at(above?.name),
      path: at(above?.path),
      heading: above ? `${above.heading}.${head}` : head,
      control: field.control,
      chosen: above?.chosen ?? {},
    });
  });
}

function within(leaf: Leaf): Leaf[] {
  const { name, path, heading, control, chosen } = leaf;
  if (control.as === 'object') return leavesOf(control.fields, leaf);
  if (control.as === 'list')
    return within({
      name: `${name}.0`,
      path: `${path}.0`,
      heading: `${heading}.0`,
      control: control.item,
      chosen,
    });
  if (control.as !== 'ways') return [leaf];
  const ways = control.ways.flatMap((way) =>
    'control' in way
      ? within({
          name: `${name}.${way.name}`,
          path,
          heading,
          control: way.control,
          chosen: { ...chosen, [name]: way.name },
        })
      : [],
  );
  // The number of divisions and a list of them share a heading: which is meant is told by what stands in the cell.
  return [leaf, ...ways];
}

const valueAt = (body: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((held, part) => (held as Record<string, unknown> | undefined)?.[part], body);

const isOf = (told: string, name: string): boolean =>
  told === name || told.startsWith(`${name}.`) || name.startsWith(`${told}.`);

/** Whether a body says what was typed: as it is, or as the id that is made of a name. */
function isKept({ control, path }: Leaf, body: unknown, typed: string): boolean {
  const value = valueAt(body, path);
  if (value === typed || (Array.isArray(value) && value.length === 1 && value[0] === typed)) return true;
  const mayBeMade = control.as === 'id' && control.newness !== 'old';
  return (
    mayBeMade &&
    value ===
      typed
        .replaceAll(/[^a-z0-9]+/gi, '-')
        .replaceAll(/^-+|-+$/g, '')
        .toLowerCase()
  );
}

const commands = commandNames.filter((name) => happened(name) !== name);
const fieldsOf = (command: string) => describeCommand(command)?.fields ?? [];
const isDate = (name: string): boolean => ['takenOn', 'effectiveOn', 'precision'].includes(name);

/** The example of a command as somebody typed it on both pages. */
function typedExample(command: string): Typed {
  const { takenOn: _taken, effectiveOn: _holds, precision: _known, ...body } = exampleBodies[command] ?? {};
  return { ...typeBody(fieldsOf(command), body), when: 'today', decided: 'no', 'when-said': '2026-11-23' };
}

/** Without what was typed under a field or around it before. */
const cleared = (typed: Typed, name: string): Typed => {
  const [root] = name.split('.');
  return Object.fromEntries(Object.entries(typed).filter(([one]) => one.split('.')[0] !== root));
};

describe('Nonsense in any field of any form', () => {
  it.each(commands)('%s: is refused beside that field, or kept exactly as it was typed', (command) => {
    const example = typedExample(command);
    const lost: unknown[] = [];
    for (const leaf of leavesOf(fieldsOf(command)).filter(({ name }) => !isDate(name))) {
      for (const text of nonsense) {
        const typed = { ...cleared(example, leaf.name), ...leaf.chosen, [leaf.name]: text };
        const { what, when, body } = readEntry(command, typed, nothingOnRecord, context);
        const problems = [...what, ...when].map(({ field }) => field);
        if (!problems.some((field) => isOf(field, leaf.name)) && !isKept(leaf, body, text))
          lost.push([leaf.name, text, body]);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each(commands)(
    '%s: has no field that it does not have, and nothing under an answer not chosen',
    (command) => {
      const example = typedExample(command);
      const told = (more: Typed) => {
        const { what, when } = readEntry(command, { ...example, ...more }, nothingOnRecord, context);
        return [...what, ...when].map(({ field }) => field);
      };
      expect(isAskedBeside(command, 'nonsense')).toBe(false);
      expect(told({ nonsense: 'zzz' })).toEqual(['nonsense']);
      expect(told({ effectiveOn: 'zzz' })).toEqual(['effectiveOn']);
      expect(told({ 'when-day': '1 May 2014' })).toEqual(['when-day']);
      expect(told({ 'when-part': 'May 2014' })).toEqual(['when-part']);
      expect(told({ when: 'zzz' })).toContain('when');
      expect(told({ decided: 'zzz' })).toEqual(command === 'record-decision' ? [] : ['decided']);
      expect(told({ holds: 'zzz' })).toEqual(['holds']);
      expect(told({ precision: 'zzz' })).toEqual(['precision']);
      for (const leaf of leavesOf(fieldsOf(command)).filter(({ chosen }) => Object.keys(chosen).length > 0)) {
        const { what } = readEntry(
          command,
          { ...cleared(example, leaf.name), [leaf.name]: 'zzz nonsense' },
          nothingOnRecord,
          context,
        );
        expect(what.map(({ field }) => field)).toEqual([leaf.name]);
      }
    },
  );
});

describe('Nonsense in any cell of a pasted meeting', () => {
  const meeting = { ...context, on: () => nothingOnRecord };
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const sheet = (...rows: (readonly string[])[]) => rows.map((row) => row.map(quoted).join('\t')).join('\n');

  it.each(commands)('%s: is refused by its row and column, or kept exactly as it was pasted', (command) => {
    const lost: unknown[] = [];
    for (const leaf of leavesOf(fieldsOf(command))) {
      for (const text of nonsense) {
        const lines = sheet(['What happened', leaf.heading], [command, text]);
        const { items, problems } = readMeeting({ 'when-day': '27 March 2014', lines }, meeting);
        const isTold = problems.some(({ problem }) => /^Row [12], column B\b/.test(problem));
        const [item] = items;
        // What else is missing is told beside it; what was pasted is kept where nothing is wrong with it.
        const others = problems.every(({ problem }) => /^Row 2: (Enter|Choose|Say) /.test(problem));
        if (!isTold && !(item ? isKept(leaf, item.body, text) : others))
          lost.push([leaf.heading, text, problems]);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each(commands)('%s: has no column that it does not have, and no cell beyond its headings', (command) => {
    const told = (heading: string, ...row: string[]) =>
      readMeeting(
        { 'when-day': '27 March 2014', lines: sheet(['What happened', heading], [command, ...row]) },
        meeting,
      ).problems.map(({ problem }) => problem);
    expect(told('nonsense', 'zzz')).toEqual([
      expect.stringMatching(/^Row 1, column B: “nonsense” is no heading for/),
    ]);
    expect(told('nonsense.0.zzz', 'zzz')[0]).toMatch(
      /^Row 1, column B: “nonsense\.0\.zzz” is no heading for/,
    );
    expect(told('source', '', 'zzz')).toContain('Row 2, column C: “zzz” stands under no heading');
  });

  it('is pasted for every command there is but a correction', () => {
    expect(commandNames.filter((name) => !commands.includes(name))).toEqual(['strike-entry']);
  });
});
