import { createRequire } from 'node:module';
import type * as Client from '@eventstore/db-client';

const require = createRequire(import.meta.url);

/**
 * The client of an EventStoreDB, loaded when the first record is opened in one: with its gRPC it takes a third of the time in
 * which a command starts, and a record in a file needs none of it.
 */
export const theClient = (): typeof Client => require('@eventstore/db-client') as typeof Client;
