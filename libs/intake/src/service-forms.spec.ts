import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { ServiceCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<ServiceCommand> = {
  'register-service': {
    type: 'register-service',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    provenance: 'observed',
    service: 'legal-services',
    name: 'Legal Services',
    directorate: 'Business Strategy and Support',
    tranche: 'first',
    heading: 'corporate support',
  },
  'set-service-budget': {
    type: 'set-service-budget',
    programme: 'kent',
    effectiveOn: '2013-09-19',
    provenance: 'observed',
    year: '2013/14',
    gross: 933_520_000,
    net: 822_400_000,
    notStated: 0,
    priceBase: '2013/14 prices',
    service: 'legal-services',
  },
  'rename-service': {
    type: 'rename-service',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    provenance: 'observed',
    service: 'legal-services',
    name: 'Legal and Democratic Services',
  },
  'transfer-service': {
    type: 'transfer-service',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    provenance: 'observed',
    service: 'legal-services',
    toDirectorate: 'Strategic and Corporate Services',
    fromDirectorate: 'Business Strategy and Support',
  },
  'assign-service-to-tranche': {
    type: 'assign-service-to-tranche',
    programme: 'kent',
    effectiveOn: '2026-11-23',
    provenance: 'observed',
    service: 'contact-centre',
    tranche: 'first',
    fromTranche: 'second',
    heading: 'front line',
  },
  'withdraw-service': {
    type: 'withdraw-service',
    programme: 'kent',
    effectiveOn: '2014-10-31',
    takenOn: '2014-10-01',
    precision: 'month',
    provenance: 'observed',
    service: 'contact-centre',
    reason: 'It is reviewed with another',
  },
};

describe('What is sent about a service', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
