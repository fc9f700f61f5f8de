import { describe, expect, it } from '@jest/globals';
import { readPage, readPart } from './read-page.js';

const html = `<!doctype html><html><head><title>Services – Minutebook</title><style>p{}</style></head><body>
<header><p>Signed in</p><nav aria-label="Steps"><a href="/before">Before</a></nav></header><main><h1>Services</h1><p>As at <b>1 July</b>, twice <a href="/more">more</a>.</p>
<svg><title>Drawn</title><text>7</text></svg>
<form><label for="stage">Stage</label><select id="stage"><option value="">Any</option><option value="a" selected>Agreed</option></select>
<label for="who">Who</label><input id="who" value="clerk"></form>
<table><caption>Budgets</caption><thead><tr><th>Service</th><th class="govuk-table__header--numeric">Gross</th><th>Net</th></tr></thead>
<tbody><tr class="mb-struck"><th rowspan="2"><a href="/legal">Legal</a> <strong class="govuk-tag">made up</strong></th><td>£2</td><td>£1</td></tr>
<tr><td>£4</td><td><mark>£3</mark></td><td>£9</td></tr></tbody></table>
<dl><dt>Owner</dt><dd>Clerk</dd><dt>Team</dt><dd><ul><li>One</li><li>Two</li></ul></dd></dl><ul><li>Loose</li></ul><details><summary>More</summary></details></main></body></html>`;

describe('A page that is read back', () => {
  const page = readPage(html);

  it('gives each cell under its heading, with its marks, and what has no heading', () => {
    expect(page.tables).toEqual({
      Budgets: [
        { Service: 'Legal [made up]', Gross: '£2', Net: '£1', '': 'struck' },
        { Service: 'Legal [made up]', Gross: '£4', Net: '*£3*', 'beyond the last heading, 1': '£9' },
      ],
    });
  });

  it('gives its words where they stand, and nothing of what is drawn or stands around it', () => {
    expect(page).toMatchObject({
      title: 'Services – Minutebook',
      heading: 'Services',
      paragraphs: ['As at 1 July, twice more.'],
      items: ['Loose'],
      openings: ['More'],
      facts: [
        ['Owner', 'Clerk'],
        ['Team', 'One | Two'],
      ],
      figures: { Budgets: ['Gross'] },
      fields: { Stage: 'Agreed', Who: 'clerk' },
      links: { more: '/more', Legal: '/legal' },
    });
  });

  it('gives a part that stands around the content by what it is called, and no part that is not there', () => {
    expect(readPart(html, 'Steps')).toMatchObject({ links: { Before: '/before' }, paragraphs: [] });
    expect(() => readPart(html, 'Dates')).toThrow('The page has no part called Dates');
  });
});
