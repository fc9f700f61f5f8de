import { beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { canonicalText, MemoryEventStore } from '#event-store';
import { commandJsonSchema, commandNames, type JsonSchema } from '#intake';
import { Recorder } from '#recording';
import { recordSent, type SentOutcome } from './record-sent.js';

/** What an event may take with all that a store says of it, and what of that are envelope and data. */
const leaf = 60 * 1024;
const said = 59 * 1024;

const bytesOf = (value: unknown): number => Buffer.byteLength(canonicalText(value));

describe('The largest entry', () => {
  const programme = 'p'.repeat(64);
  let recorder: Recorder;

  beforeEach(async () => {
    recorder = new Recorder(new MemoryEventStore());
    await sent('start', 'start-programme', { name: 'Whole-Council Transformation', takenOn: '2013-07-18' });
  });

  const sent = (id: string, command: string, body: Readonly<Record<string, unknown>>): Promise<SentOutcome> =>
    recordSent(
      recorder,
      { id, command, body, fingerprint: 'f' },
      {
        programme,
        actor: 'programme-officer',
        capacity: 'programme-office',
        today: civilDate('2014-06-01'),
        onRecord: { entry: () => undefined, ofCommand: () => [] },
      },
    );

  /** A decision with a long text, every id as long as it may be, and reasons of so many letters. */
  const decided = (letters: number) =>
    sent('"'.repeat(200), 'record-decision', {
      decision: 'd'.repeat(64),
      title: 'Legal Services',
      maker: 'County Council',
      takenOn: '2014-05-15',
      text: '€'.repeat(18_000),
      reasons: 'r'.repeat(letters),
    });

  const storedWith = async (letters: number) => {
    const outcome = await decided(letters);
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    const [event] = outcome.events;
    return { event, bytes: bytesOf(event?.envelope) + bytesOf(event?.data) };
  };

  it('fits 60 KiB with all that is said of it, however long its ids; one letter more is refused, and what to shorten is said', async () => {
    const { bytes } = await storedWith(1000);
    recorder = new Recorder(new MemoryEventStore());
    await sent('start', 'start-programme', { name: 'Whole-Council Transformation', takenOn: '2013-07-18' });
    const fitting = 1000 + said - bytes;
    expect(await decided(fitting + 1)).toEqual({
      outcome: 'not-storable',
      because: `Event 0 (DecisionRecorded) is ${said + 1} bytes, and at most ${said} can be stored: shorten text, which takes 54002 of them.`,
    });
    const largest = await storedWith(fitting);
    expect(largest.bytes).toBe(said);
    expect(bytesOf(largest.event)).toBeLessThanOrEqual(leaf);
  });
});

/** The most bytes of a value as its schema allows it, where every letter is one of English. */
function most(schema: JsonSchema): number {
  const { type, anyOf, maxLength, pattern, items, maxItems, properties, maxProperties } = schema as {
    readonly type?: string;
    readonly anyOf?: readonly JsonSchema[];
    readonly maxLength?: number;
    readonly pattern?: string;
    readonly items?: JsonSchema;
    readonly maxItems?: number;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly maxProperties?: number;
  };
  if (anyOf) return Math.max(...anyOf.map(most));
  if (type === 'string') return 2 + (maxLength ?? (pattern?.includes('{0,63}') ? 64 : 10));
  if (type === 'integer') return 16;
  if (type === 'boolean') return 5;
  if (items && maxItems !== undefined) return 1 + maxItems * (most(items) + 1);
  if (properties) return 1 + members(properties);
  // Filters of a view, each a name of 40 letters and a value of 1,000.
  if (maxProperties !== undefined) return 2 + maxProperties * (42 + 1002 + 2);
  const words = (schema['enum'] ?? [schema['const']]) as readonly unknown[];
  return Math.max(...words.map((word) => JSON.stringify(word).length));
}

const members = (properties: Readonly<Record<string, JsonSchema>>): number =>
  Object.entries(properties).reduce((sum, [name, schema]) => sum + name.length + 4 + most(schema), 0);

describe('What is sent in English letters', () => {
  it('is too large for an entry only by a long list, where it is the act that is long and not its source', () => {
    const large = commandNames.filter((command) => {
      if (command === 'strike-entry') return false;
      const { properties } = commandJsonSchema(command) as {
        properties: Record<string, JsonSchema>;
      };
      const { source: _source, exception: _exception, ...own } = properties;
      // The rest is who recorded it, and what it was based on.
      return members(own) + 500 > said;
    });
    expect(large.sort()).toEqual([
      'authorise-saving',
      'call-in-decision',
      'change-rating-scale',
      'choose-option',
      'complete-decision-record',
      'define-rating-scale',
      'define-tranche',
      'forecast-saving',
      'give-key-decision-notice',
      'identify-saving',
      // A thousand ids of 64 letters are 67,000 bytes.
      'merge-units',
      'name-review-team',
      'place-saving-in-business-case',
      'recode-units',
      'record-decision',
      'reissue-key-decision-notice',
      'reprofile-saving',
      'split-unit',
    ]);
  });
});
