// Tries the laws on new seeds for as long as asked, and keeps what it finds. See CONTRIBUTING.md.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './prepare.mjs';

const usage = `npm run soak -- [--minutes 60] [--seeds 10] [--from SEED] [--keep FOLDER] [--workers 1] [PART OF A PATH…]

Runs every spec that takes a seed, those of the journeys only where a part of their path is named. It goes on until the
minutes are over or so many seeds are done, whichever is first; without either, for ten minutes.`;

const { values: asked, positionals: parts } = (() => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        minutes: { type: 'string' },
        seeds: { type: 'string' },
        from: { type: 'string' },
        keep: { type: 'string', default: 'soak' },
        workers: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    return wrong(error.message);
  }
})();
const minutes = number('minutes') ?? (asked.seeds === undefined ? 10 : Infinity);
const seeds = number('seeds') ?? Infinity;
const firstSeed = number('from') ?? Date.now() % 2 ** 30;
const workers = number('workers');
const keptIn = resolve(root, asked.keep);

function number(name) {
  if (asked[name] === undefined) return undefined;
  const given = Number(asked[name]);
  const isOne =
    name === 'minutes' ? given > 0 : Number.isSafeInteger(given) && given >= (name === 'from' ? 0 : 1);
  return isOne && asked[name].trim() !== '' ? given : wrong(`--${name} ${asked[name]} is no number to go by`);
}

function wrong(problem) {
  console.error(`${problem}\n\n${usage}`);
  process.exit(2);
}

/** The specs that take the seed, or run a contract suite that does. */
function specs() {
  const takes = (path) => {
    const text = readFileSync(path, 'utf8');
    return (
      text.includes('historySeed') ||
      [...text.matchAll(/from '(\.[^']*(?:contract|interleaving)[^']*)\.js'/g)].some(([, from]) =>
        takes(join(dirname(path), `${from}.ts`)),
      )
    );
  };
  return ['apps', 'libs', 'test']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
    )
    .filter((path) => path.endsWith('.spec.ts'))
    .filter((path) =>
      parts.length === 0 ? !path.startsWith('test') : parts.some((part) => path.includes(part)),
    )
    .filter((path) => takes(join(root, path)))
    .sort();
}

const laws = specs();
if (laws.length === 0) wrong(`No spec that takes a seed has ${parts.join(' or ')} in its path`);
// Only journeys run what is built.
prepare({ build: laws.some((path) => path.startsWith('test')) });
mkdirSync(keptIn, { recursive: true });

const notes = mkdtempSync(join(tmpdir(), 'minutebook-soak-'));
const began = Date.now();
const end = began + minutes * 60_000;
const found = [];
const met = new Map();
let [done, cutShort, ended, running, stopped] = [0, 0, 0, undefined, false];
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    running?.();
  });
}

console.log(`Trying ${laws.length} specs under seed ${firstSeed} and those after it`);
for (let seed = firstSeed; done < seeds && Date.now() < end && !stopped; seed++) {
  const whole = await tryUnder(seed);
  if (whole) done += 1;
  else cutShort += 1;
}
rmSync(notes, { recursive: true, force: true });
summary();
// A soak that tried nothing to its end has found nothing out.
process.exit(found.length > 0 || ended === 0 ? 1 : 0);

/** Runs the specs under a seed. @returns whether it came to their end; what has failed by then is kept either way. */
async function tryUnder(seed) {
  const file = join(notes, `${seed}.jsonl`);
  const metFile = join(notes, `${seed}.met.jsonl`);
  writeFileSync(file, '');
  writeFileSync(metFile, '');
  const from = Date.now();
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      `--maxWorkers=${workers}`,
      '--workerIdleMemoryLimit=900MB',
      '--testTimeout=1200000',
      `--reporters=${join(root, 'scripts/soak-reporter.mjs')}`,
      '--runTestsByPath',
      ...laws,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: {
        ...process.env,
        NODE_OPTIONS: options,
        HISTORY_SEED: String(seed),
        SOAK_NOTES: file,
        LAWS_MET: metFile,
      },
    },
  );
  let said = '';
  child.stderr.on('data', (more) => (said = (said + more).slice(-4_000)));
  let isStopped = false;
  running = () => {
    isStopped = true;
    process.kill(-child.pid, 'SIGTERM');
  };
  const clock = setTimeout(running, Math.min(end - from, 2 ** 31 - 1));
  const code = await new Promise((done) => child.once('close', done));
  clearTimeout(clock);
  running = undefined;
  const files = linesOf(file);
  ended += files.length;
  for (const { law, what, times } of linesOf(metFile)) count(law.replace(/ \(seed \d+\)/, ''), what, times);
  const failed = files.filter(({ failures }) => failures.length > 0);
  for (const { spec, failures } of failed) keep(seed, spec, failures);
  if (!isStopped && code !== 0 && failed.length === 0) keep(seed, 'jest', [said]);
  const seconds = Math.round((Date.now() - from) / 1_000);
  const outcome =
    failed.length > 0 ? `${failed.length} specs failed` : isStopped ? 'stopped, nothing found' : 'held';
  console.log(`seed ${seed}: ${files.length} of ${laws.length} specs in ${seconds} s: ${outcome}`);
  return !isStopped;
}

function linesOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** How often a law has met one of its cases: in all, and under how many seeds not at all. */
function count(law, what, times) {
  const name = `${law}: ${what}`;
  const before = met.get(name) ?? { times: 0, seeds: 0, never: 0 };
  met.set(name, {
    times: before.times + times,
    seeds: before.seeds + 1,
    never: before.never + (times === 0 ? 1 : 0),
  });
}

function keep(seed, spec, failures) {
  const path = spec === 'jest' ? '' : relative(root, spec);
  const replay = `HISTORY_SEED=${seed} npm test -- ${path}`.trimEnd();
  const name = `${seed}-${path.split('/').at(-1) || 'did-not-run'}.txt`;
  writeFileSync(join(keptIn, name), `${[`seed ${seed}`, path, replay, ...failures].join('\n\n')}\n`);
  found.push({ replay, name });
  console.log(`FOUND under seed ${seed}: ${path}\n  replay: ${replay}\n  kept:   ${join(asked.keep, name)}`);
}

function summary() {
  const spent = ((Date.now() - began) / 60_000).toFixed(1);
  const short = cutShort > 0 ? `, ${cutShort} stopped before its end` : '';
  const sum =
    found.length > 0
      ? `${found.length} found, in ${asked.keep}`
      : ended > 0
        ? 'nothing found'
        : 'nothing came to its end: give it longer';
  console.log(`\nSoaked ${spent} minutes: ${done} seeds from ${firstSeed}${short}; ${sum}`);
  for (const { replay } of found) console.log(`  ${replay}`);
  if (met.size === 0) return;
  const cases = [...met].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = cases.map(([name, { times, seeds, never }]) => `${times}\t${seeds}\t${never}\t${name}`);
  writeFileSync(join(keptIn, 'met.tsv'), `${['times\tseeds\tnot met under\tcase', ...lines].join('\n')}\n`);
  const missed = cases.filter(([, { never }]) => never > 0);
  console.log(
    `How often each law met its cases is in ${join(asked.keep, 'met.tsv')}; of ${cases.length}, these were missed by some seed:`,
  );
  for (const [name, { seeds, never }] of missed) console.log(`  by ${never} of ${seeds}: ${name}`);
}
