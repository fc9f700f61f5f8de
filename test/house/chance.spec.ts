import { describe, expect, it } from '@jest/globals';
import { basename } from 'node:path';
import ts from 'typescript';
import { sources, type SourceFile } from './sources.js';

/** Every call of fast-check that draws something, as `path:line`, with its text. */
function draws({ path, text }: SourceFile): { at: string; call: ts.CallExpression }[] {
  const file = ts.createSourceFile(basename(path), text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const found: { at: string; call: ts.CallExpression }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.expression.getText() === 'fc' &&
      ['assert', 'check', 'sample', 'statistics'].includes(node.expression.name.text)
    )
      found.push({
        at: `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        call: node,
      });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether the last argument is an object that says the seed. */
function saysItsSeed({ arguments: handed }: ts.CallExpression): boolean {
  const options = handed.at(-1);
  return (
    handed.length > 1 &&
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((property) => property.name?.getText() === 'seed')
  );
}

describe('Nothing that is tried at random depends on chance:', () => {
  const files = sources();

  it('whatever is drawn is drawn under a seed that is said', () => {
    const all = files.flatMap(draws);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ call }) => !saysItsSeed(call)).map(({ at }) => at)).toEqual([]);
  });

  it('the seed is fixed or said from outside, and read in one place', () => {
    const readers = files.filter(({ text }) => /\benv(\.|\[')HISTORY_SEED\b/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(['libs/testing/src/seed.ts']);
    expect(readers[0]?.text).not.toMatch(/\bDate\b|\bMath\b|crypto/);
  });

  it('a spec draws nothing by itself', () => {
    const chance = /\bMath\.random\b|\brandomInt\b|\brandomBytes\b/;
    const drawing = files.filter(
      ({ path, text }) => path.endsWith('.spec.ts') && !path.startsWith('test/house/') && chance.test(text),
    );
    expect(drawing.map(({ path }) => path)).toEqual([]);
  });
});
