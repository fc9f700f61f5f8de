import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { ProjectCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<ProjectCommand> = {
  'charter-project': {
    type: 'charter-project',
    programme: 'kent',
    effectiveOn: '2014-07-17',
    takenOn: '2014-07-17',
    provenance: 'observed',
    project: 'legal-company',
    name: 'Company for Legal Services',
    portfolio: 'market-engagement',
    review: 'legal-services',
    summary: 'To found the company and move the service into it',
  },
  'move-project': {
    type: 'move-project',
    programme: 'kent',
    effectiveOn: '2014-10-01',
    provenance: 'observed',
    project: 'legal-company',
    toPortfolio: 'corporate',
    fromPortfolio: 'business-capability',
  },
  'rename-project': {
    type: 'rename-project',
    programme: 'kent',
    effectiveOn: '2016-03-21',
    provenance: 'observed',
    project: 'legal-company',
    name: 'Wholly owned legal company',
  },
  'reach-project-stage': {
    type: 'reach-project-stage',
    programme: 'kent',
    effectiveOn: '2016-04-01',
    provenance: 'observed',
    project: 'legal-company',
    stage: 'delivering',
    fromStage: 'approved',
    reason: 'The business case is authorised',
  },
  'plan-milestone': {
    type: 'plan-milestone',
    programme: 'kent',
    effectiveOn: '2016-03-21',
    provenance: 'observed',
    project: 'legal-company',
    milestone: 'go-live',
    title: 'First day of trading',
    planned: {
      on: '2017-01-01',
      precision: 'month',
    },
  },
  'forecast-milestone': {
    type: 'forecast-milestone',
    programme: 'kent',
    effectiveOn: '2016-11-14',
    provenance: 'observed',
    project: 'legal-company',
    milestone: 'go-live',
    forecast: {
      on: '2017-04-01',
      precision: 'month',
    },
    reason: 'The licence takes longer',
  },
  'reach-milestone': {
    type: 'reach-milestone',
    programme: 'kent',
    effectiveOn: '2017-06-01',
    provenance: 'observed',
    project: 'legal-company',
    milestone: 'go-live',
  },
  'set-project-budget': {
    type: 'set-project-budget',
    programme: 'kent',
    effectiveOn: '2016-03-21',
    provenance: 'observed',
    year: '2016/17',
    gross: 60_000_000,
    net: 55_000_000,
    notStated: 0,
    priceBase: '2016/17 prices',
    project: 'legal-company',
  },
  'rate-project': {
    type: 'rate-project',
    programme: 'kent',
    effectiveOn: '2016-09-30',
    provenance: 'observed',
    source: 'Gate review, September 2016',
    project: 'legal-company',
    measure: 'delivery-confidence',
    scale: 'delivery-confidence',
    version: 2,
    point: 'medium',
    assessor: 'Head of Internal Audit',
    independence: 'independent',
    basis: 'Gate review of the plan and the licence application',
  },
  'close-project': {
    type: 'close-project',
    programme: 'kent',
    effectiveOn: '2017-06-30',
    precision: 'month',
    provenance: 'observed',
    project: 'legal-company',
    outcome: 'delivered',
    reason: 'The company trades',
  },
  'reopen-project': {
    type: 'reopen-project',
    programme: 'kent',
    effectiveOn: '2017-09-01',
    provenance: 'observed',
    project: 'legal-company',
    reason: 'A transfer of staff is left to do',
  },
};

describe('What is sent about a project', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
