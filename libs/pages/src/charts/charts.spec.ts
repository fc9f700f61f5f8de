import { describe, expect, it } from '@jest/globals';
import { bars } from './bars.js';
import { burnUp } from './burn-up.js';
import { lineageFlow } from './lineage-flow.js';
import { milestonesChart } from './milestones.js';
import { ratingsLanes } from './ratings-lanes.js';
import { unitFlowChart } from './unit-flow.js';

const about = { id: 'drawn', title: 'Drawn', description: 'What is drawn' };

describe('Every chart', () => {
  it('has a title and a description that name it, and is drawn only where there is something to draw', () => {
    const drawn = [
      bars(about, [{ name: 'a', value: 1, label: '1' }]),
      burnUp(
        about,
        [{ title: 'a', lines: [{ label: 'a', look: 'c-line', steps: [{ on: '2014-01-01', value: 1 }] }] }],
        '2014-02-01',
      ),
      ratingsLanes(
        about,
        [{ name: 'a', lanes: [{ name: 'a', ratings: [{ on: '2014-01-01', label: 'Red', look: 'c-bad' }] }] }],
        '2014-02-01',
      ),
      unitFlowChart(about, [{ from: 'a', fromName: 'A', to: 'b', toName: 'B' }]),
      milestonesChart(about, [{ title: 'a', planned: '2014-01-01' }], '2014-02-01'),
    ];
    for (const svg of drawn) {
      expect(svg).toContain('role="img" aria-labelledby="drawn-title" aria-describedby="drawn-description"');
      expect(svg).toContain(
        '<title id="drawn-title">Drawn</title><desc id="drawn-description">What is drawn</desc>',
      );
      expect(svg).not.toMatch(/ style=|<style|NaN|undefined/);
    }
    expect([
      bars(about, []),
      burnUp(about, [], '2014-01-01'),
      ratingsLanes(about, [], '2014-01-01'),
      unitFlowChart(about, []),
      milestonesChart(about, [], '2014-01-01'),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('is a group of what it holds where something in it leads on, and no picture that hides it', () => {
    const law = { unit: 'law', name: 'Law & Co', through: 'legal', steps: 1, href: '/units/law?a=1&b="' };
    const svg = lineageFlow(
      { title: '<Legal>', description: 'Its lineage' },
      { id: 'legal', name: 'Legal' },
      [law],
      [],
    );
    expect(svg).toContain(
      'role="group" aria-labelledby="lineage-title" aria-describedby="lineage-description"',
    );
    expect(svg).toContain('<title id="lineage-title">&#60;Legal&#62;</title>');
    expect(svg).toContain('<a href="/units/law?a=1&#38;b=&#34;">');
    expect(svg).toContain('>Law &#38; Co</text>');
  });
});
