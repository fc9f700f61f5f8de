import { describe, expect, it } from '@jest/globals';
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
});
