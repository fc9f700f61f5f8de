/**
 * The name of the first member that a JSON text gives twice in one object, as a path: 'name', 'years.0.year'. A parser
 * keeps the last of the two and says nothing, so that what stood first would silently be left out. Undefined where there is
 * none. Of a text that is no JSON it says nothing to be relied on.
 *
 * Reads the text once, and nothing but strings and brackets of it.
 */
export function repeatedMember(json: string): string | undefined {
  const open: Open[] = [];
  let at = 0;
  while (at < json.length) {
    const sign = json[at];
    const inside = open.at(-1);
    if (sign === '"') {
      const end = endOfString(json, at);
      if (inside?.isObject && inside.expectsName) {
        const name = nameIn(json, at, end);
        if (inside.names.has(name)) return pathOf(open, name);
        inside.names.add(name);
        inside.now = name;
        inside.expectsName = false;
      }
      at = end;
      continue;
    }
    if (sign === '{' || sign === '[') {
      open.push({ isObject: sign === '{', names: new Set(), expectsName: sign === '{', now: '0', index: 0 });
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && inside) {
      if (inside.isObject) inside.expectsName = true;
      else inside.now = String(++inside.index);
    }
    at++;
  }
  return undefined;
}

/** An object or a list that is not closed yet. */
interface Open {
  readonly isObject: boolean;
  readonly names: Set<string>;
  expectsName: boolean;
  /** The member, or the place in the list, that is read. */
  now: string;
  index: number;
}

/** Just behind the double quote that closes the string which opens here. */
function endOfString(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** A name as it is meant: one may be written with an escape and again without. */
function nameIn(json: string, from: number, to: number): string {
  const text = json.slice(from, to);
  if (!text.includes('\\')) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

const pathOf = (open: readonly Open[], name: string): string =>
  [...open.slice(0, -1).map(({ now }) => now), name].join('.');
