#!/usr/bin/env node
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
process.env.MINUTEBOOK_ROOT = root;
await import(join(root, 'dist/apps/cli/src/main.js'));
