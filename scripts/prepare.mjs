// Installs when the lock has changed and builds when the sources have: seconds the second time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const installedMark = join(root, 'node_modules', '.minutebook-lock');
const builtMark = join(root, 'dist', '.minutebook-built');

/** Runs to the end; what it says goes to standard error, which no command's output is read from. */
function run(command, args, env = process.env) {
  return spawnSync(command, args, { cwd: root, stdio: ['inherit', 2, 'inherit'], env }).status ?? 1;
}

/** Where Node's own prefix has its headers, a native build needs no download of them. */
function headersOfNode() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? prefix : undefined;
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Code, and what the pages are made of. */
const isSource = (name) => /\.(ts|njk|scss|mjs|svg)$/.test(name) && !name.endsWith('.spec.ts');

/** Everything a build depends on: what is compiled, how, and with what. */
function sources() {
  const found = [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'scripts/build-pages.mjs',
  ];
  for (const folder of ['apps', 'libs', 'bench']) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort()) {
      if (isSource(name)) found.push(join(folder, name));
    }
  }
  return found;
}

const lockHash = () => hashOf(['package-lock.json']);
const isInstalled = () => marked(installedMark) === lockHash() + process.version;
const isThere = () =>
  ['apps/cli/src/main.js', 'apps/server/src/main.js', 'libs/pages/src/assets/minutebook.css'].every((file) =>
    existsSync(join(root, 'dist', file)),
  );
const isBuilt = () => marked(builtMark) === hashOf(sources()) && isThere();

function marked(mark) {
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
}

/** Does the work with no mark in place, so that one that is cut short is done again, and marks it once it is whole. */
function marking(mark, value, work) {
  rmSync(mark, { force: true });
  work();
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(`${mark}.new`, value);
  renameSync(`${mark}.new`, mark);
}

function install() {
  const before = marked(installedMark);
  const lock = lockHash();
  const prefix = headersOfNode();
  const env = prefix === undefined ? process.env : { ...process.env, npm_config_nodedir: prefix };
  marking(installedMark, lock + process.version, () => {
    console.error('Installing…');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    let status = run(npm, ['install', '--no-save', ...quietly], env);
    // What is there already was built for the Node it was installed with.
    if (status === 0 && before?.startsWith(lock)) status = run(npm, ['rebuild', ...quietly], env);
    if (status !== 0) {
      console.error(`\n${whatIsMissing(prefix)}`);
      process.exit(1);
    }
  });
}

/** What a failed install may have lacked, as far as it can be found out. */
function whatIsMissing(prefix) {
  const missing = ['g++', 'make', 'python3'].filter((tool) => spawnSync(tool, ['--version']).error);
  const headers =
    prefix === undefined
      ? `the headers of Node ${process.version}, in include/node beside bin/node (its archive and its installer have them; where they are missing they are downloaded from nodejs.org)`
      : '';
  if (missing.length > 0) {
    return `The install failed. Building better-sqlite3 needs ${missing.join(', ')}, which ${
      missing.length === 1 ? 'is' : 'are'
    } not here. On Debian or Ubuntu: apt-get install ${missing.join(' ')}${headers && `\nIt needs ${headers}, too.`}`;
  }
  return `The install failed: see above. Where it was building better-sqlite3, that needs g++, make and python3, which are here${
    headers === '' ? ', as are the headers of Node' : `, and ${headers}`
  }. Where it was downloading, look to the network and try again.`;
}

function build() {
  marking(builtMark, hashOf(sources()), () => {
    console.error('Building…');
    // The compiler writes only what has changed since it last did, and would not look for what was taken away.
    if (!isThere()) rmSync(join(root, 'dist', '.build.tsbuildinfo'), { force: true });
    if (run(npm, ['run', '--silent', 'build']) !== 0) {
      console.error('\nThe build failed: see above.');
      process.exit(1);
    }
  });
}

/**
 * Leaves everything installed, and built unless only sources are run. Where another start is about it already, waits for
 * that one.
 */
export function prepare({ build: toBuild = true } = {}) {
  if (isInstalled() && (!toBuild || isBuilt())) return;
  mkdirSync(dirname(installedMark), { recursive: true });
  alone(join(root, 'node_modules', '.minutebook-preparing'), () => {
    if (!isInstalled()) install();
    if (toBuild && !isBuilt()) build();
  });
}
