import { setImmediate as turn } from 'node:timers/promises';

/** Waits until the clock shows a later millisecond than an instant: what is recorded then was not known at it. */
export async function laterThan(instant: string): Promise<void> {
  while (new Date().toISOString() <= instant) await turn();
}
