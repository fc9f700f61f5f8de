import { describe } from '@jest/globals';
import { appending } from './contract/appending.js';
import { interleaving } from './contract/interleaving.js';
import { reading } from './contract/reading.js';
import { storing } from './contract/storing.js';
import { subjectOfEachTest, type OpenStore } from './contract/subject.js';
import { subscribing } from './contract/subscribing.js';

export type { OpenedStore, OpenStore } from './contract/subject.js';

/**
 * What every event store promises, as tests: called by the spec of each store. It stays behind the door, because it
 * brings the test runner with it: the spec of a store in another room imports this file by its path.
 *
 * @param name what the store is called
 * @param open gives a store with nothing in it, on the clock it is handed
 */
export function eventStoreContract(name: string, open: OpenStore): void {
  describe(`${name} keeps the contract of an event store:`, () => {
    const subject = subjectOfEachTest(open);
    appending(subject);
    storing(subject);
    reading(subject);
    subscribing(subject);
  });
  describe(`${name} keeps the contract of an event store:`, () => interleaving(open));
}
