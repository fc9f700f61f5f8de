import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#calendar';
import { historySeed as seed } from '#testing';
import { exampleBodies } from './example-bodies.js';
import { commandJsonSchema, commandNames, type JsonSchema, takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

/** As much of JSON Schema as the schemas use; a keyword it does not know fails the test. */
const keywords: Readonly<Record<string, (asked: never, value: unknown, schema: JsonSchema) => boolean>> = {
  $schema: () => true,
  title: () => true,
  description: () => true,
  examples: () => true,
  type: (type: string, value) => typeOf(value) === type || (type === 'integer' && Number.isInteger(value)),
  enum: (values: readonly unknown[], value) => values.includes(value),
  const: (only: unknown, value) => value === only,
  anyOf: (schemas: readonly JsonSchema[], value) => schemas.some((schema) => accepts(schema, value)),
  pattern: (pattern: string, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minLength: (least: number, value) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (most: number, value) => typeof value !== 'string' || [...value].length <= most,
  minimum: (least: number, value) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value) => typeof value !== 'number' || value <= most,
  minItems: (least: number, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most: number, value) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (_: true, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (schema: JsonSchema, value) => !Array.isArray(value) || value.every((item) => accepts(schema, item)),
  required: (names: readonly string[], value) =>
    typeOf(value) !== 'object' || names.every((name) => Object.hasOwn(value as object, name)),
  properties: (schemas: Readonly<Record<string, JsonSchema>>, value) =>
    typeOf(value) !== 'object' ||
    Object.entries(value as object).every(([name, member]) => {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
      return !schema || accepts(schema, member);
    }),
  propertyNames: (schema: JsonSchema, value) =>
    typeOf(value) !== 'object' || Object.keys(value as object).every((name) => accepts(schema, name)),
  patternProperties: (schemas: Readonly<Record<string, JsonSchema>>, value) =>
    typeOf(value) !== 'object' ||
    Object.entries(value as object).every(([name, member]) =>
      Object.entries(schemas).every(
        ([pattern, schema]) => !new RegExp(pattern, 'u').test(name) || accepts(schema, member),
      ),
    ),
  minProperties: (least: number, value) =>
    typeOf(value) !== 'object' || Object.keys(value as object).length >= least,
  maxProperties: (most: number, value) =>
    typeOf(value) !== 'object' || Object.keys(value as object).length <= most,
  additionalProperties: (_: false, value, { properties }) =>
    typeOf(value) !== 'object' ||
    Object.keys(value as object).every((name) => Object.hasOwn(properties as object, name)),
};

function accepts(schema: JsonSchema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, asked]) => {
    const holds = keywords[keyword];
    if (!holds) throw new Error(`The test does not know the keyword ${keyword}`);
    return holds(asked as never, value, schema);
  });
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const otherValues = [...new Set(Object.values(exampleBodies).flatMap((body) => Object.values(body)))];

describe.each(commandNames)('The JSON Schema of %s', (name) => {
  const schema = commandJsonSchema(name) ?? {};
  const example = exampleBodies[name] as Record<string, unknown>;
  const fields = Object.keys(schema['properties'] as object);

  it('accepts its example, and not with a field too many', () => {
    expect(accepts(schema, example)).toBe(true);
    expect(accepts(schema, { ...example, colour: 'red' })).toBe(false);
    expect(accepts(schema, [example])).toBe(false);
  });

  it(`refuses nothing that would be taken in (seed ${seed})`, () => {
    const change = fc.record({
      field: fc.constantFrom(...fields),
      value: fc.oneof(fc.constant(undefined), fc.constantFrom(...otherValues), fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const changed: [string, unknown][] = changes.map(({ field, value }) => [field, value]);
        const members = [...Object.entries(example), ...changed];
        const body = Object.fromEntries([...new Map(members)].filter(([, value]) => value !== undefined));
        if (!('problems' in takeIn(name, body, kent)))
          expect([body, accepts(schema, body)]).toEqual([body, true]);
      }),
      { seed, numRuns: 100 },
    );
  });
});
