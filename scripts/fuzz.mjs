// Sends a built server as many hostile requests as asked. See CONTRIBUTING.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './prepare.mjs';

const usage = 'npm run fuzz -- [--requests 200000] [--seed SEED]';
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 30) },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (/^\d{1,12}$/.test(value) && (name === 'seed' || Number(value) > 0)) continue;
  console.error(`--${name} ${value} is no number to go by\n\n${usage}`);
  process.exit(2);
}
prepare();
const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '-w', '1', '--verbose', 'test/fuzz.journey.spec.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: options, FUZZ_REQUESTS: values.requests, FUZZ_SEED: values.seed },
  },
);
process.exit(status ?? 1);
