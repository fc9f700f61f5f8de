import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { StructureCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<StructureCommand> = {
  'register-unit': {
    type: 'register-unit',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    provenance: 'illustrative',
    unit: 'legal-services',
    name: 'Legal Services',
    code: 'BU-041',
    unitKind: 'business unit',
    directorate: 'Business Strategy and Support',
    group: 'corporate',
    opening: true,
  },
  'merge-units': {
    type: 'merge-units',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    takenOn: '2013-12-12',
    provenance: 'observed',
    units: ['legal-services', 'democratic-services'],
    successor: 'governance-and-law',
    name: 'Governance and Law',
    code: 'BU-101',
    unitKind: 'business unit',
    directorate: 'Strategic and Corporate Services',
    group: 'corporate',
  },
  'split-unit': {
    type: 'split-unit',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    unit: 'property',
    into: [
      {
        unit: 'property',
        share: 2,
      },
      {
        unit: 'facilities',
        share: 1,
        name: 'Facilities',
        code: 'BU-117',
        unitKind: 'business unit',
        directorate: 'Strategic and Corporate Services',
        group: 'corporate',
      },
    ],
  },
  'rename-unit': {
    type: 'rename-unit',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    unit: 'property',
    name: 'Property and Estates',
    fromName: 'Property',
  },
  'recode-unit': {
    type: 'recode-unit',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    unit: 'property',
    code: 'BU-118',
    fromCode: 'BU-050',
  },
  'recode-units': {
    type: 'recode-units',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    units: [
      { unit: 'property', code: 'BU-041', fromCode: 'BU-050' },
      { unit: 'legal-services', code: 'BU-050', fromCode: 'BU-041' },
    ],
  },
  'reclassify-unit': {
    type: 'reclassify-unit',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    unit: 'property',
    unitKind: 'trading unit',
    fromKind: 'business unit',
  },
  'transfer-unit': {
    type: 'transfer-unit',
    programme: 'kent',
    effectiveOn: '2015-04-01',
    provenance: 'observed',
    unit: 'libraries',
    toDirectorate: 'Growth, Environment and Transport',
    toGroup: 'place',
    fromDirectorate: 'Customer and Communities',
    fromGroup: 'people',
  },
  'set-unit-budget': {
    type: 'set-unit-budget',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    provenance: 'minuted',
    source: 'Budget book 2014/15',
    unit: 'legal-services',
    year: '2014/15',
    gross: 933_520_000,
    net: 822_400_000,
    notStated: 1,
    priceBase: '2014/15 prices',
  },
  'set-unit-posts': {
    type: 'set-unit-posts',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    provenance: 'observed',
    unit: 'legal-services',
    posts: 139,
  },
  'close-unit': {
    type: 'close-unit',
    programme: 'kent',
    effectiveOn: '2017-06-01',
    provenance: 'observed',
    unit: 'legal-services',
    reason: 'Its work goes to the company',
  },
};

describe('What is sent about a structure', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
