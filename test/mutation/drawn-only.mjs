// Lets the drawn mutants through to the tests, and no other: the names are in the file that MUTANTS_DRAWN names.
import { readFileSync } from 'node:fs';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { nameOf } from './mutants.mjs';

class DrawnOnly {
  async init() {
    this.drawn = new Set(JSON.parse(readFileSync(process.env.MUTANTS_DRAWN, 'utf8')));
  }

  async check(mutants) {
    const said = (mutant) =>
      this.drawn.has(nameOf(process.cwd(), mutant))
        ? { status: 'passed' }
        : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, said(mutant)]));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'drawn-only', DrawnOnly)];
