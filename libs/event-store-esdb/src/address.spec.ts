import { describe, expect, it } from '@jest/globals';
import { esdbAddress } from './address.js';

describe('The address of a book in EventStoreDB', () => {
  it.each([
    ['esdb://127.0.0.1:2113?tls=false', 'esdb://127.0.0.1:2113?tls=false', undefined],
    [
      'esdb://one:2113,two:2113,three:2113/kent?tlsCAFile=ca.crt',
      'esdb://one:2113,two:2113,three:2113?tlsCAFile=ca.crt',
      'kent',
    ],
    ['esdb+discover://cluster.example:2113/', 'esdb+discover://cluster.example:2113', undefined],
  ])('%s names the servers, and the book where it names one', (text, connection, book) => {
    expect(esdbAddress(text)).toEqual({ connection, book, credentials: undefined });
  });

  it('may hold a name and a password, which the connection string does not', () => {
    const { connection, credentials } = esdbAddress('esdb://minutebook:s%40fe@one:2113');
    expect(connection).toBe('esdb://one:2113');
    expect(credentials).toEqual({ username: 'minutebook', password: 's@fe' });
  });

  it('gives way to credentials that are set beside it', () => {
    const beside = { username: 'minutebook', password: 'from a secret' };
    expect(esdbAddress('esdb://other:word@one:2113', beside).credentials).toEqual(beside);
  });

  it.each(['', 'one:2113', 'http://one:2113', 'esdb://', 'esdb://one:2113/Kent/2'])('is not %j', (text) => {
    expect(() => esdbAddress(text)).toThrow('The address of an EventStoreDB must look like esdb://host:2113');
  });
});
