import fc from 'fast-check';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, MemoryEventStore, type Position, type StoredEvent } from '#event-store';
import { historySeed as seed } from '#testing';
import { applyAsFarAsPossible, catchUp, type Projection } from './catch-up.js';
import { CannotApply } from './errors.js';

const structure = 'kent/structure';
const unitOf = ({ data }: StoredEvent) => data['unit'] as string;

/** A projection that remembers what it was told, all of an application or none of it. */
class Remembering implements Projection {
  readonly told: string[] = [];
  /** How many events came in each application that was made. */
  readonly sizes: number[] = [];
  private at: Position | undefined;

  /** @param cannot the unit whose entry it fails on */
  constructor(private readonly cannot?: string) {}

  checkpoint(): Position | undefined {
    return this.at;
  }

  apply(events: readonly StoredEvent[]): void {
    const units = events.map(unitOf);
    if (this.cannot !== undefined && units.includes(this.cannot)) throw new Error('no such directorate');
    if (this.at !== undefined && events.some(({ position }) => position <= (this.at as Position)))
      throw new Error('an entry was applied twice');
    this.told.push(...units);
    this.sizes.push(events.length);
    this.at = events.at(-1)?.position ?? this.at;
  }
}

/** A store that hands out its log in pages of the sizes given, one after another, over and over. */
class PagedStore extends MemoryEventStore {
  constructor(private readonly sizes: readonly number[]) {
    super();
  }

  override async *readAll(options: { readonly after?: Position } = {}): AsyncGenerator<StoredEvent[]> {
    const rest: StoredEvent[] = [];
    for await (const page of super.readAll(options)) rest.push(...page);
    for (let n = 0; rest.length > 0; n++) yield rest.splice(0, this.sizes[n % this.sizes.length]);
  }
}

const unit = (n: number) => `unit-${n}`;
const units = (count: number) => Array.from({ length: count }, (_, n) => unit(n));
const register = async (store: MemoryEventStore, from: number, to: number): Promise<void> => {
  for (let first = from; first < to; first += 400) {
    const commandId = `register from ${first}`;
    const events = units(Math.min(to, first + 400))
      .slice(first)
      .map((name, index) => ({
        id: eventId('kent', structure, commandId, index),
        type: 'UnitRegistered',
        version: 1,
        envelope: { effectiveOn: '2013-09-19' },
        data: { unit: name },
      }));
    await store.append({ stream: structure, commandId, fingerprint: commandId, expected: 'any', events });
  }
};

let store: MemoryEventStore;
let projection: Remembering;
beforeEach(() => {
  store = new MemoryEventStore();
  projection = new Remembering();
});

describe('Catching up', () => {
  it('applies nothing where nothing is on the record', async () => {
    await catchUp(store, projection);
    expect(projection.sizes).toEqual([]);
  });

  it('applies the whole log in order, many entries to a transaction', async () => {
    await register(store, 0, 1_300);
    await catchUp(store, projection);
    expect(projection.told).toEqual(units(1_300));
    expect(projection.sizes).toEqual([1_300]);
  });

  it('goes on from the checkpoint', async () => {
    await register(store, 0, 3);
    await catchUp(store, projection);
    await register(store, 3, 5);
    await catchUp(store, projection);
    expect(projection.told).toEqual(units(5));
  });

  it(`applies each entry once and in order, whatever the pages of the store (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(90), { minLength: 1, maxLength: 4 }),
        async (sizes, growth) => {
          const paged = new PagedStore(sizes);
          const followed = new Remembering();
          let count = 0;
          for (const more of growth) {
            await register(paged, count, (count += more));
            await catchUp(paged, followed);
            expect(followed.told).toEqual(units(count));
          }
        },
      ),
      { seed, numRuns: 100 },
    );
  });

  it('tells of each batch once it is applied, and of none that is not', async () => {
    await register(store, 0, 40);
    const followed = new Remembering(unit(25));
    const applied: string[] = [];
    const telling = catchUp(store, followed, {
      applied: (events) => {
        applied.push(...events.map(unitOf));
        expect(followed.told).toEqual(applied);
      },
    });
    await expect(telling).rejects.toBeInstanceOf(CannotApply);
    expect(applied).toEqual(units(25));
  });

  it('ends early and quietly when its signal aborts, with no batch half applied', async () => {
    await register(store, 0, 1_300);
    await catchUp(store, projection, { signal: AbortSignal.abort() });
    expect(projection.told).toEqual([]);
  });
});

describe('An entry that cannot be applied', () => {
  it.each([0, 1, 17, 99])('as number %i of a hundred: all before it are, none from it on', async (at) => {
    await register(store, 0, 100);
    const followed = new Remembering(unit(at));
    const caught = await catchUp(store, followed).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(CannotApply);
    expect(followed.told).toEqual(units(at));
    const { event, message, cause } = caught as CannotApply;
    expect(event.data['unit']).toBe(unit(at));
    expect(message).toBe(
      `Entry ${event.id} (UnitRegistered) at ${event.position} cannot be applied: no such directorate`,
    );
    expect(cause).toEqual(new Error('no such directorate'));
  });

  it('is told apart from a listener that throws: what was applied stays applied', async () => {
    await register(store, 0, 4);
    const failing = catchUp(store, projection, {
      applied: () => {
        throw new Error('The page could not be refreshed');
      },
    });
    await expect(failing).rejects.toEqual(new Error('The page could not be refreshed'));
    expect(projection.told).toEqual(units(4));
    expect(projection.sizes).toEqual([4]);
  });

  it('is none where there is nothing to apply', () => {
    applyAsFarAsPossible(projection, []);
    expect(projection.told).toEqual([]);
  });
});
