import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { asRead, names, where } from '../contract/as-read.js';
import type { EntryShown } from './entry-rows.js';
import { historyChart } from './history-section.js';

const chosen: EntryShown = {
  ...{
    id: 'e1',
    type: 'OptionChosen',
    stream: 'county/review/legal',
    recordedAt: '2014-05-16T09:00:00.000Z',
  },
  effectiveOn: '2014-05-15',
  data: { review: 'legal', option: 'trust', reason: 'It costs less' },
};

function itSays(entries: readonly EntryShown[]): (string | undefined)[] {
  const history = historyChart('Its history', entries, where, '', names);
  const page = asRead('thing', { name: 'Legal', facts: [], shown: [], history, wholeHistory: '/h' });
  return (page.tables['Its history'] ?? []).map((row) => row['It says']);
}

describe('The history of one thing', () => {
  it('names its parts within it, though no line says again which thing it is', () => {
    expect(itSays([chosen])).toEqual(['Option: The option trust of legal; Reason: It costs less']);
  });

  it('says which thing each entry is of where they are of several', () => {
    const other = { ...chosen, stream: 'county/review/it', data: { review: 'it', option: 'sale' } };
    expect(itSays([chosen, other])).toEqual([
      'Review: The review legal; Option: The option trust of legal; Reason: It costs less',
      'Review: The review it; Option: The option sale of it',
    ]);
  });

  it('says under which decision each was recorded, and that one was struck, why, and what replaced it', () => {
    const struckBy = { id: 's1', recordedAt: '2014-06-30T23:30:00.000Z', reason: 'Typed twice' };
    const entries: EntryShown[] = [
      { ...chosen, decision: 'cabinet-7', precision: 'month', provenance: 'illustrative' },
      {
        ...chosen,
        id: 'e2',
        struckBy,
        replacedBy: [{ id: 'e3', type: 'OptionChosen', effectiveOn: '2014-05-16' }],
      },
      {
        ...chosen,
        id: 'e4',
        struckBy: { recordedAt: struckBy.recordedAt },
        exception: { rule: 'own-proposal', reason: 'No way' },
      },
    ];
    const history = historyChart('Its history', entries, where, '/csv', names);
    const page = asRead('thing', { name: 'Legal', facts: [], shown: [], history, wholeHistory: '/h' });
    const line = (more: object) => ({
      ...{ 'Recorded on': '16 May 2014', 'Holds from': '15 May 2014', Entry: 'Option chosen' },
      ...{ 'It says': 'Option: The option trust of legal; Reason: It costs less', Decision: '', Struck: '' },
      ...more,
    });
    const rule = expect.stringMatching(/; Reason: It costs less; Sets aside .*: No way$/) as unknown;
    expect(page.tables['Its history']).toEqual([
      line({ 'Holds from': 'May 2014 (illustrative)', Decision: 'The decision cabinet-7' }),
      line({ Struck: 'Struck on 1 July 2014: Typed twice. See what replaced it', '': 'struck' }),
      line({ Struck: 'Struck on 1 July 2014', 'It says': rule, '': 'struck' }),
    ]);
    expect(page.links).toMatchObject({
      'The decision cabinet-7': '/programmes/county/decisions/cabinet-7',
      'Option chosen': '/programmes/county/history?entries=e4',
      'Struck on 1 July 2014: Typed twice. See what replaced it':
        '/programmes/county/history?entries=e2%2Cs1%2Ce3',
      'Struck on 1 July 2014': '/programmes/county/history?entries=e4',
      'Its history as CSV': '/csv',
    });
    expect(readDrawing(history.svg).description).toBe(
      '3 entries: 3 recorded after the day from which they hold, 0 ahead of it, 2 struck',
    );
    expect(history.note).toMatch(/^To the right: from when an entry holds\. Upwards: when it was recorded\./);
  });

  it('cuts what an entry says where it is long', () => {
    const [says] = itSays([{ ...chosen, data: { reason: 'a'.repeat(300) } }]);
    expect(says).toBe(`Reason: ${'a'.repeat(192)}…`);
    expect(itSays([{ ...chosen, data: { reason: 'a'.repeat(192) } }])).toEqual([
      `Reason: ${'a'.repeat(192)}`,
    ]);
  });

  it('is none where nothing was recorded', () => {
    const history = historyChart('Its history', [], where, '', names);
    expect([history.svg, history.table.rows, history.table.empty]).toEqual([
      undefined,
      [],
      'Nothing was recorded.',
    ]);
  });
});
