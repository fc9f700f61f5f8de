/** Everything a decision's record says in words, for full-text search: names of fields left out. */
export function searchWords(part: unknown): string {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .filter(
      ([name]) =>
        !['kind', 'stage', 'recorded', 'provenance', 'precision', 'takenOn', 'on', 'outcome', 'how'].includes(
          name,
        ),
    )
    .map(([, value]) => searchWords(value))
    .join('\n');
}
