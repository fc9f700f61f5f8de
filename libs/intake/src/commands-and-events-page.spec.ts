import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { entryStruck, streams } from '#programme';
import { commandNames, commandsAndEventsPage } from './index.js';

const page = commandsAndEventsPage();

describe('The page of commands and events', () => {
  it('has every command and every event under its stream', () => {
    const headings = page.split('\n').filter((line) => /^##? /.test(line));
    expect(headings).toEqual([
      '# Commands and events',
      '## What every command may carry',
      ...streams.map(({ kind }) => `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}`),
      '## Any stream',
    ]);
    for (const name of commandNames) expect(page).toContain(`\n### \`${name}\`\n`);
    for (const type of [...streams.flatMap(({ events }) => Object.keys(events)), entryStruck]) {
      expect(page).toContain(`\n| \`${type}\` | `);
    }
  });

  it('has tables whose every row has as many cells as its heading', () => {
    const tables = page
      .trim()
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(streams.length);
    for (const table of tables) {
      const widths = table.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('is the one in docs: `npm run docs` rewrites it', async () => {
    const written = await readFile(
      new URL('../../../docs/commands-and-events.md', import.meta.url),
      'utf8',
    ).catch(() => '');
    if (written !== page)
      throw new Error('docs/commands-and-events.md is out of date: run `npm run docs` and commit it');
    expect(written).toBe(page);
  });
});
