import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ESLint } from 'eslint';
import { filesUnder, rooms, root, sources, type SourceFile } from './sources.js';

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
const product = sources().filter(({ forTests, room }) => !forTests && room !== 'bench');
const libs = rooms()
  .filter((room) => room.startsWith('libs/'))
  .map((room) => room.slice('libs/'.length))
  .sort();

describe('Every room', () => {
  it.each(rooms())('%s has a spec of its own', (room) => {
    expect(filesUnder(room).filter((path) => path.endsWith('.spec.ts'))).not.toEqual([]);
  });

  it('has one door, the same for the types, for Node and for Nest', () => {
    const doors = Object.fromEntries(libs.map((name) => [`#${name}`, name]));
    const { paths } = (read('tsconfig.json')['compilerOptions'] ?? {}) as { paths: Record<string, string[]> };
    expect(paths).toEqual(
      Object.fromEntries(
        Object.entries(doors).map(([door, name]) => [door, [`./libs/${name}/src/index.ts`]]),
      ),
    );
    expect(read('package.json')['imports']).toEqual(
      Object.fromEntries(
        Object.entries(doors).map(([door, name]) => [door, `./dist/libs/${name}/src/index.js`]),
      ),
    );
    const projects = read('nest-cli.json')['projects'] as Record<
      string,
      { root: string; sourceRoot: string }
    >;
    expect(
      Object.values(projects)
        .map((project) => project.root)
        .sort(),
    ).toEqual(rooms().sort());
    for (const { root: room, sourceRoot } of Object.values(projects)) expect(sourceRoot).toBe(`${room}/src`);
    for (const name of libs) expect(existsSync(join(root, 'libs', name, 'src', 'index.ts'))).toBe(true);
  });
});

describe('Every room of the product', () => {
  const linesOf = (of: readonly SourceFile[]) =>
    of.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  const inRoom = (room: string) => linesOf(product.filter((file) => file.room === room));

  it('is a part of it: none is more than a fifth', () => {
    const all = linesOf(product);
    expect(rooms().filter((room) => inRoom(room) > all / 5)).toEqual([]);
  });

  it('is beside a thin server, which puts together and speaks HTTP in less than 5,000 lines', () => {
    expect(inRoom('apps/server')).toBeGreaterThan(0);
    expect(inRoom('apps/server')).toBeLessThan(5_000);
  });
});

describe('Every file of the product', () => {
  it('is read in one sitting: it has 400 lines at most', () => {
    const long = product.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

describe('Every file of code', () => {
  it('is read by the linter', async () => {
    const linter = new ESLint({ cwd: root });
    const code = ['apps', 'bench', 'deploy', 'libs', 'scripts', 'test']
      .flatMap(filesUnder)
      .filter((path) => /\.m?[jt]s$/.test(path));
    expect(code.filter((path) => path.endsWith('.mjs')).length).toBeGreaterThan(20);
    const passedOver = await Promise.all(code.map((path) => linter.isPathIgnored(join(root, path))));
    expect(code.filter((_, at) => passedOver[at])).toEqual([]);
  });
});

describe('Every name', () => {
  // The examples of entries are named after the entries.
  const named = ['apps', 'libs', 'test', 'bench', 'scripts', 'demo']
    .flatMap(filesUnder)
    .filter((path) => !path.startsWith('test/golden/events/'));

  it('of a file is kebab-case, with a suffix for its role only', () => {
    const roles =
      'story|spec|browser\\.spec|journey\\.spec|contract|module|controller|filter|filter\\.spec|view|handler|cost\\.spec|laws\\.spec';
    const good = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${roles}))?\\.[a-z]+$`);
    expect(
      named.map((path) => basename(path)).filter((name) => !good.test(name) && name !== 'README.md'),
    ).toEqual([]);
  });

  it('of a file or folder says what is in it', () => {
    const vague = /(^|[/.-])(utils?|common|helpers?|manager|misc|shared|impl|base)([/.-]|$)/;
    expect(named.filter((path) => vague.test(path))).toEqual([]);
  });

  it('of a type says what it is, not that it is one', () => {
    const named = sources().flatMap(({ path, text }) =>
      [
        ...text.matchAll(
          /^\s*(?:export )?(?:abstract )?(?:interface|class|type) (I[A-Z][a-z]\w*|\w+Impl|\w+Manager|\w+Helper|\w+Utils?)\b/gm,
        ),
      ].map(([, name]) => `${path}: ${name}`),
    );
    expect(named).toEqual([]);
  });
});

describe('Every test', () => {
  it('runs: none is left alone, and none is left out without saying why', () => {
    const specs = sources().filter(
      ({ path }) => path.endsWith('.spec.ts') && !path.startsWith('test/house/'),
    );
    expect(specs.length).toBeGreaterThan(60);
    const quiet = specs.filter(({ text }) =>
      /\b(it|test|describe)\.(only|todo)\b|\b(xit|xdescribe|fit)\(/.test(text),
    );
    expect(quiet.map(({ path }) => path)).toEqual([]);
  });

  it('stands where the runner looks', () => {
    const { roots } = { roots: ['apps/', 'libs/', 'test/'] };
    const specs = sources().filter(({ path }) => path.endsWith('.spec.ts'));
    expect(specs.filter(({ path }) => !roots.some((start) => path.startsWith(start)))).toEqual([]);
  });
});
