// How the specs and the sources are loaded where faults are planted: as Jest loads them, without Jest.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve as pathTo } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

let root = process.cwd();

export function initialize(data) {
  root = data.root;
}

/** Doors lead to sources, ".js" to ".ts", and Jest's own words to the runner here. */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals')
    return { url: new URL('./words.mjs', import.meta.url).href, shortCircuit: true };
  const door = /^#([a-z-]+)$/.exec(specifier);
  if (door) return found(join(root, 'libs', door[1], 'src/index.ts'));
  const isFromSource = context.parentURL !== undefined && /\.ts(\?|$)/.test(context.parentURL);
  if (isFromSource && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const file = pathTo(
      dirname(fileURLToPath(context.parentURL.split('?')[0])),
      specifier.replace(/\.js$/, '.ts'),
    );
    if (existsSync(file)) return found(file);
  }
  return next(specifier, context);
}

const found = (file) => ({ url: pathToFileURL(file).href, format: 'module', shortCircuit: true });

const compiled = new Map();

export function load(url, context, next) {
  if (!/\.ts(\?|$)/.test(url)) return next(url, context);
  const file = fileURLToPath(url.split('?')[0]);
  if (!compiled.has(file)) compiled.set(file, compile(file));
  return { format: 'module', source: compiled.get(file), shortCircuit: true };
}

function compile(filename) {
  return transformSync(readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'es6' },
    sourceMaps: false,
  }).code;
}
