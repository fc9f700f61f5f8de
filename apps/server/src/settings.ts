import { addressOf, type SessionLimits, signInOf, type SignInSettings } from '#signing-in';
import { isIP } from 'node:net';
import { dutiesSet } from '#book';
import { esdbAddressIn, type EsdbAddress } from '#event-store-esdb';
import type { DutiesApart } from '#recording';
import { logLevels, type LogSettings, type RateSettings } from '#serving';

/** What an operator can set, by environment variables. Every one stands in docs/settings.md. */
export interface Settings {
  /** MINUTEBOOK_DATA: the folder of the book's files. */
  readonly folder: string;
  /** MINUTEBOOK_PORT: the port; 0 takes any that is free. */
  readonly port: number;
  /** MINUTEBOOK_ADDRESS: the address to listen on. */
  readonly address: string;
  /** MINUTEBOOK_TRUSTED_PROXIES: who is believed about the address that somebody asks from. */
  readonly trustedProxies: readonly string[];
  /** MINUTEBOOK_SIGN_IN: how people sign in. */
  readonly signIn: SignInSettings;
  /** MINUTEBOOK_OWN_CASES: whether somebody may authorise a business case that they submitted. */
  readonly duties: DutiesApart;
  /** MINUTEBOOK_SESSION_IDLE and MINUTEBOOK_SESSION_LONGEST: how long somebody stays signed in. */
  readonly sessions: SessionLimits;
  /** MINUTEBOOK_REQUEST_TIMEOUT and MINUTEBOOK_IMPORT_TIMEOUT: how long a request may take to arrive, in milliseconds. */
  readonly timeouts: { readonly request: number; readonly import: number };
  /** MINUTEBOOK_ANONYMOUS_PER_MINUTE and MINUTEBOOK_REFUSED_PER_MINUTE: how much is answered of one address. */
  readonly rates: RateSettings;
  /** MINUTEBOOK_LOG_LEVEL and MINUTEBOOK_LOG_FORMAT: what is logged, and how it is written. */
  readonly log: LogSettings;
  /** MINUTEBOOK_DRAFTS_KEPT: for how long drafts are kept that nobody touches, in milliseconds. */
  readonly draftsKeptFor: number;
  /** MINUTEBOOK_DEMONSTRATION: the one programme that a demonstration's book holds. */
  readonly demonstration: string | undefined;
  /** MINUTEBOOK_METRICS_TOKEN: what a scraper of `/metrics` sends as its bearer token; undefined for none. */
  readonly metricsToken: string | undefined;
  /** MINUTEBOOK_PROGRAMMES: the programmes whose views this server keeps, in the order of their ids; undefined for all. */
  readonly programmes: readonly string[] | undefined;
  /** EVENT_STORE: the EventStoreDB that holds the record; undefined for the file in the folder. */
  readonly eventStore: EsdbAddress | undefined;
}

/** The settings, each with its default. Throws a RangeError that names the one that is wrong. */
export function settingsOf(environment: Environment): Settings {
  const port = environment['MINUTEBOOK_PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new RangeError(`MINUTEBOOK_PORT must be a port number from 0 to 65535, not ${port}`);
  }
  const signIn = signInOf(environment);
  return {
    folder: environment['MINUTEBOOK_DATA'] ?? 'data/book',
    port: Number(port),
    address: addressOf(environment, signIn),
    trustedProxies: proxiesOf(environment),
    signIn,
    duties: dutiesSet(environment, signIn.kind === 'demonstration' ? onePerson : undefined),
    sessions: {
      idle: minutesOf(environment, 'MINUTEBOOK_SESSION_IDLE', 30),
      longest: minutesOf(environment, 'MINUTEBOOK_SESSION_LONGEST', 720),
    },
    timeouts: timeoutsOf(environment),
    rates: {
      // Where reading is open to all, all are whoever uses this machine.
      anonymous: countOf(
        environment,
        'MINUTEBOOK_ANONYMOUS_PER_MINUTE',
        signIn.kind === 'openid-connect' ? 600 : 0,
      ),
      refused: countOf(environment, 'MINUTEBOOK_REFUSED_PER_MINUTE', 600),
    },
    log: {
      level: wordOf(environment, 'MINUTEBOOK_LOG_LEVEL', logLevels, 'info'),
      format: wordOf(environment, 'MINUTEBOOK_LOG_FORMAT', ['json', 'pretty'], 'json'),
    },
    draftsKeptFor: daysOf(environment, 'MINUTEBOOK_DRAFTS_KEPT', 30),
    demonstration: environment['MINUTEBOOK_DEMONSTRATION'] || undefined,
    metricsToken: environment['MINUTEBOOK_METRICS_TOKEN'] || undefined,
    programmes: programmesOf(environment),
    eventStore: esdbAddressIn(environment),
  };
}

/** In a demonstration the programme office is one person, and would never get past a business case. */
const onePerson: DutiesApart = {
  held: 'waive',
  reason: 'One person plays the programme office in a demonstration',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** One of a few words. */
function wordOf<Word extends string>(
  environment: Environment,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const set = environment[name] || otherwise;
  const word = words.find((one) => one === set);
  if (word !== undefined) return word;
  throw new RangeError(`${name} must be one of ${words.join(', ')}, not ${set}`);
}

/** A number of minutes, in milliseconds. */
function minutesOf(environment: Environment, name: string, otherwise: number): number {
  const set = environment[name] || String(otherwise);
  const minutes = /^\d{1,6}(\.\d+)?$/.test(set) ? Number(set) : 0;
  if (minutes > 0) return minutes * 60_000;
  throw new RangeError(`${name} must be a number of minutes above 0, not ${set}`);
}

/** Addresses and ranges of them, such as `10.0.0.0/24`. */
function proxiesOf(environment: Environment): readonly string[] {
  const set = environment['MINUTEBOOK_TRUSTED_PROXIES'] || '';
  const proxies = set.split(',').flatMap((one) => one.trim() || []);
  const wrong = proxies.find((one) => !isAddresses(one));
  if (wrong === undefined) return proxies;
  throw new RangeError(
    `MINUTEBOOK_TRUSTED_PROXIES must be network addresses or ranges with commas between, such as 127.0.0.1,10.0.0.0/24; "${wrong}" is none`,
  );
}

function isAddresses(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
  // Of no bits at all would be everybody.
  return bits === undefined ? most > 0 : Number(bits) > 0 && Number(bits) <= most;
}

function programmesOf(environment: Environment): readonly string[] | undefined {
  const set = environment['MINUTEBOOK_PROGRAMMES'];
  if (!set) return undefined;
  const programmes = [...new Set(set.split(',').map((id) => id.trim()))].sort();
  const wrong = programmes.find((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id));
  if (wrong === undefined) return programmes;
  throw new RangeError(
    `MINUTEBOOK_PROGRAMMES must be ids of programmes with commas between, such as kent,essex; "${wrong}" is none`,
  );
}

/** How long requests may take to arrive, in milliseconds: an import at least as long as any other. */
function timeoutsOf(environment: Environment): Settings['timeouts'] {
  const request = secondsOf(environment, 'MINUTEBOOK_REQUEST_TIMEOUT', 30);
  const ofImport = secondsOf(environment, 'MINUTEBOOK_IMPORT_TIMEOUT', 600);
  if (request <= ofImport) return { request, import: ofImport };
  throw new RangeError('MINUTEBOOK_IMPORT_TIMEOUT must not be less than MINUTEBOOK_REQUEST_TIMEOUT');
}

function countOf(environment: Environment, name: string, otherwise: number): number {
  const set = environment[name] || String(otherwise);
  if (/^\d{1,6}$/.test(set)) return Number(set);
  throw new RangeError(`${name} must be a whole number, 0 for no limit, not ${set}`);
}

/** A number of seconds, in milliseconds. */
function secondsOf(environment: Environment, name: string, otherwise: number): number {
  const set = environment[name] || String(otherwise);
  const seconds = /^\d{1,5}(\.\d{1,3})?$/.test(set) ? Number(set) : 0;
  if (seconds > 0) return Math.round(seconds * 1_000);
  throw new RangeError(`${name} must be a number of seconds above 0, not ${set}`);
}

/** A number of days, in milliseconds. */
function daysOf(environment: Environment, name: string, otherwise: number): number {
  const set = environment[name] || String(otherwise);
  const days = /^\d{1,4}$/.test(set) ? Number(set) : 0;
  if (days > 0) return days * 24 * 60 * 60_000;
  throw new RangeError(`${name} must be a number of days above 0, not ${set}`);
}
