import { afterEach, beforeEach } from '@jest/globals';
import type { EventStore } from '../event-store.js';

/** A store opened for one test, and how it is opened again and put away. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens its log again, where the log outlives the store. */
  readonly reopen?: () => Promise<EventStore>;
  /** Closes what is open and removes what was kept. */
  readonly close: () => Promise<void>;
}

export type OpenStore = (options: { readonly clock: () => string }) => Promise<OpenedStore>;

/** The store under test: a new one, with nothing in it, for every test. */
export interface Subject {
  readonly store: EventStore;
  /** The store on the same log after a restart; a store that ends with its process is simply asked again. */
  reopen(): Promise<EventStore>;
  /** What the clock says from now on. */
  clockSays(instant: string): void;
  /** Moves the clock on by a second each time it is asked. */
  clockRuns(): void;
}

const morning = '2014-07-17T09:30:00.000Z';

/** Opens a store before each test of the `describe` it is called in, and closes it afterwards. */
export function subjectOfEachTest(open: OpenStore): Subject {
  let opened: OpenedStore;
  let clock: () => string;
  beforeEach(async () => {
    clock = () => morning;
    opened = await open({ clock: () => clock() });
  });
  afterEach(() => opened.close());
  return {
    get store() {
      return opened.store;
    },
    reopen: async () => (opened.reopen ? opened.reopen() : opened.store),
    clockSays: (instant) => {
      clock = () => instant;
    },
    clockRuns: () => {
      let seconds = 0;
      clock = () => new Date(Date.parse(morning) + 1000 * seconds++).toISOString();
    },
  };
}
