// Prints what the house comes to: its lines, its rooms, and what there should be less of. See CONTRIBUTING.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(import.meta.url), '../../..');

/** What is compiled into the product: code, and not what only specs import. */
const isProduct = (path) =>
  path.endsWith('.ts') &&
  !/\.(spec|contract|story)\.ts$|\/(contract|peer)\//.test(path) &&
  !/^libs\/testing\//.test(path);

const files = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter(isProduct)
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);
const lines = ({ text }) => text.split('\n').length - 1;
const total = (some) => some.reduce((sum, file) => sum + lines(file), 0);
const all = total(files);
const count = (pattern) => files.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
const row = (what, value) => console.log(`${String(value).padStart(8)}  ${what}`);

row('lines of the product', all);
console.log('');
const rooms = Map.groupBy?.(files, ({ path }) => path.split('/').slice(0, 2).join('/')) ?? grouped(files);
for (const [room, some] of [...rooms].sort(([, a], [, b]) => total(b) - total(a)))
  row(`${room}, ${((100 * total(some)) / all).toFixed(1)} % of them`, total(some));
console.log('');
for (const file of files.filter((one) => lines(one) > 400).sort((a, b) => lines(b) - lines(a)))
  row(`in ${file.path}, over 400`, lines(file));
console.log('');
row('switches', count(/\bswitch \(/g));
row('cases of them', count(/^\s*case /gm));
row('of Record<string, unknown>', count(/Record<string, unknown>/g));
row('casts by way of unknown', count(/\bas unknown as\b/g));
row('casts to a part', count(/\bas (?:readonly )?[A-Z]\w*Part\b/g));
row(
  'casts of a row of SQL',
  count(/\b(?:statements\.|prepare[<(])[^;]*?\.(?:get|all|iterate)\((?:[^;()]|\([^;()]*\))*\) as /g),
);
row('query handlers', count(/@QueryHandler\(/g));
for (const command of ['recode-unit', 'rename-project', 'publish-decision'])
  row(`files that name ${command}`, files.filter(({ text }) => text.includes(`'${command}'`)).length);

function grouped(some) {
  const found = new Map();
  for (const file of some) {
    const room = file.path.split('/').slice(0, 2).join('/');
    found.set(room, [...(found.get(room) ?? []), file]);
  }
  return found;
}
