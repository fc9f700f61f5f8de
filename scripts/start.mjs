// Installs, builds, loads the Kent demonstration, and stays in the foreground with the server.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
process.env.MINUTEBOOK_ROOT = root;
process.env.MINUTEBOOK_DATA ||= join(root, 'data', 'demonstration');
process.env.MINUTEBOOK_DEMONSTRATION = 'kent';
process.env.MINUTEBOOK_SIGN_IN ||= 'demonstration';
const loaded = spawnSync(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), 'demo'], {
  stdio: 'inherit',
});
if (loaded.status !== 0) process.exit(loaded.status ?? 1);
// In this process, so that whatever ends it ends the server, and once.
await import(pathToFileURL(join(root, 'dist/apps/server/src/main.js')).href);
