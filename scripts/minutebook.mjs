#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
process.env.MINUTEBOOK_ROOT = root;
await import(pathToFileURL(join(root, 'dist/apps/cli/src/main.js')).href);
