import { esdbAddress, type EsdbAddress } from '#event-store-esdb';

/** What an operator can set, by environment variables. Every one stands in docs/settings.md. */
export interface Settings {
  /** MINUTEBOOK_DATA: the folder of the book's files. */
  readonly folder: string;
  /** MINUTEBOOK_PORT: the port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number;
  /** MINUTEBOOK_DEMONSTRATION: the one programme that a demonstration's book holds. */
  readonly demonstration: string | undefined;
  /** EVENT_STORE: the EventStoreDB that holds the record; undefined for the file in the folder. */
  readonly eventStore: EsdbAddress | undefined;
}

/** The settings, each with its default. Throws a RangeError that names the one that is wrong. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = environment['MINUTEBOOK_PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new RangeError(`MINUTEBOOK_PORT must be a port number from 0 to 65535, not ${port}`);
  }
  return {
    folder: environment['MINUTEBOOK_DATA'] ?? 'data/book',
    port: Number(port),
    demonstration: environment['MINUTEBOOK_DEMONSTRATION'] || undefined,
    eventStore: eventStoreOf(environment),
  };
}

function eventStoreOf(environment: Readonly<Record<string, string | undefined>>): EsdbAddress | undefined {
  const address = environment['EVENT_STORE'];
  if (!address) return undefined;
  const username = environment['EVENT_STORE_USERNAME'];
  const password = environment['EVENT_STORE_PASSWORD'];
  if (!username !== !password) {
    throw new RangeError('EVENT_STORE_USERNAME and EVENT_STORE_PASSWORD must be set together');
  }
  try {
    return esdbAddress(address, username && password ? { username, password } : undefined);
  } catch (error) {
    // Without the address itself: it may hold a password.
    throw new RangeError(`EVENT_STORE cannot be read. ${error instanceof Error ? error.message : ''}`);
  }
}
