// The mutants of a room: every one that the mutators make, and a seeded draw of them where a room has too many.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** The product files of a room, by their path from the project's folder. */
export function filesOf(root, room) {
  return readdirSync(join(root, 'libs', room, 'src'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !/\.(spec|contract)\.ts$/.test(entry.name),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Every mutant of a room. */
export async function mutantsOf(root, room) {
  const quiet = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const files = filesOf(root, room).map((file) => ({
    name: join(root, file),
    content: readFileSync(join(root, file), 'utf8'),
    mutate: true,
  }));
  const options = { ignorers: [], excludedMutations: [], plugins: null };
  return (await new Instrumenter(quiet).instrument(files, options)).mutants;
}

/** What names a mutant, for as long as its file stays as it is. */
export function nameOf(root, { fileName, location: { start, end }, mutatorName, replacement }) {
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
  return `${relative(root, fileName)} ${place} ${mutatorName} ${replacement}`;
}

/** So many of the names as a seed draws: the same seed draws the same from the same names, on every machine. */
export function draw(names, seed, most) {
  if (names.length <= most) return names;
  const rank = (name) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  return names
    .map((name) => [rank(name), name])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, name]) => name);
}
