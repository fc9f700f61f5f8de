import type { Row } from '#read-model';

/** Lines in the order of the names that a page shows, as a person looks them up: 'Phase 2' before 'Phase 10'. */
export function inOrderOfName(rows: readonly Row[]): Row[] {
  const nameOf = ({ name, title }: Row): string =>
    typeof name === 'string' ? name : typeof title === 'string' ? title : '';
  return [...rows].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB', { numeric: true }));
}
