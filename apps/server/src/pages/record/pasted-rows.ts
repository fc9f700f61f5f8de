/** A row as it was pasted: on which line it begins, counted from 1, and its cells. */
export interface PastedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What cannot be taken apart, and on which line it begins. */
export interface PastedProblem {
  readonly line: number;
  readonly problem: string;
}

/**
 * Rows pasted from a spreadsheet, or written as CSV: apart by tabs where the first line has one, else by commas. A cell
 * in double quotes may hold the separator, new lines, and double quotes written twice. Empty rows are left out.
 */
export function pastedRows(text: string): {
  readonly rows: readonly PastedRow[];
  readonly problems: readonly PastedProblem[];
} {
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const apart = firstLine.includes('\t') ? '\t' : ',';
  const rows: PastedRow[] = [];
  const problems: PastedProblem[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  let at = 0;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: begins, cells });
    cells = [];
    begins = line;
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
      if (!quoted) {
        problems.push({ line, problem: 'a double quote is opened and never closed' });
        return { rows, problems };
      }
      cell = (quoted[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n');
      line += (quoted[0].match(/\n/g) ?? []).length;
      at += quoted[0].length;
      const [stray = ''] = /^[^\t,\r\n]*/.exec(text.slice(at)) ?? [];
      if (stray.trim() !== '') problems.push({ line, problem: 'something follows a closing double quote' });
      at += stray.length;
    } else {
      const end = endOfCell(text, at, apart);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === apart) {
      at++;
      if (at === text.length) cells.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') {
      at++;
      line++;
    }
    endRow();
  }
  endRow();
  return { rows, problems };
}

function endOfCell(text: string, from: number, apart: string): number {
  let at = from;
  while (at < text.length && text[at] !== apart && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
