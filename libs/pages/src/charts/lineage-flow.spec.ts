import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { lineageFlow } from './lineage-flow.js';

const about = { title: 'Where it came from', description: 'Its lineage' };
const legal = { id: 'legal', name: 'Legal' };
const unit = (name: string, steps: number, through: string) => ({
  ...{ unit: name.toLowerCase(), name, through, steps, href: `/units/${name.toLowerCase()}` },
});

describe('The lineage of a unit', () => {
  it('has what it was made from on its left and what it led to on its right, a column a step, each joined to the next', () => {
    const before = [unit('Courts', 1, 'legal'), unit('Deeds', 1, 'legal'), unit('Clerks', 2, 'courts')];
    const svg = lineageFlow(about, legal, before, [unit('Law', 1, 'legal')]);
    expect(readDrawing(svg)).toEqual({
      ...about,
      size: '1000 by 92',
      drawn: [
        'c-flow along M454 25 C479 25 479 45 504 45',
        'c-flow along M454 65 C479 65 479 45 504 45',
        'c-flow along M204 45 C229 45 229 25 254 25',
        'c-flow along M704 45 C729 45 729 45 754 45',
        'c-open 200 by 30 at 254,10 → /units/courts',
        'Courts at 262,30 → /units/courts',
        'c-open 200 by 30 at 254,50 → /units/deeds',
        'Deeds at 262,70 → /units/deeds',
        'c-open 200 by 30 at 4,30 → /units/clerks',
        'Clerks at 12,50 → /units/clerks',
        'c-open 200 by 30 at 754,30 → /units/law',
        'Law at 762,50 → /units/law',
        'c-chosen 200 by 30 at 504,30',
        'Legal at 512,50 c-light',
      ],
    });
  });

  it('follows what it led to over several steps', () => {
    const after = [
      unit('Law', 1, 'legal'),
      unit('Deeds', 1, 'legal'),
      unit('Land', 2, 'deeds'),
      unit('Homes', 3, 'land'),
    ];
    const { size, drawn } = readDrawing(lineageFlow(about, legal, [], after));
    expect([size, ...drawn.slice(0, 4)]).toEqual([
      '1000 by 92',
      'c-flow along M204 45 C229 45 229 25 254 25',
      'c-flow along M204 45 C229 45 229 65 254 65',
      'c-flow along M454 65 C479 65 479 45 504 45',
      'c-flow along M704 45 C729 45 729 45 754 45',
    ]);
  });

  it('keeps apart a unit that was made from it and that it was made from', () => {
    const { drawn } = readDrawing(
      lineageFlow(about, legal, [unit('Law', 1, 'legal')], [unit('Law', 1, 'legal')]),
    );
    expect(drawn).toEqual([
      'c-flow along M204 25 C229 25 229 25 254 25',
      'c-flow along M454 25 C479 25 479 25 504 25',
      'c-open 200 by 30 at 4,10 → /units/law',
      'Law at 12,30 → /units/law',
      'c-open 200 by 30 at 504,10 → /units/law',
      'Law at 512,30 → /units/law',
      'c-chosen 200 by 30 at 254,10',
      'Legal at 262,30 c-light',
    ]);
  });

  it('is never narrower than the page, cuts a name to its box, and is not drawn where there is nothing beside the unit', () => {
    const { size, drawn } = readDrawing(
      lineageFlow(about, legal, [unit('Registration of births, deaths and marriages', 1, 'legal')], []),
    );
    expect(size).toBe('760 by 52');
    expect(drawn[2]).toMatch(/^Registration of [a-z]+…? at 12,30 → /);
    expect(lineageFlow(about, legal, [], [])).toBeUndefined();
  });
});
