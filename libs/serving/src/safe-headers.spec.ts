import { describe, expect, it } from '@jest/globals';
import { validateHeaderValue } from 'node:http';
import { safeHeader } from './safe-headers.js';

describe('A header', () => {
  it('that is plain is sent as it is', () => {
    expect(safeHeader('location', '/programmes/kent/record?search=legal%20services#reasons')).toBe(
      '/programmes/kent/record?search=legal%20services#reasons',
    );
    expect(safeHeader('content-disposition', 'attachment; filename="kent units.csv"')).toBe(
      'attachment; filename="kent units.csv"',
    );
  });

  it('leads on though a curly quote was typed into it', () => {
    expect(safeHeader('location', '/programmes/kent/record#“reasons” of it')).toBe(
      '/programmes/kent/record#%E2%80%9Creasons%E2%80%9D%20of%20it',
    );
  });

  it.each(['\r\nset-cookie: minutebook=1', '\u0000', '\ud800', 'café', '\u{1F600}', '\u007f'])(
    'can be sent and is one header, whatever it is made of: %j',
    (text) => {
      const safe = safeHeader('location', `/x${text}`);
      expect(() => validateHeaderValue('location', safe)).not.toThrow();
      expect(safe).toMatch(/^[\x21-\x7e]+$/);
    },
  );
});
