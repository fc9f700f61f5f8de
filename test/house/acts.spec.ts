import { describe, expect, it } from '@jest/globals';
import { basename } from 'node:path';
import { streams } from '#programme';
import { sources } from './sources.js';

const product = sources().filter(({ forTests, room }) => !forTests && room !== 'bench');
/** Where streams are, a folder each. */
const homes = ['libs/governance/src', 'libs/programme/src'];
const acts = streams.flatMap(({ kind, acts: all }) => all.map((act) => ({ kind, ...act })));

describe('An act', () => {
  it('is one file of its stream, named after its command, and says its command and its entry itself', () => {
    expect(acts.length).toBeGreaterThan(100);
    const files = new Map(product.map((file) => [file.path, file.text]));
    for (const { kind, command, event } of acts) {
      const text = homes.map((home) => files.get(`${home}/${kind}/${command}.ts`)).find(Boolean) ?? '';
      expect([command, text.includes(`command: '${command}'`), text.includes(`event: '${event}'`)]).toEqual([
        command,
        true,
        true,
      ]);
    }
  });

  it('is known by its file and its line in a stream alone: nowhere is its entry named or its command told from others', () => {
    const others = product.filter(({ room }) =>
      ['libs/fields', 'libs/intake', 'libs/recording', 'libs/recording-pages'].includes(room),
    );
    const naming = acts.flatMap(({ command, event }) =>
      others
        .filter(({ text }) => text.includes(`case '${command}'`) || text.includes(`'${event}'`))
        .map(({ path }) => `${path} names ${command}`),
    );
    expect(naming).toEqual([]);
  });

  it('is listed once in its stream', () => {
    const lists = product.filter(({ path }) =>
      /^libs\/(?:governance|programme)\/src\/[a-z]+\/index\.ts$/.test(path),
    );
    expect(lists).toHaveLength(streams.length);
    for (const { path, text } of lists) {
      const imported = [...text.matchAll(/import \{ (\w+) \} from '\.\/([a-z-]+)\.js'/g)];
      const [, list = ''] = /const acts = \[([^\]]*)\]/.exec(text) ?? [];
      const listed = list.split(',').map((name) => name.trim());
      for (const { kind, command } of acts) {
        if (!homes.some((home) => path === `${home}/${kind}/index.ts`)) continue;
        const [, name = ''] = imported.find(([, , file]) => file === command) ?? [];
        expect([basename(path), command, listed.filter((one) => one === name).length]).toEqual([
          basename(path),
          command,
          1,
        ]);
      }
    }
  });
});
