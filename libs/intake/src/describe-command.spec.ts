import { describe, expect, it } from '@jest/globals';
import { commandJsonSchema, commandNames, describeCommand, type FieldDescription } from './index.js';

const recorded = ['effectiveOn', 'takenOn', 'precision', 'decision', 'provenance', 'source', 'exception'];

describe('The description of a command', () => {
  it('says what it does, the events it may add, what it is about and how to fill in each field', () => {
    const plan = describeCommand('plan-milestone');
    expect(plan).toMatchObject({ name: 'plan-milestone', adds: ['MilestonePlanned'], id: 'project' });
    expect(plan?.fields.slice(0, 4)).toEqual([
      {
        name: 'project',
        label: 'Project',
        required: true,
        shape: 'id',
        says: 'The project.',
        control: { as: 'id', of: 'project', newness: 'old' },
      },
      {
        name: 'milestone',
        label: 'Milestone',
        required: true,
        shape: 'id',
        says: 'The milestone.',
        control: { as: 'id', of: 'milestone', newness: 'new', within: 'project' },
      },
      {
        name: 'title',
        label: 'Title',
        required: true,
        shape: 'text, one line of at most 200 characters',
        says: 'What the milestone is.',
        control: { as: 'line' },
      },
      {
        name: 'planned',
        label: 'Planned',
        required: true,
        shape: 'date: YYYY-MM-DD, YYYY-MM or YYYY',
        says: 'When it is planned to be reached.',
        control: { as: 'date' },
      },
    ]);
    expect(plan?.fields.slice(4).map(({ name }) => name)).toEqual(recorded);
  });

  it('says whether somebody decides it, as a rule', () => {
    expect(describeCommand('choose-option')).toMatchObject({ decided: true });
    expect(describeCommand('set-unit-posts')).not.toHaveProperty('decided');
  });

  it.each(commandNames)(
    '%s says of every id what it is of, and calls no two fields beside one another the same',
    (name) => {
      const { fields = [] } = describeCommand(name) ?? {};
      for (const beside of [
        fields,
        ...everyField(fields).flatMap((field) => (field.fields ? [field.fields] : [])),
      ]) {
        const labels = beside.map(({ label }) => label);
        expect(labels).toEqual([...new Set(labels)]);
      }
      for (const { control } of everyField(fields)) {
        if (control.as === 'id' && control.within) expect(control.within).toMatch(/^(review|project|scale)$/);
      }
    },
  );

  it('goes into the objects inside a field', () => {
    const years = describeCommand('split-savings-target')?.fields.find(({ name }) => name === 'years');
    expect(years?.fields?.map(({ name, required }) => [name, required])).toEqual([
      ['year', true],
      ['pence', true],
    ]);
  });

  it('says where a month or a year stands for its last day', () => {
    expect(describeCommand('close-phase')).toMatchObject({ ends: true });
    expect(describeCommand('open-phase')).not.toHaveProperty('ends');
  });

  it.each(commandNames)('%s says in a sentence what it does and what each field means', (name) => {
    const { does = '', adds = [], fields = [] } = describeCommand(name) ?? {};
    expect(does).toMatch(/^[A-Z].{8,}\.$/);
    expect(adds.length).toBeGreaterThan(0);
    expect(fields.length).toBeGreaterThanOrEqual(recorded.length);
    expect(everyField(fields).filter(({ says }) => !/^[A-Z].{6,}\.$/.test(says))).toEqual([]);
  });

  it('is there for no other name', () => {
    expect(describeCommand('fly-away')).toBeUndefined();
    expect(commandJsonSchema('constructor')).toBeUndefined();
  });
});

describe('The JSON Schema of a command', () => {
  it('holds its fields, what is needed, and nothing else', () => {
    const id = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' };
    const schema = commandJsonSchema('split-savings-target');
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'split-savings-target',
      type: 'object',
      properties: {
        years: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            properties: {
              year: { type: 'string', description: 'A year of the target.' },
              pence: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
            },
            required: ['year', 'pence'],
            additionalProperties: false,
          },
        },
        decision: { ...id, description: 'The decision that this follows from.' },
      },
      required: ['years'],
      additionalProperties: false,
    });
  });

  it.each(commandNames)('%s is plain JSON and names the fields of its description', (name) => {
    const schema = commandJsonSchema(name);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const fields = describeCommand(name)?.fields ?? [];
    expect(Object.keys(schema?.['properties'] as object)).toEqual(fields.map((field) => field.name));
    expect(schema?.['required']).toEqual(
      fields.filter(({ required }) => required).map((field) => field.name),
    );
  });
});

function everyField(fields: readonly FieldDescription[]): FieldDescription[] {
  return fields.flatMap((field) => [field, ...everyField(field.fields ?? [])]);
}
