import { describe, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { idOf, required } from '#fields';
import { given } from '#testing';
import { actsOf } from './act.js';
import { refuse } from './rules.js';
import { streamOf } from './stream-of-acts.js';

interface Door {
  readonly kind: 'door';
  readonly id: string;
}

const openDoor = actsOf<Door>()({
  command: 'open-door',
  event: 'DoorOpened',
  version: 1,
  says: 'Opens a door.',
  happened: 'A door was opened',
  fields: { door: required(idOf('thing', 'new'), 'The door.') },
  touches: ({ door }) => [`door/${door}`],
  *meaninglessElsewhere(facts, { door }) {
    if (facts.get('house') === undefined)
      yield refuse('no-house', `There is no house that the door ${door} is of`);
  },
  *elsewhere(facts, { door }) {
    if (facts.get('key') === undefined)
      yield refuse('no-key', `Nobody has the key of the door ${door} by then`);
  },
  evolve: (_state, { door }) => [[`door/${door}`, { kind: 'door', id: door }]],
  example: { door: 'front' },
});

const doors = streamOf<Door, readonly [typeof openDoor]>({
  kind: 'door',
  id: 'door',
  heading: 'A door',
  acts: [openDoor],
});

const knowing = (...there: readonly string[]) => ({
  get: (key: string) => (there.includes(key) ? {} : undefined),
});
const on = { effectiveOn: civilDate('2014-04-01'), provenance: 'minuted', door: 'front' } as const;
const excused = (rule: string) => ({ ...on, exception: { rule, reason: 'Not in the minutes' } });
const asked = (recorded: typeof on) => ({ type: 'open-door', programme: 'county', ...recorded }) as const;

describe('What an act reads of other streams', () => {
  it('refuses it where it would have no meaning there, whatever exception it carries', () => {
    given(doors, []).when(asked(on), knowing('key')).thenRefused('no-house');
    given(doors, [])
      .when(asked(excused('no-house')), knowing('key'))
      .thenRefused('no-house');
  });

  it('refuses it where it breaks a rule there, unless an exception sets that rule aside', () => {
    given(doors, []).when(asked(on), knowing('house')).thenRefused('no-key');
    given(doors, [])
      .when(asked(excused('no-key')), knowing('house'))
      .thenRecords([{ type: 'DoorOpened', ...excused('no-key') }]);
  });

  it('is asked first whether it has a meaning', () => {
    given(doors, [])
      .when(asked(excused('no-key')), knowing())
      .thenRefused('no-house');
  });
});
