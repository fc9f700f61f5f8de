import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { unitFlowChart } from './unit-flow.js';

const about = { id: 'unit-flow', title: 'What became of each unit', description: 'Five lines' };
const line = (fromName: string, toName: string, ends?: string) => ({
  ...{ from: fromName.toLowerCase(), fromName, to: toName.toLowerCase(), toName },
  ...(ends !== undefined && { ends }),
});

describe('What became of each unit', () => {
  it('has those that come to one beside one another, and that one between them, as near as there is room', () => {
    const svg = unitFlowChart(about, [
      line('Births', 'Libraries'),
      line('Archives', 'Libraries'),
      line('Depots', 'Depots', 'closed'),
      line('Zoos', 'Estates'),
      line('Zoos', 'Farms'),
    ]);
    expect(readDrawing(svg)).toEqual({
      title: 'What became of each unit',
      description: 'Five lines',
      size: '760 by 86',
      drawn: [
        'c-flow along M293 14 C357.5 14 357.5 14 422 14',
        'c-flow along M293 32 C357.5 32 357.5 32 422 32',
        'c-flow along M293 32 C357.5 32 357.5 50 422 50',
        'c-flow along M293 50 C357.5 50 357.5 68 422 68',
        'c-flow along M293 68 C357.5 68 357.5 68 422 68',
        'Depots at 285,18 c-small end',
        'Zoos at 285,36 c-small end',
        'Archives at 285,54 c-small end',
        'Births at 285,72 c-small end',
        'Depots, closed at 430,18 c-small',
        'Estates at 430,36 c-small c-strong',
        'Farms at 430,54 c-small c-strong',
        'Libraries (2) at 430,72 c-small c-strong',
      ],
    });
  });

  it('is as high as what one has come to needs', () => {
    const { size, drawn } = readDrawing(
      unitFlowChart(about, [line('A', 'X'), line('A', 'Y'), line('A', 'Z')]),
    );
    expect([size, drawn.at(-1)]).toEqual(['760 by 60', 'Z at 430,54 c-small c-strong']);
  });

  it('has one in the middle of those that came to it', () => {
    const svg = unitFlowChart(about, [line('A', 'X'), line('B', 'X'), line('C', 'X'), line('D', 'Y')]);
    const { size, drawn } = readDrawing(svg);
    // Three lines at 14, 32 and 50; the fourth at 68.
    expect(drawn.slice(-2)).toEqual(['X (3) at 430,36 c-small c-strong', 'Y at 430,72 c-small c-strong']);
    expect(size).toBe('760 by 86');
  });
});
