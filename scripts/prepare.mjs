// Installs when the lock has changed and builds when the sources have: seconds the second time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(command, args, env = process.env) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

/** Where Node's own prefix has its headers, a native build needs no download of them. */
function installEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h'))
    ? { ...process.env, npm_config_nodedir: prefix }
    : process.env;
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function sources() {
  const found = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];
  const walk = (folder) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = join(folder, name);
      if (statSync(join(root, path)).isDirectory()) walk(path);
      else if (path.endsWith('.ts')) found.push(path);
    }
  };
  for (const folder of ['apps', 'libs', 'bench']) if (existsSync(join(root, folder))) walk(folder);
  return found;
}

function unchanged(mark, hash) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hash;
}

export function prepare() {
  const installed = join(root, 'node_modules', '.minutebook-lock');
  const lock = hashOf(['package-lock.json']) + process.version;
  if (!unchanged(installed, lock)) {
    console.log('Installing…');
    if (run(npm, ['install', '--no-audit', '--no-fund', '--no-save'], installEnvironment()) !== 0) {
      console.error(
        '\nThe install failed. If it was building better-sqlite3: it needs g++, make and python3 (on Debian or Ubuntu:\n' +
          'apt-get install g++ make python3) and the headers of Node (in include/node beside bin/node, or downloaded).',
      );
      process.exit(1);
    }
    writeFileSync(installed, lock);
  }
  const built = join(root, 'dist', '.minutebook-built');
  const source = hashOf(sources());
  if (!unchanged(built, source)) {
    console.log('Building…');
    if (run(npm, ['run', '--silent', 'build']) !== 0) process.exit(1);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(built, source);
  }
}
