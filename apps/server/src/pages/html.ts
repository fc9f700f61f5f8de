/** Text made safe to stand in HTML, in an element or a quoted attribute. */
export function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A cell of a table: text, which is escaped, or a link. */
export type Cell = string | number | { readonly text: string; readonly href: string };

/** A table with a caption, the first cell of each row naming the row; a sentence where there are no rows. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  whenEmpty = 'None.',
): string {
  if (rows.length === 0) return `<h2>${escaped(caption)}</h2><p>${escaped(whenEmpty)}</p>`;
  const content = (cell: Cell) =>
    typeof cell === 'object' ? `<a href="${escaped(cell.href)}">${escaped(cell.text)}</a>` : escaped(cell);
  const cells = (row: readonly Cell[]) =>
    row
      .map((cell, index) =>
        index === 0 ? `<th scope="row">${content(cell)}</th>` : `<td>${content(cell)}</td>`,
      )
      .join('');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head
    .map((name) => `<th scope="col">${escaped(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

const style = `
body{font:1.1rem/1.5 arial,sans-serif;max-width:60rem;margin:0 auto;padding:0 1rem 3rem;color:#0b0c0c}
header{border-bottom:.6rem solid #1d3557;padding:1rem 0;font-weight:bold}
.demo{background:#fff7d6;padding:.5rem 1rem}.moment{border-left:.5rem solid #1d3557;padding:.5rem 1rem;background:#f3f4f6}
.errors{border:.25rem solid #b10e1e;padding:.5rem 1rem}.wrong input{border:.2rem solid #b10e1e}
.wrong span{color:#b10e1e;font-weight:bold;display:block}
form{display:flex;gap:1rem;flex-wrap:wrap;align-items:end}form p{margin:0}label{display:block;font-weight:bold}
table{border-collapse:collapse;width:100%;margin:1.5rem 0}
caption{font-weight:bold;text-align:left;font-size:1.3rem;padding:.5rem 0}
th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .6rem .4rem 0;text-align:left;vertical-align:top}
input,button{font:inherit;padding:.3rem}a{color:#1d4ed8}
svg{max-width:100%;height:auto;display:block;margin:1rem 0}
:focus-visible{outline:.2rem solid #0b0c0c;background:#ffdd00}
`;

/** A whole page around its main part. */
export function page(title: string, main: string, demonstration: boolean): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Minutebook</title><style>${style}</style></head><body><header>Minutebook</header>${
    demonstration
      ? '<p class="demo">This is a demonstration. Its recording instants are illustrative, and so is what is marked so.</p>'
      : ''
  }<main>${main}</main></body></html>
`;
}
