import { describe, expect, it } from '@jest/globals';
import type { Problem } from '#problem';
import { isOwnHost, mustBeOwnHost } from './asked-host.js';

const pages = 'https://minutebook.example.org';

describe('A server on this machine', () => {
  it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])('is called %s', (host) => {
    expect(isOwnHost(host, 3000, undefined)).toBe(true);
    expect(isOwnHost(host, 3000, pages)).toBe(true);
  });

  it.each([
    'evil.example:3000',
    'localhost.evil.example:3000',
    '127.0.0.1.evil.example:3000',
    '127.0.0.1:3001',
    'localhost',
    'localhost:3000@evil.example',
    '192.0.2.7:3000',
    '0.0.0.0:3000',
    'minutebook.example.org',
    '',
    undefined,
  ])('is not called %s', (host) => {
    expect(isOwnHost(host, 3000, undefined)).toBe(false);
  });

  it('on the port that goes without saying is called without it', () => {
    expect(isOwnHost('localhost', 80, undefined)).toBe(true);
  });
});

describe('A server whose pages have an address', () => {
  it.each(['minutebook.example.org', 'minutebook.example.org:443', 'Minutebook.Example.org'])(
    'is called %s',
    (host) => expect(isOwnHost(host, 3000, pages)).toBe(true),
  );

  it.each([
    'minutebook.example.org:80',
    'example.org',
    'minutebook.example.org.evil.example',
    '192.0.2.7:3000',
  ])('is not called %s', (host) => expect(isOwnHost(host, 3000, pages)).toBe(false));
});

describe('A request by another name', () => {
  it('is refused with where to ask instead', () => {
    const told = (address?: string) => {
      try {
        return mustBeOwnHost('/', 'evil.example', 3000, address);
      } catch (error) {
        return (error as Problem).getResponse();
      }
    };
    const problem = { type: 'urn:minutebook:problem:unknown-host', status: 421 };
    const detail = 'Ask for http://127.0.0.1:3000 or http://localhost:3000, on the machine that it runs on';
    expect(told()).toMatchObject({ ...problem, detail });
    expect(told(pages)).toMatchObject({
      ...problem,
      detail: `Ask for ${pages}; a proxy must pass on the Host that it was asked for`,
    });
  });

  it.each(['/health', '/health/live', '/health/ready', '/metrics'])('is answered about %s', (route) => {
    expect(() => mustBeOwnHost(route, 'minutebook1:3000', 3000, pages)).not.toThrow();
  });
});
