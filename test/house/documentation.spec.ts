import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandNames } from '#intake';
import { streams, thingKinds } from '#programme';
import { needSorts, registers } from '#read-model';
import { exitCodes } from '../../apps/cli/src/exit-codes.js';
import { metrics, processMetrics } from '#metrics';
import { views } from '#views';
import { filesUnder, root, sources } from './sources.js';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...filesUnder('docs'),
  'demo/kent/README.md',
].filter((path) => path.endsWith('.md'));

/** Fenced blocks of a language, without their fences. */
const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp('^```' + language + '\\n([\\s\\S]*?)^```$', 'gm'))].map(
    ([, block = '']) => block,
  );

/** The settings that the page of settings has, each the first thing of its own line. */
const settingsIn = (text: string): string[] =>
  [...text.matchAll(/^- `([A-Z_]+)`: /gm)].map(([, name = '']) => name);

describe('The README', () => {
  it('begins with two commands, one line each: start it, and test it', () => {
    expect(fenced(readme, 'sh').slice(0, 2)).toEqual(['npm start\n', 'npm test\n']);
  });
});

describe('The page of settings', () => {
  it('names every setting that the code reads, and none that it does not, each with its default', () => {
    const page = read('docs/settings.md');
    const spoken = sources().filter(({ forTests, room }) => !forTests && room !== 'bench');
    const scripts = filesUnder('scripts').map((path) => ({ text: read(path) }));
    const used = new Set(
      [...spoken, ...scripts].flatMap(
        ({ text }) => text.match(/\b(?:MINUTEBOOK|EVENT_STORE)(?:_[A-Z]+)*\b(?<!MINUTEBOOK)/g) ?? [],
      ),
    );
    expect(used.size).toBeGreaterThan(6);
    expect(settingsIn(page).sort()).toEqual([...used].sort());
    for (const line of page.split(/^- /m).slice(1)) expect(line).toMatch(/ Default: [^.]/);
  });
});

describe('The page of metrics', () => {
  it('has a line for every metric, with what it means and what to do, and for no other', () => {
    const rows = [
      ...read('docs/metrics.md').matchAll(/^\| `([a-z0-9_]+)`\s*\|\s*(\S.*?)\s*\|\s*(\S.*?)\s*\|$/gm),
    ];
    expect(rows.map(([, name]) => name)).toEqual([...Object.keys(metrics), ...processMetrics]);
    for (const [, , means = '', toDo = ''] of rows) {
      expect(means.length).toBeGreaterThan(15);
      expect(toDo.length).toBeGreaterThan(15);
    }
  });
});

describe('The exit codes of the command line', () => {
  it('stand in the README, each with what it means, and no other does', () => {
    const codes = Object.values(exitCodes).map(String);
    expect(codes.length).toBeGreaterThan(3);
    const [, table = ''] = readme.split(/^(?=\| exit code )/m);
    const rows = [...table.matchAll(/^\|\s*(\d+)\s*\|\s*(\S.*?)\s*\|$/gm)];
    expect(rows.map(([, code]) => code)).toEqual(codes);
    for (const [, , meaning = ''] of rows) expect(meaning.length).toBeGreaterThan(10);
  });
});

describe('The page of commands and events', () => {
  const page = read('docs/commands-and-events.md');

  it('has every command under its own heading', () => {
    expect(commandNames.length).toBeGreaterThan(40);
    expect(commandNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every event', () => {
    const types = streams.flatMap(({ events }) => Object.keys(events));
    expect(types.length).toBeGreaterThan(40);
    expect([...types, 'EntryStruck'].filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });
});

describe('The page of what needs doing', () => {
  it('has every sort of item, as the code has it', () => {
    const rows = [
      ...read('docs/needs-doing.md').matchAll(/^\| `([a-z-]+)` *\| (.*?) *\| (.*?) *\| (.*?) *\|$/gm),
    ];
    expect(rows.map(([, sort, says, rule, source]) => ({ sort, says, rule, source }))).toEqual(
      Object.entries(needSorts).map(([sort, said]) => ({ sort, ...said })),
    );
  });
});

describe('The page of words', () => {
  it('has every kind of thing, every act, every view and every register', () => {
    const page = read('docs/words.md');
    const named = { kinds: thingKinds, commandNames, views: [...views.keys()], registers };
    for (const { length } of Object.values(named)) expect(length).toBeGreaterThan(8);
    const words = [...thingKinds, ...commandNames, ...views.keys(), ...registers.map(({ name }) => name)];
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });

  it('says each word once', () => {
    const words = [...read('docs/words.md').matchAll(/^\| (?:\*\*([^*]+)\*\*|`([^|]+)`) /gm)].map(
      ([, word, name]) => word ?? name,
    );
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((word, n) => words.indexOf(word) !== n)).toEqual([]);
  });
});

describe('The page of what it stands on', () => {
  it('has a line for every package, with why, what instead and how to leave it, and for no other', () => {
    const rows = [
      ...read('docs/dependencies.md').matchAll(
        /^\| `([^`]+)`\s*\|\s*(\S.*?)\s*\|\s*(\S.*?)\s*\|\s*(\S.*?)\s*\|$/gm,
      ),
    ];
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, object>;
    expect(rows.map(([, name]) => name)).toEqual([
      ...Object.keys(dependencies ?? {}),
      ...Object.keys(devDependencies ?? {}),
    ]);
  });
});

describe('Every page', () => {
  it('names only files and folders that are there', () => {
    // What a reader makes: a folder for a book, the settings of a cluster of their own, and the file of a recipe, which is
    // named alone on its line.
    const made = /ROOM|^(deploy\/cluster\.env|data\/)/;
    const paths = pages
      .filter((path) => path !== 'CHANGELOG.md' && !path.startsWith('docs/adr/'))
      .flatMap((path) =>
        [
          ...read(path).matchAll(/`((?:apps|libs|test|bench|scripts|demo|docs|deploy)\/[\w./-]+)`(?!:\n)/g),
        ].map(([, named = '']) => ({ path, named })),
      );
    expect(paths.length).toBeGreaterThan(30);
    expect(
      paths.filter(({ named }) => !made.test(named) && !existsSync(join(root, named.replace(/\/$/, '')))),
    ).toEqual([]);
  });

  it('links only to what is there', () => {
    const broken = pages.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, to = '']) => to)
        .filter((to) => !existsSync(join(root, dirname(path), to)))
        .map((to) => `${path} → ${to}`),
    );
    expect(pages.length).toBeGreaterThan(6);
    expect(broken).toEqual([]);
  });

  it('says nothing of a machine it was written on', () => {
    const machine = /\/(home|Users|work|root|tmp)\/[\w.-]+/;
    expect(pages.filter((path) => machine.test(read(path)))).toEqual([]);
  });
});

describe('The decisions about this house', () => {
  const records = filesUnder('docs/adr').sort();

  it('are numbered without a gap, each with its status, context, decision and consequences', () => {
    expect(records.map((path) => path.slice('docs/adr/'.length, 'docs/adr/'.length + 4))).toEqual(
      records.map((_, index) => String(index + 1).padStart(4, '0')),
    );
    for (const path of records) {
      for (const heading of ['Status', 'Context', 'Decision', 'Consequences']) {
        expect(`${path}: ${read(path)}`).toContain(`\n## ${heading}\n`);
      }
    }
  });
});

describe('The changelog', () => {
  it('speaks to each of its readers', () => {
    const changes = read('CHANGELOG.md');
    for (const reader of ['To auditors', 'To the programme office', 'To reporting', 'To operators']) {
      expect(changes).toContain(reader);
    }
  });
});
