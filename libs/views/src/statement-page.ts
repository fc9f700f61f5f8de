import { createHash } from 'node:crypto';
import { describeDate, describeInstant, isCivilDate, type CivilDate } from '#calendar';
import type { Moment } from '#read-model';
import { escaped } from './html.js';

/** Whose record a statement is printed from, and as at and as known when. */
export interface PrintedFrom {
  readonly programme: string;
  readonly moment: Moment;
  readonly demonstration: boolean;
}

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

/** Names with what is said under each; those of which nothing is said are left out. */
export function definitions(
  pairs: readonly (readonly [name: string, said: string | Html | undefined])[],
): string {
  const shown = pairs.flatMap(([name, said]) =>
    said === undefined
      ? []
      : [`<dt>${escaped(name)}</dt><dd>${typeof said === 'string' ? escaped(said) : said.html}</dd>`],
  );
  return `<dl>${shown.join('')}</dl>`;
}

/** Texts as a list; nothing where there are none. */
export function list(texts: readonly string[]): Html {
  if (texts.length === 0) return { html: '' };
  return { html: `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>` };
}

/** A text as paragraphs, a line each; nothing where there is none. */
export function paragraphs(text: string | undefined): string {
  if (text === undefined) return '';
  return text
    .split(/\n+/)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

const style = `
body{font:1rem/1.5 arial,sans-serif;max-width:45rem;margin:0 auto;padding:1rem;color:#0b0c0c}
h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:1px solid #0b0c0c}h3{font-size:1rem;margin:1rem 0 0}
dt{font-weight:bold}dd{margin:0 0 .5rem}.asked{font-size:.85rem;margin:0}.missing{border-left:.3rem solid #0b0c0c;padding-left:.5rem}
footer{border-top:1px solid #0b0c0c;margin-top:2rem;font-size:.85rem}
@media print{body{max-width:none;margin:0;padding:0;font-size:11pt}li,dt,dd{break-inside:avoid}h2,h3{break-after:avoid}}
@page{margin:20mm}
`;

/** What the page may load: nothing, and no style but its own. The hash is that of the style (CSP level 3). */
export const statementPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(style)
  .digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** The whole page around a statement, by itself: no script, no other file, and a style for print. */
export function statementPage(
  title: string,
  main: string,
  { programme, moment, demonstration }: PrintedFrom,
): string {
  const marked = demonstration
    ? '<p>This is a demonstration. Its recording instants are illustrative, and so is what is marked so.</p>'
    : '';
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Minutebook</title><style>${style}</style></head><body><main>${main}</main>
<footer>${marked}<p>Printed from the record of ${escaped(programme)} ${escaped(momentInWords(moment))}.</p></footer></body></html>
`;
}

/** Such as "as at 30 March 2019, as known on 1 April 2019, at position 0000000000000012". */
function momentInWords({ asAt, knownAt, position }: Moment): string {
  const day = (date: string) => describeDate(date as CivilDate, 'day');
  const known =
    knownAt === undefined
      ? 'with all that was on the record'
      : `as known on ${isCivilDate(knownAt) ? day(knownAt) : describeInstant(knownAt, 'exactly')}`;
  return `as at ${day(asAt)}, ${known}, at position ${position ?? 'none'}`;
}
