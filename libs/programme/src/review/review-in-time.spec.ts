import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import { entryId, given } from '#testing';
import type { Facts } from '../stream.js';
import { everyCommand } from './every-command.js';
import type { ReviewEvent } from './events.js';
import { reviewStream, type ReviewPart } from './index.js';
import { legalServices } from './legal-services.js';

const facts: Facts = { get: (key) => (key === 'service/legal-services' ? { kind: 'service' } : undefined) };

/** The review at the end of a day, after these entries. */
const reviewAfter = (entries: readonly ReviewEvent[], day?: string): ReviewPart | undefined =>
  given(reviewStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(legalServices);

/** Parts are kept as text, so they are compared as text. */
const expectText = (found: unknown, expected: unknown) =>
  expect(JSON.stringify(found, null, 1)).toBe(JSON.stringify(expected, null, 1));

describe.each(Object.entries(everyCommand))('%s', (_name, row) => {
  const { before, command, event, later, contradicts } = row;
  const day = command.effectiveOn;
  const eve = addDays(day, -1);

  it('is recorded whole, and holds from its day on', () => {
    const after = given(reviewStream, before).when(command, facts).thenRecords([event]);
    expectText(after.asAt(eve).get(legalServices), reviewAfter(before, eve));
    expectText(after.asAt(day).get(legalServices), reviewAfter([...before, event], day));
    expect(after.asAt(day).get(legalServices)).not.toEqual(reviewAfter(before));
  });

  it('changes nothing when it is said again', () => {
    given(reviewStream, [...before, event])
      .when(command, facts)
      .thenNothing();
  });

  it('waits for its day where that lies ahead', () => {
    const ahead = civilDate('2026-04-01');
    const after = given(reviewStream, before)
      .when({ ...command, effectiveOn: ahead }, facts)
      .thenRecords([{ ...event, effectiveOn: ahead }]);
    expectText(after.asAt(addDays(ahead, -1)).get(legalServices), reviewAfter(before));
    expectText(
      after.asAt(ahead).get(legalServices),
      reviewAfter([...before, { ...event, effectiveOn: ahead }]),
    );
  });

  if (later) {
    it('lands in its place where a later entry is on the record already', () => {
      const after = given(reviewStream, [...before, later])
        .when(command, facts)
        .thenRecords([event]);
      expectText(after.asAt(day).get(legalServices), reviewAfter([...before, event], day));
      expectText(after.asAt().get(legalServices), reviewAfter([...before, event, later]));
    });
  }

  if (contradicts) {
    it('is refused where it contradicts a later entry, which the refusal names', () => {
      given(reviewStream, [...before, contradicts.entry])
        .when(command, facts)
        .thenRefused(contradicts.refused, { entry: before.length });
    });
  }

  it('is struck and said again for another day', () => {
    const instead = civilDate(row.instead);
    const after = given(reviewStream, [...before, event])
      .striking([before.length], [{ ...command, effectiveOn: instead }], facts)
      .thenRecords([{ ...event, effectiveOn: instead }]);
    expect(after.isStruck(entryId(before.length))).toBe(true);
    expectText(after.asAt().get(legalServices), reviewAfter([...before, { ...event, effectiveOn: instead }]));
  });

  it('is struck alone, and leaves the review as it was', () => {
    const after = given(reviewStream, [...before, event])
      .striking([before.length])
      .thenRecords([]);
    expectText(after.asAt().get(legalServices), reviewAfter(before));
  });
});

it('Only what adds to the record and takes nothing away has no later entry in its way', () => {
  const free = Object.entries(everyCommand).filter(([, { contradicts }]) => !contradicts);
  expect(free.map(([name]) => name)).toEqual([
    'name-review-team',
    'record-service-understanding',
    'record-market-engagement',
    'appraise-option',
    'reject-option',
    'endorse-option',
  ]);
});
