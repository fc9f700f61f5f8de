/** A row as it was pasted: which of the rows it is, counted from 1 with empty ones, and its cells. */
export interface PastedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What cannot be taken apart, and in which row. */
export interface PastedProblem {
  readonly row: number;
  readonly problem: string;
}

/**
 * Rows pasted from a spreadsheet, or written as CSV: apart by tabs where the first line has one, else by commas. A cell
 * in double quotes may hold the separator, new lines, and double quotes written twice: it is one row of the sheet all the
 * same. Empty rows are counted and left out.
 *
 * csv-parse does not do it: it refuses a double quote within a cell that is not quoted (5" pipe), or, told to let that
 * pass, takes what follows a closing one as if it belonged to the cell.
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
  let row = 1;
  let at = 0;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells });
    cells = [];
    row++;
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const quoted = /"((?:[^"]|"")*)"/y;
      quoted.lastIndex = at;
      const found = quoted.exec(text);
      if (!found) {
        problems.push({ row, problem: 'a double quote is opened and never closed' });
        return { rows, problems };
      }
      cell = (found[1] ?? '').replaceAll('""', '"').replaceAll('\r\n', '\n');
      at += found[0].length;
      const end = endOfCell(text, at, apart);
      if (text.slice(at, end).trim() !== '')
        problems.push({ row, problem: 'something follows a closing double quote' });
      at = end;
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
    if (text[at] === '\n') at++;
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

/** The letter of a column, as a spreadsheet calls it: A, B, …, Z, AA. Counted from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
