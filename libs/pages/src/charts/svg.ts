type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG: its attributes and what is inside it are escaped, unless that is drawn already. */
export function element(name: string, attributes: Attributes, ...inside: readonly Drawn[]): Drawn {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([attribute, value]) =>
        ` ${attribute}="${escaped(typeof value === 'number' ? rounded(value) : value)}"`,
    )
    .join('');
  return { drawn: `<${name}${written}>${inside.map(({ drawn }) => drawn).join('')}</${name}>` };
}

/** SVG that is safe to stand in a page as it is. */
export interface Drawn {
  readonly drawn: string;
}

/** Words to stand in an element. */
export function words(text: string | number): Drawn {
  return { drawn: escaped(text) };
}

/** A label at a place. */
export function label(x: number, y: number, text: string | number, attributes: Attributes = {}): Drawn {
  return element('text', { x, y, ...attributes }, words(text));
}

export function rectangle(x: number, y: number, width: number, height: number, look: string): Drawn {
  return element('rect', { x, y, width: Math.max(0, width), height, class: look });
}

export function line(x1: number, y1: number, x2: number, y2: number, look: string): Drawn {
  return element('line', { x1, y1, x2, y2, class: look });
}

/** A link around what is drawn. */
export function link(href: string, ...inside: readonly Drawn[]): Drawn {
  return element('a', { href }, ...inside);
}

/** What is drawn several times as one. */
export function together(...parts: readonly Drawn[]): Drawn {
  return { drawn: parts.map(({ drawn }) => drawn).join('') };
}

/** A whole drawing, with a title and a description for whoever does not see it. `id` is its own on its page. */
export function picture(
  {
    id,
    title,
    description,
    width,
    height,
  }: {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly width: number;
    readonly height: number;
  },
  ...inside: readonly Drawn[]
): string {
  const hasLinks = inside.some(({ drawn }) => drawn.includes('<a '));
  const named = { 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-description` };
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: hasLinks ? 'group' : 'img',
      ...named,
    },
    element('title', { id: `${id}-title` }, words(title)),
    element('desc', { id: `${id}-description` }, words(description)),
    ...inside,
  ).drawn;
}

/** A place on a line for each value between two: a linear scale. */
export function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
