/** What holds no words of the decision itself: codes, dates, and the ids of other decisions. */
const noWords = new Set([
  'kind',
  'stage',
  'recorded',
  'provenance',
  'precision',
  'takenOn',
  'on',
  'outcome',
  'how',
  'by',
  'decision',
]);

/** Everything a decision's record says in words, for full-text search: names of fields left out. */
export function searchWords(part: unknown): string {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .filter(([name]) => !noWords.has(name))
    .map(([, value]) => searchWords(value))
    .join('\n');
}
