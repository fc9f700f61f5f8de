import { parse, type HTMLElement } from 'node-html-parser';

/** A drawing as its reader meets it: what it is called and said to be, how large it is, and everything in it from back to front. */
export interface ReadDrawing {
  readonly title: string;
  readonly description: string;
  /** '760 by 300', in units of the drawing. */
  readonly size: string;
  /**
   * Each thing that is drawn, in a line: 'Target 4 at 648,177', 'c-axis from 30,264 to 640,264', 'c-open 200 by 30 at 4,8',
   * 'c-fill round 70,92 by 8', 'c-line along M30 34 H640'. Words say their look and on which side of their place they end,
   * where that is not plain; what leads somewhere says where.
   */
  readonly drawn: readonly string[];
}

/** Reads the SVG of a drawing back. Throws where there is none. */
export function readDrawing(svg: string | undefined): ReadDrawing {
  const root = parse(svg ?? '').querySelector('svg');
  if (!root) throw new Error('There is no drawing');
  const [, , width = '', height = ''] = (root.getAttribute('viewBox') ?? '').split(' ');
  return {
    title: root.querySelector('title')?.text ?? '',
    description: root.querySelector('desc')?.text ?? '',
    size: `${width} by ${height}`,
    drawn: root.querySelectorAll('text, line, rect, circle, path').map(drawnAs),
  };
}

function drawnAs(one: HTMLElement): string {
  const of = (name: string) => one.getAttribute(name) ?? '';
  const look = of('class');
  const leadsTo = one.closest('a')?.getAttribute('href');
  const said = {
    TEXT: () =>
      [`${one.text} at ${of('x')},${of('y')}`, look, of('text-anchor')]
        .filter((word) => word !== '')
        .join(' '),
    LINE: () => `${look} from ${of('x1')},${of('y1')} to ${of('x2')},${of('y2')}`,
    RECT: () => `${look} ${of('width')} by ${of('height')} at ${of('x')},${of('y')}`,
    CIRCLE: () => `${look} round ${of('cx')},${of('cy')} by ${of('r')}`,
    PATH: () => `${look} along ${of('d')}`,
  }[one.tagName];
  return `${said?.() ?? one.tagName}${leadsTo === undefined ? '' : ` → ${leadsTo}`}`;
}
