import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { NamedField } from '#fields';
import { namedFieldsOf, readBack, streams } from '#programme';
import { filesUnder, root } from '../house/sources.js';

type Members = Readonly<Record<string, unknown>>;
interface Golden {
  readonly type: string;
  readonly version: number;
  readonly envelope: Members;
  readonly data: Members;
}

const files = filesUnder('test/golden/events');
const goldens = new Map(
  files.map((path) => [
    basename(path, '.json'),
    JSON.parse(readFileSync(join(root, path), 'utf8')) as Golden,
  ]),
);
const acts = streams.flatMap((stream) => stream.acts);

/** What an entry is read with beside its own fields; the rest of its envelope tells who recorded it, and how. */
const recorded = ['effectiveOn', 'takenOn', 'precision', 'decision', 'provenance', 'source', 'exception'];
const recordedIn = (envelope: Members): Members =>
  Object.fromEntries(Object.entries(envelope).filter(([name]) => recorded.includes(name)));

const governance = {
  name: 'Governance and Law',
  code: 'BU-101',
  unitKind: 'business unit',
  directorate: 'Strategic and Corporate Services',
  group: 'corporate',
};

/** What the data of an earlier version is read as now. */
const asNow: Readonly<Record<string, Members>> = {
  'BodyRenamed.v1': { body: 'cabinet', fromName: 'Cabinet', name: 'Executive' },
  'ProjectStageReached.v1': { project: 'company', fromStage: 'chartered', stage: 'defined' },
  'SavingMoved.v1': { saving: 'hours', toPortfolio: 'place', fromPortfolio: null },
  'SavingOwnerChanged.v1': { saving: 'hours', toOwner: 'Cabinet', fromOwner: null },
  'SavingReprofiled.v1': {
    saving: 'hours',
    plan: 'forecast',
    fromProfile: [{ year: '2014/15', pence: 5 }],
    profile: [{ year: '2015/16', pence: 5 }],
    reason: 'It starts a year later',
  },
  'UnitReclassified.v1': { unit: 'legal', fromKind: null, unitKind: 'team' },
  'UnitRecoded.v1': { unit: 'legal', fromCode: null, code: 'BU-1' },
  'UnitRenamed.v1': { unit: 'legal', fromName: 'Legal', name: 'Law' },
  'UnitSplit.v1': {
    unit: 'legal',
    into: [
      { unit: 'legal', share: 1 },
      { unit: 'governance', share: 2, founds: true, ...governance },
    ],
  },
  'UnitTransferred.v1': {
    unit: 'legal',
    fromDirectorate: 'Customer and Communities',
    toDirectorate: 'Strategic and Corporate Services',
    fromGroup: null,
  },
  'UnitsMerged.v1': {
    units: ['legal', 'democratic-services'],
    successor: 'governance',
    founds: true,
    ...governance,
  },
  'UnitsRecoded.v1': {
    units: [
      { unit: 'legal', fromCode: 'BU-1', code: 'BU-2' },
      { unit: 'property', fromCode: null, code: 'BU-1' },
    ],
  },
};

/** What an entry says that nobody is asked for: that a successor is new, and which programme it is. */
const unasked = new Set(['founds', 'programme']);

/** The places at which data says something that is no field, or leaves out one that is needed, at every depth. */
function amiss(fields: readonly NamedField[], data: Members, at: string): string[] {
  const strange = Object.keys(data).filter(
    (name) => !unasked.has(name) && !fields.some((f) => f.name === name),
  );
  const missing = fields.filter(({ name, required }) => required && !Object.hasOwn(data, name));
  const inside = fields.flatMap(({ name, kind }) =>
    [data[name]]
      .flat()
      .flatMap((value) =>
        kind.inside && value instanceof Object ? amiss(kind.inside, value as Members, `${at}.${name}`) : [],
      ),
  );
  return [
    ...strange.map((name) => `${at}: ${name}`),
    ...missing.map(({ name }) => `${at}: no ${name}`),
    ...inside,
  ];
}

describe('An entry of every version', () => {
  it('has an example of each type that there is, under its own name', () => {
    const versions = acts.flatMap(({ event, version }) =>
      Array.from({ length: version }, (_, earlier) => `${event}.v${earlier + 1}`),
    );
    expect([...goldens.keys()].sort()).toEqual([...versions, 'EntryStruck.v1'].sort());
    expect([...goldens].filter(([name, { type, version }]) => name !== `${type}.v${version}`)).toEqual([]);
  });

  it('is as it was written: its example never changes', () => {
    const lines = readFileSync(join(root, 'test/golden/sha256sums.txt'), 'utf8').trimEnd().split('\n');
    const sums = lines.map((line) => line.split('  '));
    const sumOf = (path: string) =>
      createHash('sha256')
        .update(readFileSync(join(root, 'test/golden', path)))
        .digest('hex');
    expect(sums.filter(([sum, path = '']) => sumOf(path) !== sum)).toEqual([]);
    const kept = filesUnder('test/golden')
      .filter((path) => !/README\.md$|sha256sums\.txt$|\.spec\.ts$/.test(path))
      .map((path) => path.slice('test/golden/'.length));
    expect(kept.filter((path) => !sums.some(([, held]) => held === path))).toEqual([]);
  });

  it('is read as the present version says it', () => {
    const earlier = acts.flatMap(({ event, version }) =>
      Array.from({ length: version - 1 }, (_, before) => `${event}.v${before + 1}`),
    );
    expect(Object.keys(asNow).sort()).toEqual(earlier.sort());
    for (const [name, { type, version, envelope, data }] of goldens) {
      const read = readBack({ type, version, envelope, data });
      expect([name, read]).toEqual([name, { type, ...recordedIn(envelope), ...(asNow[name] ?? data) }]);
    }
  });

  it('says what its act says now: no field too many, and none too few', () => {
    const wrong = acts.flatMap((act) =>
      [...goldens.values()]
        .filter(({ type }) => type === act.event)
        .flatMap((golden) => {
          const { decision } = golden.envelope;
          const said = asNow[`${golden.type}.v${golden.version}`] ?? golden.data;
          // An act of a decision names it where every entry names the decision that it follows from.
          const data = 'decision' in act.fields ? { ...said, decision } : said;
          return amiss(namedFieldsOf(act), data, `${golden.type}.v${golden.version}`);
        }),
    );
    expect(wrong).toEqual([]);
  });
});
