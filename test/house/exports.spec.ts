import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { filesUnder, root, sources, type SourceFile } from './sources.js';

interface Read {
  readonly file: SourceFile;
  /** The functions and constants it exports. */
  readonly exported: readonly string[];
  /** How often it says each name, where it does not only hand it on. */
  readonly said: ReadonlyMap<string, number>;
}

function read(file: SourceFile): Read {
  const parsed = ts.createSourceFile(
    basename(file.path),
    file.text,
    ts.ScriptTarget.ESNext,
    false,
    ts.ScriptKind.TS,
  );
  const exported = parsed.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement) && !ts.isFunctionDeclaration(statement)) return [];
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name)
      : [statement.name];
    return names.flatMap((name) => (name && ts.isIdentifier(name) ? [name.text] : []));
  });
  const said = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isExportDeclaration(node)) return;
    if (ts.isIdentifier(node)) said.set(node.text, (said.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return { file, exported, said };
}

/** The exports of the product that no other file of it asks for, and no test either that looks inside. */
function unasked(files: readonly SourceFile[], scripts: string): string[] {
  const all = files.map(read);
  // The testing room is what specs are made of, and no spec itself.
  const isTest = ({ forTests, room }: SourceFile) => forTests && room !== 'libs/testing';
  const product = all.filter(({ file }) => !file.forTests && file.room !== 'bench');
  return product.flatMap(({ file, exported, said }) =>
    exported
      .filter((name) => {
        const others = all.filter((one) => one.file !== file && one.said.has(name));
        if (others.some((one) => !isTest(one.file)) || new RegExp(`\\b${name}\\b`).test(scripts))
          return false;
        return others.length === 0 || said.get(name) === 1;
      })
      .map((name) => `${file.path}: ${name}`),
  );
}

describe('What a file exports', () => {
  it('is asked for by another: nothing is exported for nobody, or kept for its own tests', () => {
    const scripts = ['scripts', 'test']
      .flatMap(filesUnder)
      .filter((path) => path.endsWith('.mjs'))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    expect(unasked(sources(), scripts.join('\n'))).toEqual([]);
  });

  it('is found where nobody asks, where only tests do, and where it is only handed on', () => {
    const file = (path: string, text: string) => ({
      path,
      room: 'libs/a',
      forTests: path.endsWith('.spec.ts'),
      text,
    });
    const files = [
      file(
        'a.ts',
        'export const asked = 1; export const alone = 2; export function tested() {} export const handed = 3;',
      ),
      file('b.ts', "import { asked } from './a.js'; export { handed } from './a.js'; asked;"),
      file('a.spec.ts', "import { tested } from './a.js'; tested();"),
    ];
    expect(unasked(files, '')).toEqual(['a.ts: alone', 'a.ts: tested', 'a.ts: handed']);
  });
});
