import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import {
  change,
  changing,
  defining,
  fivePoints,
  fiveToThree,
  scale,
  threePoints,
} from './delivery-confidence.story.js';
import { asked, happened, minuted, started } from './facing-the-challenge.story.js';
import { mappedPoint, programmeStream, type ProgrammeEvent, type ScalePart } from './index.js';

const scaleAfter = (entries: readonly ProgrammeEvent[], day?: string) =>
  given(programmeStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get('scale/confidence') as ScalePart;
const defined = [started, defining.event];
const changed = [...defined, changing.event];
const twoPoints = [
  { id: 'on-course', label: 'On course', order: 1 },
  { id: 'off-course', label: 'Off course', order: 2 },
];
const changedTwice = [
  ...changed,
  happened('2018-04-01', {
    type: 'RatingScaleChanged',
    scale: 'confidence',
    fromVersion: 2,
    version: 5,
    points: twoPoints,
    mapping: [
      { fromPoint: 'high', toPoint: 'on-course' },
      { fromPoint: 'low', toPoint: 'off-course' },
      { fromPoint: 'medium', toPoint: 'on-course' },
    ],
  }),
];
const eachMapped = (entries: readonly ProgrammeEvent[], version: number, points: readonly { id: string }[]) =>
  points.map(({ id }) => [id, mappedPoint(scaleAfter(entries), version, id)?.id]);

describe('A rating scale', () => {
  it('is nothing before the day it was defined, and its first version from then on', () => {
    expect(scaleAfter(defined, '2014-03-31')).toBeUndefined();
    expect(scaleAfter(defined, '2014-04-01')).toEqual({
      kind: 'scale',
      id: 'confidence',
      name: 'Delivery confidence',
      measure: 'delivery-confidence',
      versions: [{ version: 1, points: fivePoints, since: minuted('2014-04-01') }],
    });
  });

  it('keeps every version with the mapping to it: the last by a day is the one in force', () => {
    const first = { version: 1, points: fivePoints, since: minuted('2014-04-01') };
    expect(scaleAfter(changed, '2016-03-31').versions).toEqual([first]);
    expect(scaleAfter(changed, '2016-04-01').versions).toEqual([
      first,
      { version: 2, points: threePoints, mapping: fiveToThree, since: minuted('2016-04-01') },
    ]);
  });

  it('may be known first by a later version, with the source that gives it', () => {
    const third = { ...scale, version: 3, source: 'Guidance on assurance' };
    const after = given(programmeStream, [started])
      .when(asked('2014-04-01', { type: 'define-rating-scale', ...third }))
      .thenRecords([happened('2014-04-01', { type: 'RatingScaleDefined', ...third })]);
    expect(after.asAt().get('scale/confidence')).toMatchObject({
      versions: [{ version: 3, source: 'Guidance on assurance' }],
    });
  });

  it('has its points and its mapping in one order, however they were sent', () => {
    const points = [...fivePoints].reverse();
    given(programmeStream, [started])
      .when(asked('2014-04-01', { type: 'define-rating-scale', ...scale, points }))
      .thenRecords([defining.event]);
    given(programmeStream, changed)
      .when(
        asked('2016-04-01', {
          type: 'change-rating-scale',
          ...change,
          points: [...threePoints].reverse(),
          mapping: [...fiveToThree].reverse(),
        }),
      )
      .thenNothing();
  });

  it('touches the programme and itself', () => {
    expect(programmeStream.touches(changing.event)).toEqual(['programme/county', 'scale/confidence']);
  });
});

describe('A point of a scale, as mapped to the version in force', () => {
  it('is itself while its version is in force', () => {
    expect(eachMapped(defined, 1, fivePoints)).toEqual(fivePoints.map(({ id }) => [id, id]));
  });

  it('is what the change says, five points to three', () => {
    expect(eachMapped(changed, 1, fivePoints)).toEqual([
      ['green', 'high'],
      ['amber-green', 'high'],
      ['amber', 'medium'],
      ['amber-red', 'low'],
      ['red', 'low'],
    ]);
    expect(mappedPoint(scaleAfter(changed), 1, 'amber')).toEqual({ id: 'medium', label: 'Medium', order: 2 });
  });

  it('follows every change since, one after another', () => {
    expect(eachMapped(changedTwice, 1, fivePoints)).toEqual([
      ['green', 'on-course'],
      ['amber-green', 'on-course'],
      ['amber', 'on-course'],
      ['amber-red', 'off-course'],
      ['red', 'off-course'],
    ]);
    expect(eachMapped(changedTwice, 2, threePoints)).toEqual([
      ['high', 'on-course'],
      ['medium', 'on-course'],
      ['low', 'off-course'],
    ]);
  });

  it.each([
    ['a version that the scale does not hold', 4, 'amber'],
    ['a point that its version does not have', 1, 'medium'],
  ])('is none for %s', (_what, version, point) => {
    expect(mappedPoint(scaleAfter(changedTwice), version, point)).toBeUndefined();
  });
});
