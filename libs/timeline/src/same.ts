/** Whether two parts hold the same JSON value, whatever the order of their members. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]))
    );
  }
  const ours = Object.entries(a);
  const theirs = b as Record<string, unknown>;
  return (
    ours.length === Object.keys(theirs).length &&
    ours.every(([name, value]) => Object.hasOwn(theirs, name) && same(value, theirs[name]))
  );
}
