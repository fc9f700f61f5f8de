import { returnAddress, signInAddress } from '#signing-in';
import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { csrfHolds, csrfToken, formOf, isCrossSite, isOfApi } from './forms.js';

describe('A form', () => {
  it('is its fields, each a text or several', () => {
    expect(formOf('unit=legal+services&reason=caf%C3%A9&by=a&by=b&by=c&empty=')).toEqual({
      unit: 'legal services',
      reason: 'café',
      by: ['a', 'b', 'c'],
      empty: '',
    });
    const { __proto__: own } = formOf('__proto__=x') as { __proto__: unknown };
    expect([own, ({} as Record<string, unknown>)['x']]).toEqual(['x', undefined]);
  });

  it('is no body for the API', () => {
    expect(['/api', '/api/rebuild', '/api?x'].map(isOfApi)).toEqual([true, true, true]);
    expect(['/', '/apiary', '/programmes/api'].map(isOfApi)).toEqual([false, false, false]);
  });

  it('holds only with the token of the browser that sends it', () => {
    const sent = (_csrf: unknown, csrf: string | undefined) =>
      csrfHolds({ body: { _csrf }, asking: csrf === undefined ? {} : { csrf } } as unknown as FastifyRequest);
    const token = csrfToken('secret');
    expect(sent(token, token)).toBe(true);
    expect(token).not.toContain('secret');
    for (const wrong of ['', undefined, csrfToken('other'), [token], `${token}x`, token.slice(1)]) {
      expect(sent(wrong, token)).toBe(false);
    }
    expect(sent(token, undefined)).toBe(false);
    expect(sent('', undefined)).toBe(false);
  });
});

describe('A request from another site', () => {
  const host = '127.0.0.1:3000';
  it.each([
    [{ host, 'sec-fetch-site': 'cross-site' }, undefined, true],
    [{ host, 'sec-fetch-site': 'same-site' }, undefined, true],
    [{ host, 'sec-fetch-site': 'same-origin' }, undefined, false],
    [{ host, 'sec-fetch-site': 'none' }, undefined, false],
    [{ host, origin: 'http://127.0.0.1:3000' }, undefined, false],
    [{ host, origin: 'http://127.0.0.1:4000' }, undefined, true],
    [{ host, origin: 'null' }, undefined, true],
    [{ host, origin: 'https://minutebook.example.org' }, 'https://minutebook.example.org', false],
    [{ host, origin: 'https://evil.example' }, 'https://minutebook.example.org', true],
    [{ host }, undefined, false],
  ])('%j is told by what the browser says: own origin %j, %j', (headers, own, crossSite) => {
    expect(isCrossSite({ headers }, own)).toBe(crossSite);
  });
});

describe('Where somebody comes back to', () => {
  it('is a page of this server', () => {
    const page = '/programmes/kent/reviews?asAt=2014-06-01&knownAt=2014-07-01';
    expect(returnAddress(page)).toBe(page);
    expect(signInAddress(page)).toBe(`/sign-in?return=${encodeURIComponent(page)}`);
    expect(signInAddress('/')).toBe('/sign-in');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/a/..//evil.example',
    '/%0d%0aset-cookie: a=b\r\nx: y',
    'javascript:alert(1)',
    '/.//evil.example',
    '/sign-in?return=/sign-in',
    'programmes',
    '',
    undefined,
    ['/', '/'],
  ])('is never %j', (asked) => {
    expect(returnAddress(asked)).toBe('/');
  });
});
