import { rulesOf } from '../command.contract.js';
import { structureStream } from './index.js';
import { asked, closed, counted, happened, merged, split, year } from './support-units.story.js';

const renaming = { type: 'rename-unit', unit: 'legal', name: 'Legal' } as const;

rulesOf(
  structureStream,
  {
    'To register a unit that is registered': {
      refused: 'unit-already-registered',
      before: counted,
      command: asked('2014-04-01', { type: 'register-unit', unit: 'legal', name: 'Legal' }),
    },
    'To register a unit again that was closed': {
      refused: 'unit-already-registered',
      before: closed,
      command: asked('2018-04-01', { type: 'register-unit', unit: 'legal', name: 'Legal Services' }),
    },
    'To register a unit with the code of another': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', { type: 'register-unit', unit: 'audit', name: 'Audit', code: 'BU-050' }),
      excused: happened('2014-04-01', {
        type: 'UnitRegistered',
        unit: 'audit',
        name: 'Audit',
        code: 'BU-050',
        opening: false,
      }),
    },
    'To give two units one code in one entry': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', {
        type: 'recode-units',
        units: [
          { unit: 'legal', code: 'L-1' },
          { unit: 'democratic', code: 'L-1' },
        ],
      }),
      excused: happened('2014-04-01', {
        type: 'UnitsRecoded',
        units: [
          { unit: 'legal', fromCode: 'BU-041', code: 'L-1' },
          { unit: 'democratic', fromCode: 'BU-042', code: 'L-1' },
        ],
      }),
    },
    'To swap a code with a unit that keeps its own': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', { type: 'recode-units', units: [{ unit: 'legal', code: 'BU-042' }] }),
      excused: happened('2014-04-01', {
        type: 'UnitsRecoded',
        units: [{ unit: 'legal', fromCode: 'BU-041', code: 'BU-042' }],
      }),
    },
    'To give codes to no unit': {
      refused: 'nothing-to-recode',
      before: counted,
      command: asked('2014-04-01', { type: 'recode-units', units: [] }),
    },
    'To give a unit two codes in one entry': {
      refused: 'nothing-to-recode',
      before: counted,
      command: asked('2014-04-01', {
        type: 'recode-units',
        units: [
          { unit: 'legal', code: 'L-1' },
          { unit: 'legal', code: 'L-2' },
        ],
      }),
    },
    'To give a unit the code of another': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', { type: 'recode-unit', unit: 'legal', code: 'BU-050' }),
      excused: happened('2014-04-01', {
        type: 'UnitRecoded',
        unit: 'legal',
        fromCode: 'BU-041',
        code: 'BU-050',
      }),
    },
    'To merge units into a new one with the code of one that goes on': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', {
        type: 'merge-units',
        units: ['legal', 'democratic'],
        successor: 'governance',
        name: 'Governance and Law',
        code: 'BU-050',
      }),
      excused: happened('2014-04-01', {
        type: 'UnitsMerged',
        units: ['legal', 'democratic'],
        successor: 'governance',
        founds: true,
        name: 'Governance and Law',
        code: 'BU-050',
      }),
    },
    'To split a unit into two of one code': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'estates', share: 1, name: 'Estates', code: 'BU-200' },
          { unit: 'facilities', share: 1, name: 'Facilities', code: 'BU-200' },
        ],
      }),
      excused: happened('2014-04-01', {
        type: 'UnitSplit',
        unit: 'property',
        into: [
          { unit: 'estates', share: 1, founds: true, name: 'Estates', code: 'BU-200' },
          { unit: 'facilities', share: 1, founds: true, name: 'Facilities', code: 'BU-200' },
        ],
      }),
    },
    'To split a unit that goes on, and give its code to another': {
      refused: 'code-taken',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'property', share: 1 },
          { unit: 'facilities', share: 1, name: 'Facilities', code: 'BU-050' },
        ],
      }),
      excused: happened('2014-04-01', {
        type: 'UnitSplit',
        unit: 'property',
        into: [
          { unit: 'property', share: 1 },
          { unit: 'facilities', share: 1, founds: true, name: 'Facilities', code: 'BU-050' },
        ],
      }),
    },
    'To merge a unit that was merged away': {
      refused: 'unit-not-open',
      before: merged,
      command: asked('2014-04-02', { type: 'merge-units', units: ['legal'], successor: 'property' }),
    },
    'To merge a unit again on the day it was merged': {
      refused: 'unit-not-open',
      before: merged,
      command: asked('2014-04-01', {
        type: 'merge-units',
        units: ['legal', 'property'],
        successor: 'governance',
      }),
    },
    'To merge a unit that nobody registered': {
      refused: 'unit-not-registered',
      before: counted,
      command: asked('2014-04-01', { type: 'merge-units', units: ['audit'], successor: 'legal' }),
    },
    'To merge units on the day before they were counted': {
      refused: 'unit-not-registered',
      before: counted,
      command: asked('2013-09-18', {
        type: 'merge-units',
        units: ['legal'],
        successor: 'governance',
        name: 'Governance',
      }),
    },
    'To merge into a unit that was merged away': {
      refused: 'unit-not-open',
      before: merged,
      command: asked('2014-05-01', { type: 'merge-units', units: ['property'], successor: 'legal' }),
    },
    'To merge a unit into itself alone': {
      refused: 'nothing-to-merge',
      before: counted,
      command: asked('2014-04-01', { type: 'merge-units', units: ['legal', 'legal'], successor: 'legal' }),
    },
    'To merge into a unit that is neither registered nor named': {
      refused: 'successor-needs-name',
      before: counted,
      command: asked('2014-04-01', { type: 'merge-units', units: ['legal'], successor: 'governance' }),
    },
    'To merge into a unit that is there and give it another name': {
      refused: 'successor-already-registered',
      before: counted,
      command: asked('2014-04-01', {
        type: 'merge-units',
        units: ['legal'],
        successor: 'democratic',
        name: 'Governance and Law',
      }),
    },
    'To split a unit into itself alone': {
      refused: 'split-needs-two',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [{ unit: 'property', share: 1 }],
      }),
    },
    'To split a unit into one that is named twice': {
      refused: 'split-needs-two',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'legal', share: 1 },
          { unit: 'legal', share: 2 },
        ],
      }),
    },
    'To split a unit in shares of which one is nothing': {
      refused: 'share-needed',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'legal', share: 1 },
          { unit: 'democratic', share: 0 },
        ],
      }),
    },
    'To split a unit that was split before': {
      refused: 'unit-not-open',
      before: split,
      command: asked('2014-05-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'legal', share: 1 },
          { unit: 'democratic', share: 1 },
        ],
      }),
    },
    'To split a unit into one that is neither registered nor named': {
      refused: 'successor-needs-name',
      before: counted,
      command: asked('2014-04-01', {
        type: 'split-unit',
        unit: 'property',
        into: [
          { unit: 'legal', share: 1 },
          { unit: 'estates', share: 1 },
        ],
      }),
    },
    'To rename a unit that nobody registered': {
      refused: 'unit-not-registered',
      before: [],
      command: asked('2014-04-01', renaming),
    },
    'To rename a unit after it was closed': {
      refused: 'unit-not-open',
      before: closed,
      command: asked('2017-06-02', renaming),
      excused: happened('2017-06-02', {
        type: 'UnitRenamed',
        unit: 'legal',
        fromName: 'Legal Services',
        name: 'Legal',
      }),
    },
    'To recode a unit after it was merged': {
      refused: 'unit-not-open',
      before: merged,
      command: asked('2014-04-02', { type: 'recode-unit', unit: 'legal', code: 'BU-118' }),
      excused: happened('2014-04-02', {
        type: 'UnitRecoded',
        unit: 'legal',
        fromCode: 'BU-041',
        code: 'BU-118',
      }),
    },
    'To reclassify a unit after it was split': {
      refused: 'unit-not-open',
      before: split,
      command: asked('2014-04-02', { type: 'reclassify-unit', unit: 'property', unitKind: 'trading unit' }),
      excused: happened('2014-04-02', {
        type: 'UnitReclassified',
        unit: 'property',
        fromKind: null,
        unitKind: 'trading unit',
      }),
    },
    'To transfer a unit nowhere': {
      refused: 'nothing-to-transfer',
      before: counted,
      command: asked('2014-04-01', { type: 'transfer-unit', unit: 'legal' }),
    },
    'To transfer a unit on the day it is gone': {
      refused: 'unit-not-open',
      before: closed,
      command: asked('2017-06-01', { type: 'transfer-unit', unit: 'legal', toGroup: 'people' }),
      excused: happened('2017-06-01', {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: null,
        fromGroup: 'corporate',
        toGroup: 'people',
      }),
    },
    'To transfer a unit from a directorate that it is not in': {
      refused: 'premise-changed',
      before: counted,
      command: asked('2014-04-01', {
        type: 'transfer-unit',
        unit: 'legal',
        fromDirectorate: 'Customer and Communities',
        toDirectorate: 'Strategic and Corporate Services',
      }),
      excused: happened('2014-04-01', {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: 'Customer and Communities',
        toDirectorate: 'Strategic and Corporate Services',
        fromGroup: null,
      }),
    },
    'To transfer a unit from a functional group that it is not in': {
      refused: 'premise-changed',
      before: counted,
      command: asked('2014-04-01', {
        type: 'transfer-unit',
        unit: 'legal',
        fromGroup: 'place',
        toGroup: 'people',
      }),
      excused: happened('2014-04-01', {
        type: 'UnitTransferred',
        unit: 'legal',
        fromDirectorate: null,
        fromGroup: 'place',
        toGroup: 'people',
      }),
    },
    'To set the budget of a unit that was merged away': {
      refused: 'unit-not-open',
      before: merged,
      command: asked('2014-04-01', { type: 'set-unit-budget', unit: 'legal', year: year('2014/15'), net: 1 }),
    },
    'To set a budget without an amount': {
      refused: 'amount-needed',
      before: counted,
      command: asked('2014-02-13', { type: 'set-unit-budget', unit: 'legal', year: year('2014/15') }),
    },
    'To set a budget of more than a number can count for thousands of units': {
      refused: 'amount-too-large',
      before: counted,
      command: asked('2014-02-13', {
        type: 'set-unit-budget',
        unit: 'legal',
        year: year('2014/15'),
        gross: 1_000_000_000_001,
      }),
    },
    'To set half a penny': {
      refused: 'amount-too-large',
      before: counted,
      command: asked('2014-02-13', {
        type: 'set-unit-budget',
        unit: 'legal',
        year: year('2014/15'),
        net: 0.5,
      }),
    },
    'To set the posts of a unit that nobody registered': {
      refused: 'unit-not-registered',
      before: [],
      command: asked('2014-02-13', { type: 'set-unit-posts', unit: 'legal', posts: 139 }),
    },
    'To set half a post': {
      refused: 'posts-too-many',
      before: counted,
      command: asked('2014-02-13', { type: 'set-unit-posts', unit: 'legal', posts: 138.5 }),
    },
    'To close a unit that was closed': {
      refused: 'unit-not-open',
      before: closed,
      command: asked('2018-04-01', { type: 'close-unit', unit: 'legal' }),
    },
    'To close a unit again on that day for another reason': {
      refused: 'unit-not-open',
      before: closed,
      command: asked('2017-06-01', { type: 'close-unit', unit: 'legal', reason: 'Nobody uses it' }),
    },
  },
  ['structure', 'budget.ts', 'act.ts'],
);
