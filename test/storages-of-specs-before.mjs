import { AsyncLocalStorage } from 'node:async_hooks';

/*
 * Jest runs the tests of each spec in a storage of its own and leaves it enabled, and Node asks every enabled storage at every
 * promise: a worker's hundredth spec would pay for the ninety-nine before. They are disabled when the next spec begins.
 */
const before = Symbol.for('minutebook.storages-of-specs-before');

if (AsyncLocalStorage[before] === undefined) {
  const entered = (AsyncLocalStorage[before] = new Set());
  const { run } = AsyncLocalStorage.prototype;
  AsyncLocalStorage.prototype.run = function (...args) {
    entered.add(this);
    return run.apply(this, args);
  };
}

for (const storage of AsyncLocalStorage[before]) storage.disable();
AsyncLocalStorage[before].clear();
