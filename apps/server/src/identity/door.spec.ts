import { AuditLog, Cookies, needsOf, NoSignIn, Sessions, Witness } from '#signing-in';
import { describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { Door } from './door.js';

/** What Fastify does with each route that is added, once the door watches. */
function routesWatched(): (method: string | string[], url: string) => void {
  const sessions = Sessions.open(':memory:', { idle: 1, longest: 1 });
  const door = new Door(
    new NoSignIn(),
    sessions,
    new Cookies(false),
    new Witness(AuditLog.open(':memory:')),
    undefined,
  );
  const hooks = new Map<string, (route: object) => void>();
  const fastify = {
    decorateRequest: () => undefined,
    addHook: (name: string, hook: (route: object) => void) => hooks.set(name, hook),
  };
  door.watch(fastify as unknown as FastifyInstance, '/assets/1');
  return (method, url) => hooks.get('onRoute')?.({ method, url });
}

describe('The door', () => {
  it('lets no address be added that has no rule', () => {
    const add = routesWatched();
    expect(() => add('GET', '/secrets')).toThrow('GET /secrets has no rule');
    expect(() => add(['GET', 'DELETE'], '/health')).toThrow('DELETE /health has no rule');
    expect(() => add(['GET', 'HEAD'], '/health')).not.toThrow();
    expect(() => add('GET', '/assets/1/*')).not.toThrow();
  });

  it('asks of a HEAD what it asks of its GET', () => {
    expect(needsOf('HEAD', '/audit-log')).toBe('audit');
    expect(needsOf('POST', '/audit-log')).toBeUndefined();
  });
});
