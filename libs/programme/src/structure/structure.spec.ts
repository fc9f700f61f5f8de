import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { entryId, given } from '#testing';
import { structureStream, type StructureEvent } from './index.js';
import {
  asked,
  closed,
  closing,
  counted,
  happened,
  merged,
  merging,
  registering,
  split,
} from './support-units.story.js';

const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const after = (entries: readonly StructureEvent[], day?: string) =>
  given(structureStream, entries).asAt(day === undefined ? undefined : civilDate(day));
const unitAfter = (id: string, entries: readonly StructureEvent[], day?: string) =>
  after(entries, day).get(`unit/${id}`);
const openOn = (day: string, entries: readonly StructureEvent[]) =>
  ['legal', 'democratic', 'property', 'governance', 'estates', 'facilities'].filter((id) =>
    Object.entries(unitAfter(id, entries, day) ?? {}).some(
      ([name, value]) => name === 'status' && value === 'open',
    ),
  );

describe('A business unit', () => {
  it('is nothing before the day it was registered, and what it was registered with from then on', () => {
    expect(unitAfter('legal', counted, '2013-09-18')).toBeUndefined();
    expect(unitAfter('legal', counted, '2013-09-19')).toEqual({
      kind: 'unit',
      id: 'legal',
      name: 'Legal Services',
      code: 'BU-041',
      unitKind: 'business unit',
      directorate: 'Business Strategy and Support',
      group: 'corporate',
      status: 'open',
      registered: minuted('2013-09-19'),
      opening: true,
      predecessors: [],
      successors: [],
      budgets: [],
    });
  });

  it('of an opening count is older than its registration; one that is founded is not', () => {
    const founding = asked('2014-04-01', { type: 'register-unit', unit: 'audit', name: 'Internal Audit' });
    const founded = given(structureStream, counted)
      .when(founding)
      .thenRecords([
        happened('2014-04-01', {
          type: 'UnitRegistered',
          unit: 'audit',
          name: 'Internal Audit',
          opening: false,
        }),
      ]);
    expect(founded.asAt().get('unit/audit')).toMatchObject({ opening: false, predecessors: [] });
    expect(founded.asAt().get('unit/legal')).toMatchObject({ opening: true, predecessors: [] });
    given(structureStream, counted)
      .when({ ...registering.command, opening: false } as typeof registering.command)
      .thenRefused('unit-already-registered');
  });

  it('may have the name of another: the same name is not the same body', () => {
    const namesake = { unit: 'legal-2', name: 'Legal Services', opening: false } as const;
    const both = given(structureStream, counted)
      .when(asked('2014-04-01', { type: 'register-unit', ...namesake }))
      .thenRecords([happened('2014-04-01', { type: 'UnitRegistered', ...namesake })]);
    expect(both.asAt().get('unit/legal-2')).toMatchObject({ name: 'Legal Services', status: 'open' });
    expect(both.asAt().get('unit/legal')).toEqual(unitAfter('legal', counted));
  });

  it('has on any day the name, the code, the kind and the place it had on that day', () => {
    const entries = [
      ...counted,
      happened('2014-04-01', {
        type: 'UnitRenamed',
        unit: 'legal',
        fromName: 'Legal Services',
        name: 'Legal',
      }),
      happened('2014-07-01', { type: 'UnitRecoded', unit: 'legal', fromCode: 'BU-041', code: 'L-1' }),
      happened('2015-04-01', {
        type: 'UnitReclassified',
        unit: 'legal',
        fromKind: 'business unit',
        unitKind: 'trading unit',
      }),
      happened('2016-04-01', {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: null,
        fromGroup: 'corporate',
        toGroup: 'place',
      }),
    ];
    const directorate = 'Business Strategy and Support';
    const was = {
      name: 'Legal Services',
      code: 'BU-041',
      unitKind: 'business unit',
      directorate,
      group: 'corporate',
    };
    expect(unitAfter('legal', entries, '2014-03-31')).toMatchObject(was);
    expect(unitAfter('legal', entries, '2014-04-01')).toMatchObject({ ...was, name: 'Legal' });
    expect(unitAfter('legal', entries, '2014-07-01')).toMatchObject({ ...was, name: 'Legal', code: 'L-1' });
    expect(unitAfter('legal', entries, '2016-03-31')).toMatchObject({
      unitKind: 'trading unit',
      group: 'corporate',
    });
    expect(unitAfter('legal', entries)).toMatchObject({
      unitKind: 'trading unit',
      directorate,
      group: 'place',
    });
  });

  it('is gone on the day it is closed, and says why', () => {
    expect(unitAfter('legal', closed, '2017-05-31')).toEqual(unitAfter('legal', counted));
    expect(unitAfter('legal', closed, '2017-06-01')).toMatchObject({
      status: 'closed',
      ended: { ...minuted('2017-06-01'), how: 'closed', reason: 'Its work goes to the company' },
      successors: [],
    });
  });

  it('is written with its members in one order, whatever happened first', () => {
    const bare = happened('2013-09-19', {
      type: 'UnitRegistered',
      unit: 'audit',
      name: 'Audit',
      opening: true,
    });
    const recoded = happened('2014-04-01', {
      type: 'UnitRecoded',
      unit: 'audit',
      fromCode: null,
      code: 'A',
    });
    const kind = { type: 'UnitReclassified', unit: 'audit', fromKind: null, unitKind: 'team' } as const;
    const reclassified = happened('2014-04-01', kind);
    expect(JSON.stringify(unitAfter('audit', [bare, recoded, reclassified]))).toBe(
      JSON.stringify(unitAfter('audit', [bare, reclassified, recoded])),
    );
  });
});

describe('A merge', () => {
  it('makes a new unit of those that end, and each knows the other', () => {
    const day = minuted('2014-04-01');
    expect(openOn('2014-03-31', merged)).toEqual(['legal', 'democratic', 'property']);
    expect(openOn('2014-04-01', merged)).toEqual(['property', 'governance']);
    expect(unitAfter('governance', merged)).toMatchObject({
      name: 'Governance and Law',
      opening: false,
      registered: day,
      predecessors: [
        { unit: 'legal', how: 'merge', ...day },
        { unit: 'democratic', how: 'merge', ...day },
      ],
    });
    expect(unitAfter('legal', merged)).toMatchObject({
      status: 'merged',
      ended: { ...day, how: 'merged' },
      successors: [{ unit: 'governance', how: 'merge', ...day }],
    });
  });

  it('goes into a unit that is there already, whether or not it is named among those that merge', () => {
    given(structureStream, counted)
      .when(asked('2014-04-01', { type: 'merge-units', units: ['property', 'legal'], successor: 'property' }))
      .thenRecords([
        happened('2014-04-01', { type: 'UnitsMerged', units: ['legal'], successor: 'property' }),
      ]);
  });

  it('may be one of any number on a day', () => {
    const second = { type: 'merge-units', units: ['property'], successor: 'governance' } as const;
    const both = given(structureStream, merged)
      .when(asked('2014-04-01', second))
      .thenRecords([
        happened('2014-04-01', { type: 'UnitsMerged', units: ['property'], successor: 'governance' }),
      ]);
    expect(both.asAt().get('unit/governance')).toMatchObject({
      predecessors: [{ unit: 'legal' }, { unit: 'democratic' }, { unit: 'property' }],
    });
  });

  it('is no merge of a unit that a later entry merges elsewhere', () => {
    given(structureStream, merged)
      .when(asked('2014-01-06', { type: 'merge-units', units: ['legal'], successor: 'property' }))
      .thenRefused('unit-not-open', { entry: 3 });
  });

  it('changes nothing when it is said again, unless of another unit, with another name or by another decision', () => {
    const again = (said: object) => given(structureStream, merged).when({ ...merging.command, ...said });
    again({ units: ['legal', 'democratic', 'legal'] }).thenNothing();
    again({ units: ['democratic', 'legal'] }).thenRefused('unit-not-open');
    again({ units: ['democratic', 'property'] }).thenRefused('unit-not-open');
    again({ name: 'Law' }).thenRefused('successor-already-registered');
    again({ name: undefined, decision: 'council-2014-03-27' }).thenRefused('unit-not-open');
  });

  it('of a unit registered on that day leaves the registration to be corrected, in its place in the day', () => {
    const founding = {
      type: 'UnitRegistered',
      unit: 'audit',
      name: 'Internal Adit',
      opening: false,
    } as const;
    const founded = happened('2014-04-01', founding);
    const joins = happened('2014-04-01', { type: 'UnitsMerged', units: ['audit'], successor: 'legal' });
    const corrected = given(structureStream, [...counted, founded, joins])
      .striking([3], [asked('2014-04-01', { type: 'register-unit', unit: 'audit', name: 'Internal Audit' })])
      .thenRecords([{ ...founded, name: 'Internal Audit' } as StructureEvent]);
    expect(corrected.refusalOf(entryId(4))).toBeUndefined();
    expect(corrected.asAt().get('unit/audit')).toMatchObject({ name: 'Internal Audit', status: 'merged' });
    given(structureStream, [...counted, founded, joins])
      .striking([3])
      .thenRefused('unit-not-registered', { entry: 4 });
  });
});

describe('A split', () => {
  it('ends the unit and makes others, in whole-number shares', () => {
    const day = minuted('2014-04-01');
    expect(openOn('2014-04-01', split)).toEqual(['legal', 'democratic', 'estates', 'facilities']);
    expect(unitAfter('property', split)).toMatchObject({
      status: 'split',
      successors: [
        { unit: 'estates', how: 'split', share: 2, of: 3, ...day },
        { unit: 'facilities', how: 'split', share: 1, of: 3, ...day },
      ],
    });
    expect(unitAfter('facilities', split)).toMatchObject({
      predecessors: [{ unit: 'property', how: 'split', share: 1, of: 3, ...day }],
    });
  });

  it('leaves the unit open where it is named among its parts, and may hand the rest to one that is there', () => {
    const into = [
      { unit: 'property', share: 3 },
      { unit: 'legal', share: 1 },
    ];
    const timeline = given(structureStream, counted)
      .when(asked('2014-04-01', { type: 'split-unit', unit: 'property', into }))
      .thenRecords([happened('2014-04-01', { type: 'UnitSplit', unit: 'property', into })]);
    expect(timeline.asAt().get('unit/property')).toMatchObject({
      status: 'open',
      successors: [{ unit: 'legal', share: 1, of: 4 }],
    });
  });

  it('is another split with other shares, and then refused', () => {
    const into = [
      { unit: 'estates', share: 1 },
      { unit: 'facilities', share: 1 },
    ];
    given(structureStream, split)
      .when(asked('2014-04-01', { type: 'split-unit', unit: 'property', into }))
      .thenRefused('unit-not-open');
  });
});

describe('A code', () => {
  const audit = { unit: 'audit', name: 'Internal Audit', code: 'BU-041' } as const;
  const registersAudit = { ...audit, type: 'UnitRegistered', opening: false } as const;

  it('is free once its unit has another, or is closed, and no entry says whose it was', () => {
    const recoded = { type: 'UnitRecoded', unit: 'legal', fromCode: 'BU-041', code: 'L-1' } as const;
    given(structureStream, [...counted, happened('2014-04-01', recoded)])
      .when(asked('2014-04-01', { type: 'register-unit', ...audit }))
      .thenRecords([happened('2014-04-01', registersAudit)]);
    given(structureStream, closed)
      .when(asked('2017-06-01', { type: 'register-unit', ...audit }))
      .thenRecords([happened('2017-06-01', registersAudit)]);
    given(structureStream, closed)
      .when(asked('2017-06-01', { type: 'recode-unit', unit: 'property', code: 'BU-041' }))
      .thenRecords([
        happened('2017-06-01', {
          type: 'UnitRecoded',
          unit: 'property',
          fromCode: 'BU-050',
          code: 'BU-041',
        }),
      ]);
  });

  it('of a unit that merges or is split may be that of what it becomes', () => {
    const becomes = { name: 'Governance and Law', code: 'BU-041' };
    const timeline = given(structureStream, counted)
      .when({ ...merging.command, ...becomes, directorate: undefined } as never)
      .thenRecords([
        happened('2014-04-01', {
          type: 'UnitsMerged',
          units: ['legal', 'democratic'],
          successor: 'governance',
          founds: true,
          ...becomes,
        }),
      ]);
    expect(timeline.asAt().get('code/BU-041')).toEqual({
      kind: 'code',
      id: 'BU-041',
      heldBy: ['governance'],
    });
    expect(timeline.asAt().get('code/BU-042')).toEqual({ kind: 'code', id: 'BU-042', heldBy: [] });
    const into = [
      { unit: 'estates', share: 2, name: 'Estates', code: 'BU-050' },
      { unit: 'facilities', share: 1, name: 'Facilities' },
    ];
    const splits = given(structureStream, counted)
      .when(asked('2014-04-01', { type: 'split-unit', unit: 'property', into }))
      .thenRecords([
        happened('2014-04-01', {
          type: 'UnitSplit',
          unit: 'property',
          into: [
            { unit: 'estates', share: 2, founds: true, name: 'Estates', code: 'BU-050' },
            { unit: 'facilities', share: 1, founds: true, name: 'Facilities' },
          ],
        }),
      ]);
    expect(splits.asAt().get('code/BU-050')).toMatchObject({ heldBy: ['estates'] });
  });

  it('is not taken late from a unit that had it, and the unit is not struck back to life under it', () => {
    const taken = happened('2017-06-01', registersAudit);
    given(structureStream, [...closed, taken])
      .striking([3])
      .thenRefused('code-taken', { entry: 4 });
    const later = { ...closing.command, effectiveOn: civilDate('2017-07-03') };
    given(structureStream, [...closed, taken])
      .striking([3], [later])
      .thenRefused('code-taken', { entry: 4 });
  });

  it('that nobody has can be given late, whoever takes it after it is given up again', () => {
    const [registering, recoding, closingIt, taking] = [
      happened('2013-02-01', { type: 'UnitRegistered', unit: 'b', name: 'B', opening: false }),
      asked('2013-03-01', { type: 'recode-unit', unit: 'b', code: 'C0' }),
      happened('2014-02-01', { type: 'UnitClosed', unit: 'b' }),
      happened('2015-01-01', { type: 'UnitRegistered', unit: 'c', name: 'C', code: 'C0', opening: false }),
    ];
    const before = [
      happened('2012-07-01', { type: 'UnitRegistered', unit: 'a', name: 'A', code: 'C0', opening: false }),
      happened('2013-01-01', { type: 'UnitClosed', unit: 'a' }),
      registering,
      taking,
    ];
    const late = happened('2013-03-01', { type: 'UnitRecoded', unit: 'b', fromCode: null, code: 'C0' });
    const timeline = given(structureStream, [...before, closingIt])
      .when(recoding)
      .thenRecords([late]);
    const heldOn = (day: string) => timeline.asAt(civilDate(day)).get('code/C0');
    expect(heldOn('2013-01-31')).toMatchObject({ heldBy: [] });
    expect(heldOn('2013-03-01')).toMatchObject({ heldBy: ['b'] });
    expect(heldOn('2014-02-01')).toMatchObject({ heldBy: [] });
    expect(heldOn('2015-01-01')).toMatchObject({ heldBy: ['c'] });
    // Still open when the other takes it: that entry stands in the way.
    given(structureStream, before).when(recoding).thenRefused('code-taken', { entry: 3 });
    // And once it was given late, the closing that frees it again cannot be struck.
    given(structureStream, [...before, closingIt, late])
      .striking([4])
      .thenRefused('code-taken', { entry: 3 });
  });

  it('that a recoding freed, and another took, is asked for when the recoding is struck', () => {
    const recoded = { type: 'UnitRecoded', unit: 'legal', fromCode: 'BU-041', code: 'L-1' } as const;
    given(structureStream, [
      ...counted,
      happened('2014-04-01', recoded),
      happened('2014-05-01', registersAudit),
    ])
      .striking([3])
      .thenRefused('code-taken', { entry: 4 });
  });

  it('can be swapped for another’s in one entry, and is given to no two', () => {
    const swap = [
      { unit: 'legal', code: 'BU-042' },
      { unit: 'democratic', code: 'BU-041' },
    ];
    const timeline = given(structureStream, counted)
      .when(asked('2014-04-01', { type: 'recode-units', units: swap }))
      .thenRecords([
        happened('2014-04-01', {
          type: 'UnitsRecoded',
          units: [
            { unit: 'legal', fromCode: 'BU-041', code: 'BU-042' },
            { unit: 'democratic', fromCode: 'BU-042', code: 'BU-041' },
          ],
        }),
      ]);
    expect(timeline.asAt().get('unit/legal')).toMatchObject({ code: 'BU-042' });
    expect(timeline.asAt().get('code/BU-042')).toMatchObject({ heldBy: ['legal'] });
    expect(timeline.asAt().get('code/BU-041')).toMatchObject({ heldBy: ['democratic'] });
  });
});

describe('The structure of a programme', () => {
  it('reads nothing elsewhere, and an entry is about the units and codes it names', () => {
    expect(structureStream.reads(merging.command)).toEqual([]);
    expect(structureStream.touches(merging.event)).toEqual([
      'unit/legal',
      'unit/democratic',
      'unit/governance',
      'code/BU-101',
    ]);
  });
});
