import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { reportStream } from './index.js';
import { asked, happened, issued, issuing, rendered, units } from './quarterly-report.story.js';

const key = 'report/cabinet-2014-05';

describe('A report', () => {
  it('is nothing before the day it was issued, and from then on what it was made of', () => {
    const timeline = given(reportStream, issued);
    expect(timeline.asAt(civilDate('2014-05-01')).get(key)).toBeUndefined();
    expect(timeline.asAt(civilDate('2014-05-02')).get(key)).toEqual({
      kind: 'report',
      id: 'cabinet-2014-05',
      ...units,
      ...rendered,
      issued: { on: '2014-05-02', precision: 'day', provenance: 'minuted' },
    });
  });

  it('is of JSON, of every row and of all that was known, where nothing else is asked', () => {
    given(reportStream, [])
      .when(asked('2014-05-02', { title: 'State of the programme', view: 'overview', ...rendered }))
      .thenRecords([
        happened('2014-05-02', {
          title: 'State of the programme',
          view: 'overview',
          query: {},
          format: 'json',
          ...rendered,
        }),
      ]);
  });

  it.each(['asAt', 'position', 'hash', 'rendering'] as const)('is not issued without its %s', (pin) => {
    const { [pin]: _left, ...others } = rendered;
    given(reportStream, [])
      .when(asked('2014-05-02', { ...units, ...others }))
      .thenRefused('report-not-rendered');
  });

  it('keeps its decision and its source, and the one thing it shows', () => {
    const said = { title: 'Legal Services', view: 'reviews', thing: 'legal-services' };
    const more = { decision: 'cabinet-2014-05-01', source: 'Agenda item 7' };
    const after = given(reportStream, [])
      .when(asked('2014-05-02', { ...said, ...more, ...rendered }))
      .thenRecords([happened('2014-05-02', { ...said, ...more, query: {}, format: 'json', ...rendered })]);
    expect(after.asAt().get(key)).toMatchObject({
      thing: 'legal-services',
      issued: { decision: 'cabinet-2014-05-01' },
      source: 'Agenda item 7',
    });
  });

  it('reads nothing elsewhere: what it shows is pinned by its position', () => {
    expect(reportStream.reads(issuing.command)).toEqual([]);
    expect(reportStream.touches(issuing.event)).toEqual([key]);
  });
});
