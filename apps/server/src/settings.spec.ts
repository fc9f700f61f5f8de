import { describe, expect, it } from '@jest/globals';
import { settingsOf } from './settings.js';

const signingIn = {
  address: '127.0.0.1',
  trustedProxies: [],
  signIn: { kind: 'none' },
  duties: { held: 'refuse' },
  sessions: { idle: 30 * 60_000, longest: 12 * 60 * 60_000 },
  draftsKeptFor: 30 * 24 * 60 * 60_000,
  timeouts: { request: 30_000, import: 600_000 },
  rates: { anonymous: 0, refused: 600 },
  log: { level: 'info', format: 'json' },
};

describe('The settings', () => {
  it('have defaults for a book of one’s own', () => {
    expect(settingsOf({})).toEqual({
      folder: 'data/book',
      port: 3000,
      ...signingIn,
      demonstration: undefined,
      eventStore: undefined,
    });
  });

  it('are read from the environment', () => {
    const environment = {
      MINUTEBOOK_DATA: 'books/kent',
      MINUTEBOOK_PORT: '0',
      MINUTEBOOK_DEMONSTRATION: 'kent',
    };
    expect(settingsOf(environment)).toEqual({
      folder: 'books/kent',
      port: 0,
      ...signingIn,
      demonstration: 'kent',
      eventStore: undefined,
    });
  });

  it('name the programmes that are followed, in one order whatever theirs', () => {
    expect(settingsOf({ MINUTEBOOK_PROGRAMMES: 'kent, essex,kent' }).programmes).toEqual(['essex', 'kent']);
    expect(settingsOf({ MINUTEBOOK_PROGRAMMES: '' }).programmes).toBeUndefined();
    expect(() => settingsOf({ MINUTEBOOK_PROGRAMMES: 'kent,,essex' })).toThrow(
      'MINUTEBOOK_PROGRAMMES must be ids of programmes with commas between',
    );
  });

  it('name the proxies that are believed', () => {
    const set = (proxies: string) => settingsOf({ MINUTEBOOK_TRUSTED_PROXIES: proxies }).trustedProxies;
    expect(set('127.0.0.1, 10.0.0.0/24,fd00::/8')).toEqual(['127.0.0.1', '10.0.0.0/24', 'fd00::/8']);
    for (const wrong of ['true', '*', '10.0.0.0/0', '10.0.0.0/33', '10.0.0/8', 'caddy']) {
      expect(() => set(`127.0.0.1,${wrong}`)).toThrow(`"${wrong}" is none`);
    }
  });

  it.each(['0', 'for ever', '1.5'])('say for how many days drafts are kept, and not %j', (days) => {
    expect(settingsOf({ MINUTEBOOK_DRAFTS_KEPT: '2' }).draftsKeptFor).toBe(2 * 24 * 60 * 60_000);
    expect(() => settingsOf({ MINUTEBOOK_DRAFTS_KEPT: days })).toThrow('MINUTEBOOK_DRAFTS_KEPT');
  });

  it('say within what time a request must have arrived, and an import no earlier', () => {
    const set = (request: string, ofImport: string) =>
      settingsOf({ MINUTEBOOK_REQUEST_TIMEOUT: request, MINUTEBOOK_IMPORT_TIMEOUT: ofImport }).timeouts;
    expect(set('0.5', '')).toEqual({ request: 500, import: 600_000 });
    expect(() => set('60', '30')).toThrow('MINUTEBOOK_IMPORT_TIMEOUT must not be less');
    for (const wrong of ['0', 'never', '-1'])
      expect(() => set(wrong, '')).toThrow('MINUTEBOOK_REQUEST_TIMEOUT');
  });

  it('say how much is answered of one address', () => {
    const rates = { MINUTEBOOK_ANONYMOUS_PER_MINUTE: '60', MINUTEBOOK_REFUSED_PER_MINUTE: '0' };
    expect(settingsOf(rates).rates).toEqual({ anonymous: 60, refused: 0 });
    expect(() => settingsOf({ MINUTEBOOK_REFUSED_PER_MINUTE: 'many' })).toThrow(
      'MINUTEBOOK_REFUSED_PER_MINUTE',
    );
  });

  it('say what is logged, and how', () => {
    expect(settingsOf({ MINUTEBOOK_LOG_LEVEL: 'warn', MINUTEBOOK_LOG_FORMAT: 'pretty' }).log).toEqual({
      level: 'warn',
      format: 'pretty',
    });
    expect(() => settingsOf({ MINUTEBOOK_LOG_LEVEL: 'loud' })).toThrow('MINUTEBOOK_LOG_LEVEL must be one of');
  });

  it('left empty are as left out', () => {
    expect(settingsOf({ MINUTEBOOK_DEMONSTRATION: '' }).demonstration).toBeUndefined();
  });

  it.each(['', 'http', '-1', '65536', '30.5', '3000 '])('name a port that is none: %j', (port) => {
    expect(() => settingsOf({ MINUTEBOOK_PORT: port })).toThrow(
      'MINUTEBOOK_PORT must be a port number from 0 to 65535',
    );
  });

  it('name an EventStoreDB, with its credentials apart from it', () => {
    const environment = { EVENT_STORE: 'esdb://one:2113,two:2113/kent?tlsCAFile=ca.crt' };
    const { eventStore } = settingsOf({
      ...environment,
      EVENT_STORE_USERNAME: 'minutebook',
      EVENT_STORE_PASSWORD: 'from a secret',
    });
    expect(eventStore).toEqual({
      connection: 'esdb://one:2113,two:2113?tlsCAFile=ca.crt',
      book: 'kent',
      credentials: { username: 'minutebook', password: 'from a secret' },
    });
    expect(settingsOf(environment).eventStore?.credentials).toBeUndefined();
    expect(settingsOf({ EVENT_STORE: '' }).eventStore).toBeUndefined();
  });

  it('say what is wrong with an EventStoreDB, and never show a password', () => {
    expect(() => settingsOf({ EVENT_STORE: 'http://minutebook:secret@one' })).toThrow(
      /^EVENT_STORE cannot be read\. (?!.*secret)/,
    );
    expect(() => settingsOf({ EVENT_STORE: 'esdb://one', EVENT_STORE_USERNAME: 'minutebook' })).toThrow(
      'EVENT_STORE_USERNAME and EVENT_STORE_PASSWORD must be set together',
    );
  });

  it('ask for no sign-in unless one is named', () => {
    expect(settingsOf({ MINUTEBOOK_SIGN_IN: 'demonstration' }).signIn).toEqual({ kind: 'demonstration' });
    expect(() => settingsOf({ MINUTEBOOK_SIGN_IN: 'yes' })).toThrow('MINUTEBOOK_SIGN_IN must be');
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'minutebook.example.org', '127.0.0.1.example.org'])(
    'keep a demonstration off %s, which others could reach',
    (address) => {
      const asked = { MINUTEBOOK_SIGN_IN: 'demonstration', MINUTEBOOK_ADDRESS: address };
      expect(() => settingsOf(asked)).toThrow('others could reach it');
      expect(() => settingsOf({ MINUTEBOOK_ADDRESS: address })).toThrow('others could reach it');
    },
  );

  it.each(['0', '-1', 'an hour', '1e3'])('name a time that is none: %j', (minutes) => {
    expect(() => settingsOf({ MINUTEBOOK_SESSION_IDLE: minutes })).toThrow(
      'MINUTEBOOK_SESSION_IDLE must be a number of minutes',
    );
  });

  const provider = {
    MINUTEBOOK_SIGN_IN: 'openid-connect',
    MINUTEBOOK_OIDC_ISSUER: 'https://login.example.org/realm',
    MINUTEBOOK_OIDC_CLIENT: 'minutebook',
    MINUTEBOOK_OIDC_SECRET: 'from a secret',
    MINUTEBOOK_URL: 'https://minutebook.example.org/',
  };

  it('let others reach a server where people sign in at a provider', () => {
    expect(settingsOf({ ...provider, MINUTEBOOK_ADDRESS: '0.0.0.0' })).toMatchObject({
      address: '0.0.0.0',
      signIn: {
        kind: 'openid-connect',
        provider: {
          issuer: 'https://login.example.org/realm',
          url: 'https://minutebook.example.org',
          scope: 'openid profile',
          claim: 'roles',
        },
      },
    });
  });

  it.each(Object.keys(provider).filter((name) => name !== 'MINUTEBOOK_SIGN_IN'))('miss %s', (name) => {
    expect(() => settingsOf({ ...provider, [name]: '' })).toThrow(`${name} must be set`);
  });

  it.each([
    [
      { MINUTEBOOK_OIDC_ISSUER: 'http://login.example.org' },
      'MINUTEBOOK_OIDC_ISSUER must be an https address',
    ],
    [{ MINUTEBOOK_URL: 'http://minutebook.example.org' }, 'MINUTEBOOK_URL must be an https address'],
    [{ MINUTEBOOK_URL: 'minutebook' }, 'MINUTEBOOK_URL must be an https address'],
    [{ MINUTEBOOK_OIDC_AUDIENCE: 'minutebook' }, 'MINUTEBOOK_OIDC_AUDIENCE must be another'],
    [{ MINUTEBOOK_OIDC_ROLES: 'office' }, 'MINUTEBOOK_OIDC_ROLES cannot be read'],
  ])('refuse %j of a provider', (changed, words) => {
    expect(() => settingsOf({ ...provider, ...changed })).toThrow(words);
  });
});
