/** Everything a decision's record says in words, for full-text search: names of fields left out. */
export function searchWords(part: unknown): string {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .filter(([name]) => !['kind', 'recorded', 'provenance', 'precision', 'takenOn'].includes(name))
    .map(([, value]) => searchWords(value))
    .join('\n');
}
