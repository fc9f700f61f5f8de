import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { structureStream } from './index.js';
import {
  closing,
  counted,
  happened,
  merging,
  registering,
  said,
  splitting,
  year,
} from './support-units.story.js';

const others = counted.slice(1);
const renamed = happened('2018-04-01', {
  type: 'UnitRenamed',
  unit: 'legal',
  fromName: 'Legal Services',
  name: 'Kent Legal',
});
const reclassified = happened('2018-04-01', {
  type: 'UnitReclassified',
  unit: 'legal',
  fromKind: 'business unit',
  unitKind: 'trading unit',
});

commandsInTime(structureStream, {
  'register-unit': {
    before: others,
    ...registering,
    instead: '2013-09-20',
    contradicts: {
      entry: { ...registering.event, effectiveOn: civilDate('2013-10-01') },
      refused: 'unit-already-registered',
    },
  },
  'merge-units': {
    before: counted,
    ...merging,
    instead: '2014-04-02',
    later: happened('2015-04-01', {
      type: 'UnitTransferred',
      unit: 'property',
      fromDirectorate: null,
      toDirectorate: 'Growth, Environment and Transport',
      fromGroup: null,
    }),
    contradicts: { entry: closing.event, refused: 'unit-not-open' },
  },
  'split-unit': {
    before: counted,
    ...splitting,
    instead: '2014-03-31',
    later: closing.event,
    contradicts: {
      entry: happened('2015-04-01', { type: 'UnitsMerged', units: ['property'], successor: 'legal' }),
      refused: 'unit-not-open',
    },
  },
  'rename-unit': {
    before: counted,
    ...said(
      '2014-04-01',
      { type: 'rename-unit', unit: 'legal', name: 'Legal' },
      { type: 'UnitRenamed', unit: 'legal', fromName: 'Legal Services', name: 'Legal' },
    ),
    instead: '2014-04-02',
    later: reclassified,
    contradicts: { entry: renamed, refused: 'premise-changed' },
  },
  'recode-unit': {
    before: counted,
    ...said(
      '2014-04-01',
      { type: 'recode-unit', unit: 'legal', code: 'BU-118' },
      { type: 'UnitRecoded', unit: 'legal', fromCode: 'BU-041', code: 'BU-118' },
    ),
    instead: '2014-03-31',
    later: closing.event,
    contradicts: {
      entry: happened('2015-04-01', {
        type: 'UnitRegistered',
        unit: 'audit',
        name: 'Internal Audit',
        code: 'BU-118',
        opening: false,
      }),
      refused: 'code-taken',
    },
  },
  'recode-units': {
    before: counted,
    ...said(
      '2014-04-01',
      {
        type: 'recode-units',
        units: [
          { unit: 'legal', code: 'BU-042' },
          { unit: 'democratic', code: 'BU-041' },
        ],
      },
      {
        type: 'UnitsRecoded',
        units: [
          { unit: 'legal', fromCode: 'BU-041', code: 'BU-042' },
          { unit: 'democratic', fromCode: 'BU-042', code: 'BU-041' },
        ],
      },
    ),
    instead: '2014-03-31',
    later: closing.event,
    contradicts: {
      entry: happened('2015-04-01', {
        type: 'UnitRecoded',
        unit: 'legal',
        fromCode: 'BU-041',
        code: 'L-1',
      }),
      refused: 'premise-changed',
    },
  },
  'reclassify-unit': {
    before: counted,
    ...said(
      '2014-04-01',
      { type: 'reclassify-unit', unit: 'legal', unitKind: 'alternative business structure' },
      {
        type: 'UnitReclassified',
        unit: 'legal',
        fromKind: 'business unit',
        unitKind: 'alternative business structure',
      },
    ),
    instead: '2014-05-01',
    later: renamed,
    contradicts: { entry: reclassified, refused: 'premise-changed' },
  },
  'transfer-unit': {
    before: counted,
    ...said(
      '2014-04-01',
      { type: 'transfer-unit', unit: 'legal', toDirectorate: 'Strategic and Corporate Services' },
      {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: 'Business Strategy and Support',
        toDirectorate: 'Strategic and Corporate Services',
        fromGroup: null,
      },
    ),
    instead: '2014-04-30',
    later: happened('2015-04-01', {
      type: 'UnitTransferred',
      unit: 'legal',
      fromDirectorate: null,
      fromGroup: 'corporate',
      toGroup: 'people',
    }),
    contradicts: {
      entry: happened('2015-04-01', {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: 'Business Strategy and Support',
        toDirectorate: 'Customer and Communities',
        fromGroup: null,
      }),
      refused: 'premise-changed',
    },
  },
  'set-unit-budget': {
    before: counted,
    ...said(
      '2014-02-13',
      { type: 'set-unit-budget', unit: 'legal', year: year('2014/15'), gross: 933_520_000, net: 822_400_000 },
      { type: 'UnitBudgetSet', unit: 'legal', year: year('2014/15'), gross: 933_520_000, net: 822_400_000 },
    ),
    instead: '2014-02-14',
    later: merging.event,
  },
  'set-unit-posts': {
    before: counted,
    ...said(
      '2014-02-13',
      { type: 'set-unit-posts', unit: 'legal', posts: 139 },
      { type: 'UnitPostsSet', unit: 'legal', posts: 139 },
    ),
    instead: '2014-02-14',
    later: merging.event,
  },
  'close-unit': {
    before: counted,
    ...closing,
    instead: '2017-05-31',
    later: happened('2018-04-01', { type: 'UnitClosed', unit: 'democratic' }),
    contradicts: { entry: renamed, refused: 'unit-not-open' },
  },
});
