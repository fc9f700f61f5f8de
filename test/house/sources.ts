import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The folder of the whole project. */
export const root = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  /** `libs/calendar`, `apps/server`, `test` or `bench`. */
  readonly room: string;
  /** Whether only tests run it: a spec, a contract suite, a peer of a database, the testing room. */
  readonly forTests: boolean;
  readonly text: string;
}

/** Every file under a folder of the project, by its path. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Every room there is, as `libs/calendar` or `apps/server`. */
export function rooms(): string[] {
  return ['apps', 'libs'].flatMap((floor) =>
    readdirSync(join(root, floor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${floor}/${entry.name}`),
  );
}

/** Every TypeScript file of the rooms, the tests and the bench. */
export function sources(): SourceFile[] {
  return ['apps', 'libs', 'test', 'bench']
    .flatMap(filesUnder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const [floor = '', name = ''] = path.split('/');
      const room = floor === 'apps' || floor === 'libs' ? `${floor}/${name}` : floor;
      const forTests =
        /\.(spec|contract|story)\.ts$|\/(contract|peer)\//.test(path) ||
        room === 'libs/testing' ||
        room === 'test';
      return { path, room, forTests, text: readFileSync(join(root, path), 'utf8') };
    });
}

/** What a file imports or exports from, types and dynamic imports included. */
export function importsOf({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (from && ts.isStringLiteralLike(from)) found.push(from.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(basename(path), text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS));
  return found;
}
