import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { DecisionCommand } from '#programme';
import type { OneOfEach } from './as-text.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<DecisionCommand> = {
  'record-decision': {
    type: 'record-decision',
    programme: 'kent',
    effectiveOn: '2014-05-15',
    takenOn: '2014-05-15',
    provenance: 'minuted',
    decision: 'legal-option',
    title: 'Legal Services: preferred option',
    maker: 'County Council',
    reference: '14/00042',
    text: 'That a commercial partner be sought for Legal Services.',
    reasons: 'It scored highest in the appraisal.',
    alternatives: [
      {
        option: 'Keep the service as it is',
        reason: 'It does not grow',
      },
    ],
    conflicts: [
      {
        declaredBy: 'A member of the committee',
        nature: 'Trustee of a charity that the service advises',
        dispensation: 'Granted by the Head of Paid Service',
      },
    ],
    key: true,
    keyReason: 'Expenditure or savings of more than £1m',
    papers: ['Report of the Director of Governance and Law'],
    access: {
      exempt: 3,
      publicInterest: 'Bidders’ prices are in it',
    },
    meeting: 'County Council, 15 May 2014',
    source: 'County Council, 15 May 2014, minute 12',
  },
  'complete-decision-record': {
    type: 'complete-decision-record',
    programme: 'kent',
    effectiveOn: '2026-11-23',
    provenance: 'observed',
    decision: 'legal-option',
    reference: '14/00042',
    text: 'That a commercial partner be sought.',
    reasons: 'It scored highest in the appraisal.',
    alternatives: 'none considered',
    conflicts: 'none declared',
    key: false,
    keyReason: 'It affects one division',
    papers: ['Appraisal of options'],
    access: 'open',
  },
};

describe('What is sent about a decision', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
