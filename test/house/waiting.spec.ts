import { describe, expect, it } from '@jest/globals';
import { basename } from 'node:path';
import ts from 'typescript';
import { sources, type SourceFile } from './sources.js';

/** Tests that end a process at some moment of its work, and so let it work for a while: when, is no part of what they ask. */
const endSomethingAtSomeMoment = [
  'test/faults.journey.spec.ts',
  'test/follow-ups.journey.spec.ts',
  'test/quarantine.journey.spec.ts',
];

/** Tests that hand the time of day to what they test. */
const handOverTheTime = ['libs/follow-up/src/many-servers.spec.ts', 'test/openid-connect.journey.spec.ts'];

/** What a file calls the timer of node:timers/promises. */
function timersOf(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    if ((statement.moduleSpecifier as ts.StringLiteral).text !== 'node:timers/promises') continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings))
      for (const { name, propertyName } of bindings.elements)
        if ((propertyName ?? name).text === 'setTimeout') names.add(name.text);
  }
  return names;
}

/** Whether something is done over and over until a condition holds. */
function isInALoopOnACondition(node: ts.Node): boolean {
  for (let one = node.parent; !ts.isSourceFile(one); one = one.parent)
    if (ts.isWhileStatement(one) || ts.isDoStatement(one) || ts.isForStatement(one)) return true;
  return false;
}

/** Every wait for a time to pass that is no pause between two looks at what is waited for, as `path:line`. */
function fixedWaits({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(basename(path), text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const timers = timersOf(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: called } = node;
      const waits =
        (ts.isIdentifier(called) && (timers.has(called.text) || called.text === 'setTimeout')) ||
        (ts.isPropertyAccessExpression(called) && called.name.text === 'waitForTimeout');
      if (waits && !isInALoopOnACondition(node))
        found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('No test depends on how fast the machine is:', () => {
  const tests = sources().filter(
    ({ path }) => /\.spec\.ts$|\/contract\//.test(path) && path !== 'test/house/waiting.spec.ts',
  );

  it('none waits a fixed time for something to have happened by then', () => {
    const waits = tests.filter(({ path }) => !endSomethingAtSomeMoment.includes(path)).flatMap(fixedWaits);
    expect(waits).toEqual([]);
  });

  it('none measures how long something took', () => {
    const measures = tests.filter(
      ({ path, text }) => /\bDate\.now\(|\bperformance\.now\(/.test(text) && !handOverTheTime.includes(path),
    );
    expect(measures.map(({ path }) => path)).toEqual([]);
  });

  it('a wait that is one is found, and a look again after a while is not', () => {
    const found = (text: string) =>
      fixedWaits({ path: 'a.spec.ts', room: 'test', forTests: true, text }).map((at) => at.split(':')[1]);
    const imported = "import { setTimeout as wait } from 'node:timers/promises';\n";
    expect(found(`${imported}await wait(500);`)).toEqual(['2']);
    expect(found(`${imported}for (const n of [1, 2]) await wait(n);`)).toEqual(['2']);
    expect(found('await new Promise((resolve) => setTimeout(resolve, 5));')).toEqual(['1']);
    expect(found('await page.waitForTimeout(500);')).toEqual(['1']);
    expect(found(`${imported}while (open > 0) await wait(5);`)).toEqual([]);
    expect(found(`${imported}for (let tries = 0; tries < 50; tries++) await wait(5);`)).toEqual([]);
  });
});
