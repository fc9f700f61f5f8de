import { parse, type HTMLElement } from 'node-html-parser';

/** A line of a table as it is read: what stands under each heading. A mark of a cell stands behind it in brackets. */
export type ReadRow = Readonly<Record<string, string>>;

/** A page as a reader meets it: its words, each where it stands. What only a machine reads, and every drawing, is left out. */
export interface ReadPage {
  readonly title: string;
  readonly heading: string;
  /** What stands in paragraphs outside tables and lists of facts, in order. */
  readonly paragraphs: readonly string[];
  /** The items of lists outside tables and lists of facts, in order. */
  readonly items: readonly string[];
  readonly subheadings: readonly string[];
  /** The words on which more opens, in order. */
  readonly openings: readonly string[];
  /** The lines of each table by its caption. Lines that are struck say so under ''. */
  readonly tables: Readonly<Record<string, readonly ReadRow[]>>;
  /** The headings of each table, by its caption, under which figures stand in line. */
  readonly figures: Readonly<Record<string, readonly string[]>>;
  /** Every list of facts, one after the other: a name with what is said of it, several things with a bar between. */
  readonly facts: readonly (readonly [name: string, said: string])[];
  /** The forms that ask the page again: the label of each field and what it holds, the words of a choice. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where words lead, by the words; the last of those that are said twice. */
  readonly links: Readonly<Record<string, string>>;
}

/** Reads the HTML of a page back. */
export function readPage(html: string): ReadPage {
  const root = parse(html, { comment: false });
  for (const unread of root.querySelectorAll('script, style, svg, template')) unread.remove();
  const main = root.querySelector('main') ?? root;
  const inside = (element: HTMLElement, of: string): boolean => element.closest(of) !== null;
  const loose = (selector: string): string[] =>
    main
      .querySelectorAll(selector)
      .filter((element) => !inside(element, 'table') && !inside(element, 'dl'))
      .map(wordsOf)
      .filter((words) => words !== '');
  return {
    title: wordsOf(root.querySelector('title')),
    heading: wordsOf(main.querySelector('h1')),
    paragraphs: loose('p'),
    items: loose('li'),
    subheadings: loose('h2, h3'),
    openings: loose('summary'),
    tables: Object.fromEntries(main.querySelectorAll('table').map(tableOf)),
    figures: Object.fromEntries(
      main
        .querySelectorAll('table')
        .map((table) => [
          wordsOf(table.querySelector('caption')),
          table.querySelectorAll('thead .govuk-table__header--numeric').map(wordsOf),
        ]),
    ),
    facts: main
      .querySelectorAll('dt')
      .map((name) => [wordsOf(name), saidUnder(name.nextElementSibling)] as const),
    fields: Object.fromEntries(main.querySelectorAll('label').map((label) => fieldOf(label, main))),
    links: Object.fromEntries(
      main.querySelectorAll('a').map((link) => [wordsOf(link), link.getAttribute('href') ?? '']),
    ),
  };
}

/** Reads one part of a page back that stands around its content, by what it is called. Throws where there is none. */
export function readPart(html: string, label: string): ReadPage {
  const part = parse(html, { comment: false }).querySelector(`[aria-label="${label}"]`);
  if (!part) throw new Error(`The page has no part called ${label}`);
  return readPage(part.outerHTML);
}

/** The words of an element as one line, its marks in brackets. */
export function wordsOf(element: HTMLElement | null): string {
  if (element === null) return '';
  const copy = parse(element.outerHTML);
  for (const tag of copy.querySelectorAll('.govuk-tag')) tag.replaceWith(`[${tag.text}]`);
  for (const mark of copy.querySelectorAll('mark')) mark.replaceWith(`*${mark.text}*`);
  for (const end of copy.querySelectorAll('br')) end.replaceWith(' / ');
  return copy.text.replace(/\s+/g, ' ').trim();
}

function tableOf(table: HTMLElement): [string, ReadRow[]] {
  const head = table.querySelectorAll('thead th').map(wordsOf);
  const carried: { words: string; left: number }[] = [];
  const rows = table.querySelectorAll('tbody tr').map((row): ReadRow => {
    const cells = row.childNodes.filter((node): node is HTMLElement => 'tagName' in node).slice();
    const words = head.map((_, column) => {
      const above = carried[column];
      if (above && above.left > 0) {
        above.left -= 1;
        return above.words;
      }
      const cell = cells.shift();
      const said = wordsOf(cell ?? null);
      carried[column] = { words: said, left: Number(cell?.getAttribute('rowspan') ?? 1) - 1 };
      return said;
    });
    // A cell without a heading, or a heading without a cell, is read as such and not left out.
    const beyond = cells.map((cell, n): [string, string] => [
      `beyond the last heading, ${n + 1}`,
      wordsOf(cell),
    ]);
    const struck: [string, string][] = row.classList.contains('mb-struck') ? [['', 'struck']] : [];
    return Object.fromEntries([
      ...head.map((name, n) => [name, words[n] ?? '']),
      ...beyond,
      ...struck,
    ]) as ReadRow;
  });
  return [wordsOf(table.querySelector('caption')), rows];
}

function saidUnder(said: HTMLElement | null): string {
  const several = said?.querySelectorAll('li') ?? [];
  return several.length > 0 ? several.map(wordsOf).join(' | ') : wordsOf(said);
}

function fieldOf(label: HTMLElement, main: HTMLElement): [string, string] {
  const field = main.querySelector(`#${label.getAttribute('for') ?? 'none'}`);
  const chosen = field?.querySelector('option[selected]');
  return [wordsOf(label), chosen ? wordsOf(chosen) : (field?.getAttribute('value') ?? '')];
}
