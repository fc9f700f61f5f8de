/** What a list shows of each of its lines: a name, or a title where it has none. */
interface Named {
  readonly name?: unknown;
  readonly title?: unknown;
}

// One language, whatever the machine is set to: accents and capitals part no names, and '9 Elms' comes before '10 Downing'.
const collator = new Intl.Collator('en-GB', { numeric: true });

/** Which of two names comes first, as a person looks them up: 'arts' before 'Zoo', 'Phase 2' before 'Phase 10'. */
export const byName = (a: string, b: string): number => collator.compare(a, b);

/** Lines in the order of the names that people meet; those of the same name stay in the order in which they are given. */
export function inOrderOfName<Line extends Named>(lines: readonly Line[]): Line[] {
  const nameOf = ({ name, title }: Named): string =>
    typeof name === 'string' ? name : typeof title === 'string' ? title : '';
  return [...lines].sort((a, b) => byName(nameOf(a), nameOf(b)));
}
