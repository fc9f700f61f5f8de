import type { Lookup } from '../typed.js';

/** A record with nothing on it. */
export const nothingOnRecord: Lookup = { idNamed: () => undefined, isThere: () => false };
