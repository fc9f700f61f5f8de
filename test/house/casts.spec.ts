import { describe, expect, it } from '@jest/globals';
import { basename } from 'node:path';
import ts from 'typescript';
import { sources, type SourceFile } from './sources.js';

const product = sources().filter(({ forTests, room }) => !forTests && room !== 'bench');

/** Every `… as …` of a file whose left side is picked out, as `path:line`. */
function castsOf({ path, text }: SourceFile, picked: (of: ts.Expression) => boolean): string[] {
  const file = ts.createSourceFile(basename(path), text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && picked(node.expression))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a prepared statement finds. */
const isFound = (of: ts.Expression): boolean =>
  ts.isCallExpression(of) &&
  ts.isPropertyAccessExpression(of.expression) &&
  ['get', 'all', 'iterate'].includes(of.expression.name.text) &&
  /\bstatements\.|\bprepare[<(]/.test(of.expression.expression.getText());

/** What is said to be unknown, so that it may be said to be anything. */
const isUnknown = (of: ts.Expression): boolean =>
  ts.isAsExpression(of) && of.type.kind === ts.SyntaxKind.UnknownKeyword;

describe('The types of the product', () => {
  it('are never set aside by way of unknown', () => {
    expect(product.flatMap((file) => castsOf(file, isUnknown))).toEqual([]);
  });

  it('say what a statement of SQL finds where it is prepared, not where it is run', () => {
    expect(product.flatMap((file) => castsOf(file, isFound))).toEqual([]);
  });

  it('are looked at where they would be set aside', () => {
    const file = (text: string) => ({ path: 'a.ts', room: 'libs/a', forTests: false, text });
    const run = 'this.statements.find.get(id) as Row;\n';
    const prepared = "database\n  .prepare('SELECT 1')\n  .pluck()\n  .get() as number;\n";
    expect(castsOf(file(`${run}rows.get(id) as Row;\n${prepared}`), isFound)).toEqual(['a.ts:1', 'a.ts:3']);
    expect(castsOf(file('row as Row;\nrow as unknown as Row;\n'), isUnknown)).toEqual(['a.ts:2']);
  });
});
