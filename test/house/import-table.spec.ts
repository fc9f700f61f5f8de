import { describe, expect, it } from '@jest/globals';
import { dirname, join, posix } from 'node:path';
import { importsOf, rooms, root, sources, type SourceFile } from './sources.js';

/**
 * What each room may import: doors of other rooms (`#calendar`), packages and Node's own modules. Imports point from
 * apps to libs, and among libs towards calendar and event-store. Code that only tests run may also import what tests need.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'libs/calendar': [],
  'libs/timeline': ['#calendar', 'node:util'],
  'libs/fields': ['#calendar'],
  'libs/acts': ['#calendar', '#fields', '#timeline'],
  'libs/governance': ['#acts', '#calendar', '#fields', '#timeline'],
  'libs/programme': ['#acts', '#calendar', '#fields', '#governance', '#timeline'],
  'libs/event-store': ['canonicalize', 'node:crypto', 'node:events', 'node:timers/promises'],
  'libs/event-store-sqlite': [
    '#event-store',
    'better-sqlite3',
    'node:crypto',
    'node:events',
    'node:fs',
    'node:path',
    'node:timers/promises',
  ],
  'libs/event-store-esdb': [
    '#event-store',
    '@eventstore/db-client',
    'node:crypto',
    'node:module',
    'node:timers/promises',
  ],
  'libs/recording': ['#calendar', '#event-store', '#programme', '#timeline'],
  'libs/projector': ['#event-store', 'node:timers/promises'],
  'libs/read-model': [
    '#calendar',
    '#event-store',
    '#fields',
    '#programme',
    '#projector',
    '#recording',
    '#timeline',
    'better-sqlite3',
    'node:fs',
    'node:path',
  ],
  'libs/problem': [],
  'libs/views': [
    '#calendar',
    '#event-store',
    '#fields',
    '#intake',
    '#problem',
    '#programme',
    '#read-model',
    'csv-stringify/sync',
    'node:crypto',
  ],
  'libs/live': ['#event-store', '#programme', '#read-model', 'rxjs'],
  'libs/metrics': [
    '#book',
    '#calendar',
    '#event-store',
    '#follow-up',
    '@nestjs/common',
    'node:fs',
    'node:path',
    'prom-client',
  ],
  'libs/openapi': ['#intake', '#read-model', '#serving', '#signing-in', '#views'],
  'libs/serving': [
    '#problem',
    '#signing-in',
    '@fastify/compress',
    '@fastify/rate-limit',
    '@nestjs/common',
    '@nestjs/platform-fastify',
    'fastify',
    'node:buffer',
    'node:crypto',
    'pino',
    'pino-pretty',
  ],
  'libs/signing-in': [
    '#calendar',
    '#intake',
    '#pages',
    '#problem',
    'better-sqlite3',
    'fastify',
    'jose',
    'node:crypto',
    'node:fs',
    'openid-client',
  ],
  'libs/pages': [
    '#book',
    '#calendar',
    '#event-store',
    '#fields',
    '#problem',
    '#programme',
    '#read-model',
    '#views',
    'node:module',
    'node:path',
    'nunjucks',
  ],
  'libs/recording-pages': [
    '#book',
    '#calendar',
    '#event-store',
    '#intake',
    '#pages',
    '#problem',
    '#programme',
    '#read-model',
    '#recording',
    '#views',
    'better-sqlite3',
    'node:crypto',
  ],
  'libs/intake': ['#calendar', '#fields', '#programme', 'class-validator', 'reflect-metadata'],
  'libs/book': [
    '#calendar',
    '#event-store',
    '#event-store-esdb',
    '#event-store-sqlite',
    '#intake',
    '#programme',
    '#projector',
    '#read-model',
    '#recording',
    '#timeline',
    'better-sqlite3',
    'node:buffer',
    'node:crypto',
    'node:events',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:timers/promises',
    'node:worker_threads',
  ],
  'libs/copy': ['#calendar', '#event-store', '#read-model', 'node:crypto', 'node:fs'],
  'libs/follow-up': [
    '#book',
    '#calendar',
    '#event-store',
    '#programme',
    '#read-model',
    '#recording',
    'better-sqlite3',
    'node:timers/promises',
  ],
  'libs/testing': ['#calendar', '#programme', '#recording', '#timeline'],
  'apps/server': [
    '#book',
    '#calendar',
    '#event-store',
    '#event-store-esdb',
    '#follow-up',
    '#intake',
    '#live',
    '#metrics',
    '#openapi',
    '#pages',
    '#problem',
    '#programme',
    '#projector',
    '#read-model',
    '#recording',
    '#recording-pages',
    '#serving',
    '#signing-in',
    '#views',
    '@fastify/helmet',
    '@fastify/static',
    '@nestjs/common',
    '@nestjs/common/constants.js',
    '@nestjs/common/enums/route-paramtypes.enum.js',
    '@nestjs/core',
    '@nestjs/cqrs',
    '@nestjs/platform-fastify',
    'fastify',
    'node:buffer',
    'node:crypto',
    'node:fs',
    'node:http',
    'node:net',
    'node:os',
    'node:path',
    'node:stream',
    'node:timers/promises',
    'pino',
    'reflect-metadata',
    'rxjs',
  ],
  'apps/cli': [
    '#book',
    '#calendar',
    '#copy',
    '#event-store',
    '#event-store-esdb',
    '#event-store-sqlite',
    '#fields',
    '#intake',
    '#programme',
    '#projector',
    'cli-progress',
    'commander',
    'node:fs',
    'node:path',
    'node:stream',
  ],
};

/** What tests need beside the rooms. */
const forTests =
  /^(#|node:|@jest\/globals$|fast-check$|better-sqlite3$|csv-parse|node-html-parser$|typescript$|@grpc\/grpc-js$|@eventstore\/db-client\/generated\/|@swc\/core$)/;

/** Words that give a room a clock, chance or surroundings of its own. */
const impure = /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bperformance\.|\bsetTimeout\b/;

function outside(file: SourceFile): string[] {
  const allowed = mayImport[file.room] ?? [];
  return importsOf(file).filter((from) => {
    if (from.startsWith('.')) {
      const target = posix.normalize(posix.join(dirname(file.path), from));
      // A contract suite is what every store's spec runs, and a story what specs begin with: neither is behind a door.
      return (
        !target.startsWith(`${file.room}/`) && !(file.forTests && /\.(contract|story)\.js$/.test(target))
      );
    }
    return !allowed.includes(from) && !(file.forTests && forTests.test(from));
  });
}

describe('The import table', () => {
  const inRooms = sources().filter(({ room }) => room.includes('/'));

  it('has a line for every room, and no line for a room that is gone', () => {
    expect(Object.keys(mayImport).sort()).toEqual(rooms().sort());
  });

  it('is kept by every file: through doors only, and only those it may open', () => {
    expect(inRooms.length).toBeGreaterThan(100);
    const broken = inRooms.flatMap((file) => outside(file).map((from) => `${file.path} imports ${from}`));
    expect(broken).toEqual([]);
  });

  it('names nothing that its room does not use', () => {
    const unused = Object.entries(mayImport).flatMap(([room, allowed]) => {
      const used = new Set(inRooms.filter((file) => file.room === room).flatMap(importsOf));
      return allowed.filter((from) => !used.has(from)).map((from) => `${room}: ${from}`);
    });
    expect(unused).toEqual([]);
  });

  it('points one way: no room is reached from itself', () => {
    const reach = (room: string, path: readonly string[]): string[] => {
      if (path.includes(room)) return [[...path, room].join(' → ')];
      return (mayImport[room] ?? [])
        .filter((from) => from.startsWith('#'))
        .flatMap((from) => reach(`libs/${from.slice(1)}`, [...path, room]));
    };
    expect(Object.keys(mayImport).flatMap((room) => reach(room, []))).toEqual([]);
  });

  it('is kept by files too: none is reached from itself, by what it imports or by the types it names', () => {
    const beside = (file: SourceFile) =>
      importsOf(file)
        .filter((from) => from.startsWith('.'))
        .map((from) => posix.normalize(posix.join(dirname(file.path), from)).replace(/\.js$/, '.ts'));
    const imports = new Map(
      inRooms.filter(({ forTests }) => !forTests).map((file) => [file.path, beside(file)] as const),
    );
    const ended = new Set<string>();
    const circles: string[] = [];
    const follow = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || ended.has(path)) return;
      for (const next of imports.get(path) ?? []) follow(next, [...way, path]);
      ended.add(path);
    };
    for (const path of imports.keys()) follow(path, []);
    expect(imports.size).toBeGreaterThan(300);
    expect(circles).toEqual([]);
  });

  it('would catch a deep import, an unlisted door and a package that is not the room’s', () => {
    const file: SourceFile = {
      path: 'libs/timeline/src/timeline.ts',
      room: 'libs/timeline',
      forTests: false,
      text: `import a from '../../calendar/src/civil-date.js'; export * from '#programme';
        import type { B } from 'fast-check'; import { c } from './rules.js'; await import('@nestjs/core');`,
    };
    expect(outside(file)).toEqual([
      '../../calendar/src/civil-date.js',
      '#programme',
      'fast-check',
      '@nestjs/core',
    ]);
  });
});

describe('The pure rooms', () => {
  it.each(['libs/timeline', 'libs/acts', 'libs/governance', 'libs/programme'])(
    '%s touches no clock, no chance and no process',
    (room) => {
      const touching = sources().filter(
        (file) => file.room === room && !file.forTests && impure.test(file.text),
      );
      expect(touching.map(({ path }) => path)).toEqual([]);
    },
  );
});

describe('Composition', () => {
  it('is done in modules only', () => {
    const composing = sources().filter(
      ({ path, text }) => text.includes('@Module(') && !path.startsWith('test/'),
    );
    expect(composing.length).toBeGreaterThan(0);
    expect(composing.filter(({ path }) => !path.endsWith('.module.ts')).map(({ path }) => path)).toEqual([]);
  });

  it('keeps the project’s own folder out of its code', () => {
    const absolute = sources().filter(
      ({ text }) => text.includes(`'${root}`) || text.includes(join('..', 'shared')),
    );
    expect(absolute.map(({ path }) => path).filter((path) => !path.startsWith('test/house/'))).toEqual([]);
  });
});
