// Plants faults in a room, one at a time, and counts those that its quick specs find: npm run mutate -- ROOM
// What it finds is kept in test/mutation/ROOM.json, where each fault that no test finds has its reason.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { draw, filesOf, mutantsOf, nameOf } from '../test/mutation/mutants.mjs';
import { root } from './prepare.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1001' },
    most: { type: 'string', default: '10000' },
    concurrency: { type: 'string', default: '1' },
    again: { type: 'boolean', default: false },
  },
});
const [room] = positionals;
if (room === undefined || !existsSync(join(root, 'libs', room, 'src')) || positionals.length > 1) {
  console.error(
    'Name one room: npm run mutate -- calendar [--most 200] [--seed 1001] [--concurrency 1] [--again]',
  );
  process.exit(2);
}
const [most, seed, concurrency] = ['most', 'seed', 'concurrency'].map((name) => Number(values[name]));
if (![most, seed, concurrency].every((n) => Number.isSafeInteger(n) && n > 0)) {
  console.error('--most, --seed and --concurrency are whole numbers from 1');
  process.exit(2);
}

const { Stryker } = await import('@stryker-mutator/core');
const { leftOut } = await import('../test/mutation/left-out.mjs');

const working = join(root, '.mutation');
mkdirSync(working, { recursive: true });
const names = (await mutantsOf(root, room)).map((mutant) => nameOf(root, mutant));
const drawn = draw(names, seed, most);
const isWhole = drawn.length === names.length;
process.env.MUTANTS_DRAWN = join(working, `${room}-drawn.json`);
process.env.MUTATED_ROOM = room;
// A spec that reads what sources say reads them as they are, and not with every fault in them.
process.env.AS_WRITTEN = root;
writeFileSync(process.env.MUTANTS_DRAWN, JSON.stringify(drawn));

// What was not drawn last time may be drawn now: only what was run is taken over from one run to the next. What is done as
// a source is loaded is no test's by name: where it was not found, a new test is no sign for Stryker to run it again.
const incrementalFile = join(working, `${room}.json`);
if (values.again) rmSync(incrementalFile, { force: true });
if (existsSync(incrementalFile)) {
  const before = JSON.parse(readFileSync(incrementalFile, 'utf8'));
  for (const file of Object.values(before.files))
    file.mutants = file.mutants.filter(
      ({ status, static: isAtLoad }) => status !== 'CompileError' && !(isAtLoad && status === 'Survived'),
    );
  writeFileSync(incrementalFile, JSON.stringify(before));
}

// As it is planted: what is changed meanwhile is another text.
const text = Object.fromEntries(
  filesOf(root, room).map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n')]),
);

const results = await new Stryker({
  mutate: [...new Set(drawn.map((name) => name.split(' ')[0]))],
  testRunner: 'quick-specs',
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  plugins: ['drawn-only.mjs', 'runner/plugin.mjs'].map((file) => join(root, 'test/mutation', file)),
  checkers: isWhole ? [] : ['drawn-only'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile,
  ignorePatterns: ['dist', 'data', 'demo', 'docs', 'deploy', 'bench', 'apps', '.mutation'],
  tempDirName: join(working, `${room}-sandbox`),
  reporters: ['progress-append-only'],
  clearTextReporter: { allowColor: false },
  concurrency,
  // A machine that is busy with other work is no endless loop.
  timeoutMS: 15_000,
  timeoutFactor: 1.5,
  allowConsoleColors: false,
  thresholds: { high: 100, low: 85, break: null },
}).runMutationTest();

const ran = results.filter(({ status }) => !['CompileError', 'Ignored'].includes(status));
const count = (status) => ran.filter((one) => one.status === status).length;
const found = count('Killed') + count('Timeout');
const kept = join(root, 'test/mutation', `${room}.json`);
const reasons = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')).survivors : [];
const survivors = ran
  .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  .map(({ fileName, location: { start, end }, mutatorName, replacement, status }) => {
    const file = relative(root, fileName);
    const lines = text[file].slice(start.line - 1, end.line);
    lines.push(lines.pop().slice(0, end.column - 1));
    lines[0] = lines[0].slice(start.column - 1);
    const was = lines.join('\n').replaceAll(/\s+/g, ' ').slice(0, 160);
    const becomes = replacement.replaceAll(/\s+/g, ' ').slice(0, 160);
    const reason = reasons.find(
      (one) => one.file === file && one.was === was && one.becomes === becomes,
    )?.reason;
    return {
      file,
      line: start.line,
      mutator: mutatorName,
      was,
      becomes,
      ran: status === 'Survived',
      reason: reason ?? '',
    };
  })
  .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
const score = Math.floor((found / ran.length) * 1000) / 10;
writeFileSync(
  kept,
  `${JSON.stringify(
    {
      room,
      on: new Date().toISOString().slice(0, 10),
      mutants: names.length,
      drawn: isWhole ? 'all' : { seed, of: drawn.length },
      leftOut,
      ran: ran.length,
      killed: count('Killed'),
      timedOut: count('Timeout'),
      survived: survivors.length,
      score,
      survivors,
    },
    undefined,
    2,
  )}\n`,
);
const unexplained = survivors.filter(({ reason }) => reason === '').length;
console.log(
  `${room}: ${score} % of ${ran.length} planted faults found; ${survivors.length} were not, ${unexplained} of them without a reason in ${relative(root, kept)}`,
);
process.exit(score >= 85 && unexplained === 0 ? 0 : 1);
