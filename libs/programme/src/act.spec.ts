import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { id, listOf, name, optional, required, wholeNumber } from '#fields';
import { actsOf, sentFieldsOf } from './act.js';
import { says } from './rules.js';
import { noFacts } from './stream.js';
import { streamOf } from './stream-of-acts.js';

/** A key of the council's offices: who has it, and which doors it opens. */
interface KeyPart {
  readonly holder: string;
  readonly doors: readonly string[];
}

const keyOf = (key: string) => `key/${key}`;
const passKey = actsOf<KeyPart>()({
  command: 'pass-key',
  event: 'KeyPassed',
  version: 1,
  says: 'Passes a key on, with the doors it opens from then on.',
  happened: 'A key was passed on',
  fields: {
    key: required(id, 'The key.'),
    to: required(name, 'Who has it from then on.', { personal: true }),
    doors: required(listOf(id), 'The doors it opens.'),
    line: optional(wholeNumber(1), 'The line of the book of keys it stands on.', { unsent: true }),
  },
  from: {
    fromHolder: {
      kind: name,
      says: 'Who is believed to have had it.',
      personal: true,
      of: ({ key }) => says`The holder of key ${key}`,
      is: (state, { key }) => state.get(keyOf(key))?.holder ?? null,
    },
    fromDoors: {
      kind: listOf(id),
      says: 'The doors it is believed to have opened.',
      of: ({ key }) => says`The list of doors of key ${key}`,
      is: (state, { key }) => state.get(keyOf(key))?.doors ?? null,
    },
  },
  touches: ({ key }) => [keyOf(key)],
  evolve: (_state, { key, to, doors }) => [[keyOf(key), { holder: to, doors }]],
  example: { key: 'registry', to: 'Registrar', doors: ['archive'] },
});

const keys = streamOf<KeyPart, readonly [typeof passKey]>({ kind: 'key', heading: 'A key', acts: [passKey] });
const held = new Map([[keyOf('registry'), { holder: 'Registrar', doors: ['archive'] }]]);
const passing = {
  type: 'pass-key',
  programme: 'county',
  effectiveOn: civilDate('2015-04-01'),
  provenance: 'minuted',
  key: 'registry',
  to: 'Archivist',
  doors: ['archive'],
} as const;

describe('What an act changes from', () => {
  it('names a person where it says so, as its other fields do', () => {
    expect(keys.events.KeyPassed.personal).toEqual(['to', 'fromHolder']);
  });

  it('is told by its name where it is another by then', () => {
    expect(keys.decide(held, { ...passing, fromHolder: 'Clerk' }, noFacts)).toEqual({
      refused: 'premise-changed',
      because:
        'The holder of key registry is Registrar by then, not Clerk: strike the later entry and record it from there',
    });
  });

  it('is told to be another where it is a list, which no sentence holds', () => {
    expect(keys.decide(held, { ...passing, fromDoors: ['vault'] }, noFacts)).toEqual({
      refused: 'premise-changed',
      because:
        'The list of doors of key registry is another by then: strike the later entry and record it from there',
    });
  });
});

describe('What is worked out as a command is recorded', () => {
  it('stands in the entry, and on no form', () => {
    expect(Object.keys(sentFieldsOf(passKey))).toEqual(['key', 'to', 'doors', 'fromHolder', 'fromDoors']);
    expect(keys.decide(held, { ...passing, line: 7 }, noFacts)).toEqual([
      expect.objectContaining({ type: 'KeyPassed', line: 7, fromHolder: 'Registrar' }),
    ]);
  });
});
