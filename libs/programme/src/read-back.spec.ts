import { describe, expect, it } from '@jest/globals';
import { readBack } from './read-back.js';

const envelope = { effectiveOn: '2014-04-01', provenance: 'minuted' };
const governance = { name: 'Governance and Law', code: 'BU-101' };

/** What was written in the first version of an entry, and as it is read since the second. */
const written: Readonly<Record<string, readonly [first: object, second: object]>> = {
  UnitRenamed: [
    { unit: 'legal', fromName: 'Legal', toName: 'Law' },
    { unit: 'legal', fromName: 'Legal', name: 'Law' },
  ],
  UnitRecoded: [
    { unit: 'legal', fromCode: null, toCode: 'BU-1' },
    { unit: 'legal', fromCode: null, code: 'BU-1' },
  ],
  UnitsRecoded: [
    { units: [{ unit: 'legal', fromCode: 'BU-1', toCode: 'BU-2' }] },
    { units: [{ unit: 'legal', fromCode: 'BU-1', code: 'BU-2' }] },
  ],
  UnitReclassified: [
    { unit: 'legal', fromKind: null, toKind: 'team' },
    { unit: 'legal', fromKind: null, unitKind: 'team' },
  ],
  UnitTransferred: [
    { unit: 'legal', fromDirectorate: 'A', toDirectorate: 'B', fromGroup: null, toGroup: null },
    { unit: 'legal', fromDirectorate: 'A', toDirectorate: 'B', fromGroup: null },
  ],
  ProjectStageReached: [
    { project: 'company', fromStage: 'chartered', toStage: 'defined' },
    { project: 'company', fromStage: 'chartered', stage: 'defined' },
  ],
  UnitsMerged: [
    { units: ['legal'], successor: 'governance', registers: governance },
    { units: ['legal'], successor: 'governance', founds: true, ...governance },
  ],
  UnitSplit: [
    {
      unit: 'legal',
      into: [
        { unit: 'legal', share: 1 },
        { unit: 'governance', share: 2, registers: governance },
      ],
    },
    {
      unit: 'legal',
      into: [
        { unit: 'legal', share: 1 },
        { unit: 'governance', share: 2, founds: true, ...governance },
      ],
    },
  ],
  BodyRenamed: [
    { body: 'cabinet', fromName: 'Cabinet', toName: 'Executive' },
    { body: 'cabinet', fromName: 'Cabinet', name: 'Executive' },
  ],
  SavingReprofiled: [
    { saving: 'hours', plan: 'forecast', fromProfile: [], toProfile: [{ year: '2015/16', pence: 5 }] },
    { saving: 'hours', plan: 'forecast', fromProfile: [], profile: [{ year: '2015/16', pence: 5 }] },
  ],
  SavingMoved: [
    { saving: 'hours', toPortfolio: 'place' },
    { saving: 'hours', toPortfolio: 'place', fromPortfolio: null },
  ],
  SavingOwnerChanged: [
    { saving: 'hours', toOwner: 'Cabinet' },
    { saving: 'hours', toOwner: 'Cabinet', fromOwner: null },
  ],
};

describe('An entry of an earlier version', () => {
  it.each(Object.entries(written))('%s is read as the present one says it', (type, [first, second]) => {
    expect(readBack({ type, version: 1, envelope, data: first })).toEqual({ type, ...envelope, ...second });
    expect(readBack({ type, version: 2, envelope, data: second })).toEqual({ type, ...envelope, ...second });
  });

  it('that took over a unit which was there before says nothing of that unit, as now', () => {
    const data = { units: ['legal'], successor: 'property' };
    expect(readBack({ type: 'UnitsMerged', version: 1, envelope, data })).toEqual({
      type: 'UnitsMerged',
      ...envelope,
      ...data,
    });
  });

  it('that tells no version is read as it is, and so is an entry that no act tells of', () => {
    const renamed = { unit: 'legal', fromName: 'Legal', name: 'Law', toName: 'kept' };
    expect(readBack({ type: 'UnitRenamed', envelope, data: renamed })).toEqual({
      type: 'UnitRenamed',
      ...envelope,
      ...renamed,
    });
    const struck = { strikes: ['entry-1'], reason: 'It was another unit' };
    expect(readBack({ type: 'EntryStruck', version: 1, envelope, data: struck })).toMatchObject(struck);
  });
});
