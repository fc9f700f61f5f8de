import { transformFileSync } from '@swc/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readPage } from '#testing';
import { BuiltServer, environmentFor, runBuiltCli } from './built-server.js';

/** A step of a recipe: a file that is written, or lines that are put beside a line of one that there is. */
interface Step {
  readonly path: string;
  readonly where: 'after' | 'before' | undefined;
  readonly beside: string;
  readonly text: string;
}

const project = join(import.meta.dirname, '..');
const [, recipesText = ''] = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8').split('\n## Recipes\n');
const [sections = ''] = recipesText.split('\n## ');
const recipes = new Map(
  sections
    .split('\n### ')
    .slice(1)
    .map((section) => [section.split('\n', 1)[0] ?? '', stepsOf(section)]),
);

function stepsOf(section: string): readonly Step[] {
  const step = /^`([^`]+)`(?:, (after|before) `([^`]+)`)?:\n\n```\w+\n([\s\S]*?)```$/gm;
  return [...section.matchAll(step)].map(([, path = '', where, beside = '', text = '']) => ({
    ...{ path, beside, text },
    where: where as Step['where'],
  }));
}

const asBuilt = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
  module: { type: 'es6' },
} as const;

/** A copy of the project in which every recipe is followed, built. */
let copy: string;
let server: BuiltServer;
const county = 'programmes/county';

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'minutebook-recipes-'));
  const kept = [
    'apps',
    'libs',
    'test',
    'dist',
    'package.json',
    'tsconfig.json',
    'nest-cli.json',
    'jest.config.mjs',
  ];
  for (const name of kept) cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  const written = new Set<string>();
  for (const step of [...recipes.values()].flat()) {
    follow(step);
    if (/\.ts$/.test(step.path) && !/\.spec\.ts$/.test(step.path)) written.add(step.path);
  }
  for (const path of written) {
    const built = join(copy, 'dist', path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, transformFileSync(join(copy, path), asBuilt).code);
  }
  const folder = join(copy, 'data');
  const file = join(copy, 'lines.ndjson');
  const lines = [
    { id: 'start', command: 'start-programme', name: 'County', effectiveOn: '2013-07-18' },
    {
      id: 'one',
      command: 'register-service',
      service: 'finance',
      name: 'Finance',
      effectiveOn: '2013-09-19',
    },
    {
      ...{ id: 'two', command: 'put-service-under-heading', service: 'finance' },
      ...{ heading: 'front line', effectiveOn: '2013-10-01' },
    },
    {
      id: 'three',
      command: 'raise-risk',
      risk: 'no-bidder',
      name: 'That nobody bids',
      effectiveOn: '2013-11-01',
    },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const imported = runBuiltCli(
    ['import', file, '--programme', 'county'],
    environmentFor(folder),
    undefined,
    copy,
  );
  expect([imported.stderr, imported.status]).toEqual(['', 0]);
  server = await BuiltServer.start({ folder, project: copy });
});

afterAll(async () => {
  await server.stop();
  rmSync(copy, { recursive: true, force: true });
});

function follow({ path, where, beside, text }: Step): void {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  if (where === undefined) return writeFileSync(file, text, { flag: 'wx' });
  const before = readFileSync(file, 'utf8');
  expect([path, before.split(`${beside}\n`).length]).toEqual([path, 2]);
  const [ahead, behind] = where === 'after' ? [`${beside}\n`, ''] : ['', `${beside}\n`];
  writeFileSync(
    file,
    before.replace(`${beside}\n`, () => `${ahead}${text}${behind}`),
  );
}

describe('The recipes of CONTRIBUTING.md', () => {
  it('write one file for an act, three for a stream, none for a list and one for its pages, and change few others', () => {
    const files = (of: (step: Step) => boolean) =>
      Object.fromEntries(
        [...recipes].map(([name, steps]) => [name, new Set(steps.filter(of).map(({ path }) => path)).size]),
      );
    expect(files(({ where }) => where === undefined)).toEqual({
      ...{ 'An act': 1, 'A stream': 3, 'A view': 0, 'A page': 1, 'A store': 3 },
    });
    expect(files(({ where }) => where !== undefined)).toEqual({
      ...{ 'An act': 1, 'A stream': 4, 'A view': 1, 'A page': 3, 'A store': 4 },
    });
  });

  it('make an act whose command is recorded, and whose fields are in the description of the API', async () => {
    const { body } = await server.get(`/api/${county}/services`);
    expect(body['services']).toMatchObject([{ id: 'finance', heading: 'front line' }]);
    const fields = { service: 'finance', heading: 'top line', effectiveOn: '2013-11-01' };
    const refused = await server.issue('county', 'put-service-under-heading', fields);
    expect([refused.status, refused.body['errors']]).toEqual([
      400,
      [{ field: 'heading', problem: expect.stringMatching(/^heading must be/) }],
    ]);
  });

  it('make a stream whose entries are recorded, and a list of its things as JSON and as CSV', async () => {
    const row = { id: 'no-bidder', name: 'That nobody bids', raisedOn: '2013-11-01', illustrative: false };
    const { body } = await server.get(`/api/${county}/risks`);
    expect(body['risks']).toEqual([row]);
    expect((await server.get(`/api/${county}/risks?asAt=2013-10-31`)).body['risks']).toEqual([]);
    const { text } = await server.get(`/api/${county}/risks?format=csv`);
    expect(text).toBe('id,name,raisedOn,illustrative\nno-bidder,That nobody bids,2013-11-01,false\n');
  });

  it('make the page of the list, and one of each thing', async () => {
    const list = readPage((await server.get(`/${county}/risks`)).text);
    expect(list.tables['Risks']).toEqual([{ Risk: 'That nobody bids', Raised: '1 November 2013' }]);
    const one = readPage((await server.get(list.links['That nobody bids'] ?? '')).text);
    expect([one.heading, one.facts]).toEqual(['That nobody bids', [['Raised', '1 November 2013']]]);
  });

  it('make a store that keeps the contract', () => {
    const jest = join(copy, 'node_modules/jest/bin/jest.js');
    const args = [jest, '--ci', '-w', '1', '--rootDir', copy, 'libs/event-store-handed-on'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    expect([status, /Tests: +(\d+) passed/.exec(stderr)?.[0]]).toEqual([0, expect.stringMatching(/passed/)]);
  });
});
