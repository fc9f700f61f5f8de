// Runs quick specs in one process that keeps the sources loaded: a planted fault costs what its tests cost, and no more.
// Each spec is loaded afresh for every fault, so that nothing of one run is left in it for the next.
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { leftOut } from '../left-out.mjs';

const planted = (globalThis.__stryker__ ??= {});

/** After so many faults every test is run without one: what a fault left behind in the sources would show. */
const checkAfter = 100;

class QuickSpecs {
  runs = 0;
  faults = 0;
  hasFault = false;
  fileOf = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const root = process.cwd();
    register(new URL('./loading.mjs', import.meta.url), { data: { root } });
    this.words = await import('./words.mjs');
    this.specs = readdirSync(join(root, 'libs', process.env.MUTATED_ROOM, 'src'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter(({ name }) => name.endsWith('.spec.ts') && !leftOut.some((ending) => name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  }

  async dryRun() {
    planted.activeMutant = undefined;
    await this.loadSources();
    const tests = [];
    for (const file of this.specs) {
      // What a spec does while it is loaded is done afresh for each fault, for every test in it.
      planted.currentTestId = file;
      await this.runFile(file, {
        isAsked: () => true,
        before: (id) => {
          this.fileOf.set(id, file);
          planted.currentTestId = id;
        },
        after: (test) => {
          planted.currentTestId = file;
          tests.push(test);
        },
      });
      planted.currentTestId = undefined;
    }
    const { static: atLoad = {}, perTest = {} } = planted.mutantCoverage ?? {};
    const covered = Object.fromEntries(
      tests.map(({ id, fileName }) => [id, { ...perTest[fileName], ...perTest[id] }]),
    );
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: atLoad, perTest: covered } };
  }

  /** What is loaded once and kept: a fault in what is done then needs a process of its own. */
  async loadSources() {
    const src = join(process.cwd(), 'libs', process.env.MUTATED_ROOM, 'src');
    const sources = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of sources) await import(pathToFileURL(file).href);
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    const isAtLoad = mutantActivation === 'static';
    planted.activeMutant = isAtLoad ? activeMutant.id : undefined;
    if (this.fileOf.size === 0) await this.findTests();
    if (isAtLoad) this.hasFault = true;
    this.faults += 1;
    if (!this.hasFault && this.faults % checkAfter === 0) await this.checkThatAllIsWell();
    planted.hitCount = hitLimit === undefined ? undefined : 0;
    planted.hitLimit = hitLimit;
    const asked = testFilter && new Set(testFilter);
    const files = asked
      ? this.specs.filter((file) => testFilter.some((id) => this.fileOf.get(id) === file))
      : this.specs;
    const tests = [];
    let goOn = true;
    for (const file of files) {
      if (!goOn) break;
      planted.activeMutant = activeMutant.id;
      await this.runFile(file, {
        isAsked: (id) => asked === undefined || asked.has(id),
        before: () => {},
        after: (test) => {
          tests.push(test);
          goOn = disableBail || test.status !== TestStatus.Failed;
          return goOn;
        },
      });
    }
    planted.activeMutant = undefined;
    const ranOut = determineHitLimitReached(planted.hitCount, hitLimit);
    planted.hitLimit = undefined;
    return toMutantRunResult(ranOut ?? { status: DryRunStatus.Complete, tests });
  }

  /** Which file each test is in, where another process made the first run. */
  async findTests() {
    for (const file of this.specs)
      await this.runFile(file, {
        isAsked: (id) => void this.fileOf.set(id, file),
        before: () => {},
        after: ({ name }) => void this.fileOf.set(name, file),
      });
  }

  async checkThatAllIsWell() {
    const failed = [];
    planted.activeMutant = undefined;
    for (const file of this.specs)
      await this.runFile(file, {
        isAsked: () => true,
        before: () => {},
        after: (test) => void (test.status === TestStatus.Failed && failed.push(test.name)),
      });
    if (failed.length > 0)
      throw new Error(`A fault left something behind: without one, this fails: ${failed[0]}`);
  }

  async runFile(file, { isAsked, before, after }) {
    const url = `${pathToFileURL(file).href}?run=${++this.runs}`;
    const inFile = (name) => `${relative(process.cwd(), file)}: ${name}`;
    const report = (name, failure, ms) => {
      const id = inFile(name);
      const result = { id, name: id, timeSpentMs: ms, fileName: file };
      return after(
        failure === undefined
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage: String(failure?.message ?? failure) },
      );
    };
    let whole;
    try {
      whole = await this.words.said(() => import(url));
    } catch (error) {
      if (planted.activeMutant === undefined) throw error;
      report('(as it is loaded)', error, 0);
      return;
    }
    await this.words.run(
      whole,
      (name, onlyAsking) => {
        const asked = isAsked(inFile(name));
        if (asked && !onlyAsking) before(inFile(name));
        return asked;
      },
      report,
    );
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'quick-specs', QuickSpecs)];
