import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  fileSource,
  importLines,
  mostLineBytes,
  textSource,
  type BadLine,
  type ImportLine,
  type ImportSource,
} from './import-lines.js';

async function read(source: ImportSource | string | Buffer, demonstration = false) {
  const from =
    typeof source === 'string' ? textSource(source) : Buffer.isBuffer(source) ? () => [source] : source;
  const lines: (ImportLine | BadLine)[] = [];
  for await (const line of importLines(from, demonstration)) lines.push(line);
  return lines;
}

/** Numbers and ids of lines that could be read, numbers and reasons of those that could not. */
const inShort = (lines: (ImportLine | BadLine)[]) =>
  lines.map((line) => ('reason' in line ? [line.line, line.reason] : [line.number, line.id]));

const open = (id: string) =>
  `{"id":"${id}","command":"open-phase","phase":"phase-1","effectiveOn":"2013-10-01"}`;

describe('A line of an import file', () => {
  it('is a command with its own id; everything else in it is the command’s', async () => {
    expect(await read(open('line-1'))).toEqual([
      {
        number: 1,
        id: 'line-1',
        command: 'open-phase',
        body: { phase: 'phase-1', effectiveOn: '2013-10-01' },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      },
    ]);
  });

  it('is the same command whatever the order of its members and the spaces between them', async () => {
    const [line, again] = (await read(
      `${open('a')}\n{ "effectiveOn": "2013-10-01", "phase": "phase-1", "command": "open-phase", "id": "b" }`,
    )) as ImportLine[];
    expect(again?.fingerprint).toBe(line?.fingerprint);
  });

  it('ends in LF or in CRLF, and the last one may end without', async () => {
    const expected = [
      [1, 'a'],
      [2, 'b'],
    ];
    expect(inShort(await read(`${open('a')}\n${open('b')}\n`))).toEqual(expected);
    expect(inShort(await read(`${open('a')}\r\n${open('b')}\r\n`))).toEqual(expected);
    expect(inShort(await read(`${open('a')}\n${open('b')}`))).toEqual(expected);
  });

  it('keeps its number where blank lines stand above it, and a byte order mark is no part of it', async () => {
    expect(inShort(await read(`\uFEFF${open('a')}\n\n  \r\n${open('b')}\n\n`))).toEqual([
      [1, 'a'],
      [4, 'b'],
    ]);
    expect(await read('')).toEqual([]);
    expect(await read('\uFEFF\n\n')).toEqual([]);
  });

  it('is read alike wherever the pieces of the file end, in the middle of a letter too', async () => {
    const text = `\uFEFF${open('a')}\r\n{"id":"b","command":"open-phase","source":"Cabinet – Öffentliches £"}\n\n${open('c')}`;
    const whole = await read(text);
    const bytes = Buffer.from(text);
    for (const size of [1, 2, 3, 7, 64]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        bytes.subarray(n * size, (n + 1) * size),
      );
      expect(await read(() => pieces)).toEqual(whole);
    }
  });

  it.each([
    'What happened,unit,reason\nA unit closed,legal,It moves\nA unit closed,hr,It moves',
    '\uFEFF\n"What happened"\tunit\nA unit closed\tlegal',
    'id;command\na;open-phase',
    'PK\u0003\u0004\u0014 a sheet\nof a spreadsheet',
  ])(
    'is told once where the file is a spreadsheet or CSV, and where that can be pasted: %j',
    async (file) => {
      expect(await read(file)).toEqual([
        {
          line: file.startsWith('\uFEFF') ? 2 : 1,
          reason:
            'it is a spreadsheet or CSV, and an import file has one JSON object a line: paste its rows into the page ' +
            '“Record a whole meeting” of a running server, /programmes/…/record/meeting, which has the headings to copy',
        },
      ]);
    },
  );

  it.each([
    ['{"id":"a"', 'it is not JSON: write each command on one line, as a JSON object'],
    [`[${open('a')}]`, 'it is not a JSON object: write each command on one line, as a JSON object'],
    ['null', 'it is not a JSON object: write each command on one line, as a JSON object'],
    ['# phase 1', 'it is a comment, and an import file has none: say it in the source of a command'],
    ['// phase 1', 'it is a comment, and an import file has none: say it in the source of a command'],
    ['{"command":"open-phase"}', expect.stringContaining('it has no id')],
    ['{"id":7,"command":"open-phase"}', expect.stringContaining('it has no id')],
    ['{"id":"line 7","command":"open-phase"}', expect.stringContaining('it has no id')],
    ['{"id":"a"}', 'it has no command: name one, such as "open-phase"'],
    [
      '{"id":"a","command":"open-phase","recordedAt":"2014-05-15T09:00:00Z"}',
      'it says when it was recorded: leave recordedAt out, the store sets it',
    ],
    ['{"id":"a","command":"set-savings-target","pence":9007199254740993}', expect.stringContaining('pence')],
    [
      '{"id":"a","command":"open-phase","phase":"phase-1","phase":"phase-2"}',
      'phase is there twice: say it once, or one of the two would be left out',
    ],
    ['{"id":"a","command":"open-phase","source":"\\ud83d"}', expect.stringContaining('half of a character')],
  ])('is refused where it is %s', async (text, reason) => {
    expect(await read(`${open('before')}\n${text}\n${open('after')}`)).toEqual([
      expect.objectContaining({ number: 1 }),
      { line: 2, reason },
      expect.objectContaining({ number: 3 }),
    ]);
  });

  it('is refused where it is not UTF-8, and those beside it are read', async () => {
    const latin1 = Buffer.from('{"id":"b","command":"open-phase","source":"£239m"}', 'latin1');
    const bytes = Buffer.concat([Buffer.from(`${open('a')}\n`), latin1, Buffer.from(`\n${open('c')}`)]);
    expect(inShort(await read(bytes))).toEqual([
      [1, 'a'],
      [2, 'it is not UTF-8: save the file as UTF-8'],
      [3, 'c'],
    ]);
    const utf16 = Buffer.from(`\uFEFF${open('a')}`, 'utf16le');
    expect(inShort(await read(utf16))).toEqual([[1, 'it is not UTF-8: save the file as UTF-8']]);
  });

  it('is refused where it is longer than a command may be, without being kept', async () => {
    const long = 'x'.repeat(mostLineBytes);
    const endless = function* (): Generator<Buffer> {
      yield Buffer.from(`${open('a')}\n{"id":"b","command":"open-phase","source":"`);
      for (let n = 0; n < 100; n++) yield Buffer.from(long);
      yield Buffer.from(`"}\n${open('c')}`);
    };
    expect(inShort(await read(endless))).toEqual([
      [1, 'a'],
      [2, `it is longer than ${mostLineBytes} bytes: divide it into several commands`],
      [3, 'c'],
    ]);
  });

  it('of a demonstration says when it was recorded, and never an earlier instant than the line above it', async () => {
    const at = (id: string, recordedAt: string) =>
      JSON.stringify({ id, command: 'open-phase', phase: 'phase-1', recordedAt });
    const file = [
      at('a', '2013-10-02T08:30:00Z'),
      at('b', '2013-10-02T09:30:00+01:00'),
      at('c', '2013-10-01T08:30:00Z'),
      at('d', '2 October 2013'),
    ].join('\n');
    expect(inShort(await read(file, true))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'it says it was recorded at 2013-10-01T08:30:00.000Z, before the lines above it'],
      [4, 'its recordedAt must be an instant with its zone, such as "2014-05-16T08:30:00Z"'],
    ]);
  });
});

describe('An import file', () => {
  it('is read from the disk piece by piece, as often as it is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    try {
      const path = join(folder, 'phases.ndjson');
      writeFileSync(path, Array.from({ length: 9000 }, (_, n) => `${open(`line-${n}`)}\n`).join(''));
      const source = fileSource(path);
      expect(await read(source)).toHaveLength(9000);
      expect((await read(source)).at(-1)).toMatchObject({ number: 9000, id: 'line-8999' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
