// Installs, builds, loads the Kent demonstration, and stays in the foreground with the server.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const env = {
  ...process.env,
  MINUTEBOOK_ROOT: root,
  MINUTEBOOK_DATA: process.env.MINUTEBOOK_DATA ?? join(root, 'data', 'demonstration'),
  MINUTEBOOK_DEMONSTRATION: 'kent',
};
const loaded = spawnSync(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), 'demo'], {
  stdio: 'inherit',
  env,
});
if (loaded.status !== 0) process.exit(loaded.status ?? 1);
const server = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js')], {
  stdio: 'inherit',
  env,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
