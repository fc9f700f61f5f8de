import { describe, expect, it } from '@jest/globals';
import { basename } from 'node:path';
import ts from 'typescript';
import { sources, type SourceFile } from './sources.js';

const product = sources().filter(({ forTests, room }) => !forTests && room !== 'bench');

/** Every `… as …` of a file that is picked out, as `path:line`. */
function castsOf({ path, text }: SourceFile, picked: (cast: ts.AsExpression) => boolean): string[] {
  const file = ts.createSourceFile(basename(path), text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && picked(node))
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a prepared statement finds. */
const isFound = ({ expression: of }: ts.AsExpression): boolean =>
  ts.isCallExpression(of) &&
  ts.isPropertyAccessExpression(of.expression) &&
  ['get', 'all', 'iterate'].includes(of.expression.name.text) &&
  /\bstatements\.|\bprepare[<(]/.test(of.expression.expression.getText());

/** What is said to be unknown, so that it may be said to be anything. */
const isUnknown = ({ expression: of }: ts.AsExpression): boolean =>
  ts.isAsExpression(of) && of.type.kind === ts.SyntaxKind.UnknownKeyword;

/** That something is a part of some kind: an array or a member of one as well. */
const isToAPart = ({ type }: ts.AsExpression): boolean => /^(readonly )?[A-Z]\w*Part\b/.test(type.getText());

describe('The types of the product', () => {
  it('are never set aside by way of unknown', () => {
    expect(product.flatMap((file) => castsOf(file, isUnknown))).toEqual([]);
  });

  it('say what a part is by the kind of its thing, not where it is read', () => {
    expect(product.flatMap((file) => castsOf(file, isToAPart))).toEqual([]);
  });

  it('say what a statement of SQL finds where it is prepared, not where it is run', () => {
    expect(product.flatMap((file) => castsOf(file, isFound))).toEqual([]);
  });

  it('are looked at where they would be set aside', () => {
    const file = (text: string) => ({ path: 'a.ts', room: 'libs/a', forTests: false, text });
    const run = 'this.statements.find.get(id) as Row;\n';
    const prepared = "database\n  .prepare('SELECT 1')\n  .pluck()\n  .get() as number;\n";
    expect(castsOf(file(`${run}rows.get(id) as Row;\n${prepared}`), isFound)).toEqual(['a.ts:1', 'a.ts:3']);
    expect(castsOf(file('a as UnitPart;\nb as Part;\nc as readonly AnyPart[];'), isToAPart)).toEqual([
      'a.ts:1',
      'a.ts:3',
    ]);
    expect(castsOf(file('row as Row;\nrow as unknown as Row;\n'), isUnknown)).toEqual(['a.ts:2']);
  });
});
