/** Where a book is kept in an EventStoreDB, as the setting EVENT_STORE says it. */
export interface EsdbAddress {
  /** The client's connection string, without a name or a password in it. */
  readonly connection: string;
  /** The book in that database; undefined for the one that has no name. */
  readonly book: string | undefined;
  readonly credentials: EsdbCredentials | undefined;
}

export interface EsdbCredentials {
  readonly username: string;
  readonly password: string;
}

/** In the words of the setting: what a message shows, with no password in it. */
export const addressForm =
  'esdb://host:2113?tls=false, esdb://one:2113,two:2113,three:2113/book?tlsCAFile=ca.crt';

/**
 * Reads an address such as `esdb://one:2113,two:2113/kent?tls=true`: hosts, a book where the database holds more than
 * one, and the client's own parameters after the question mark.
 *
 * @param credentials stand before those in the address, so that a password need not be written into it
 * @throws RangeError the text is not such an address
 */
export function esdbAddress(text: string, credentials?: EsdbCredentials): EsdbAddress {
  const parts =
    /^(esdb(?:\+discover)?):\/\/(?:([^:@/?]+):([^@/?]+)@)?([A-Za-z0-9.,:_[\]-]+)(?:\/([a-z0-9-]*))?(\?.*)?$/.exec(
      text,
    );
  if (!parts) throw new RangeError(`The address of an EventStoreDB must look like ${addressForm}`);
  const [, scheme, username, password, hosts, book, parameters = ''] = parts;
  const inAddress = username !== undefined &&
    password !== undefined && {
      username: decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
  return {
    connection: `${scheme}://${hosts}${parameters}`,
    book: book || undefined,
    credentials: credentials ?? (inAddress || undefined),
  };
}

/**
 * The EventStoreDB that the settings name (EVENT_STORE, EVENT_STORE_USERNAME, EVENT_STORE_PASSWORD), or undefined where they
 * name none.
 *
 * @throws RangeError names the setting that is wrong, without what it holds: that may be a password
 */
export function esdbAddressIn(
  environment: Readonly<Record<string, string | undefined>>,
): EsdbAddress | undefined {
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
    throw new RangeError(`EVENT_STORE cannot be read. ${error instanceof Error ? error.message : ''}`);
  }
}
