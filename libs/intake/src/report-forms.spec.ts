import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { ReportCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<ReportCommand> = {
  'issue-report': {
    type: 'issue-report',
    programme: 'kent',
    effectiveOn: '2014-05-02',
    provenance: 'observed',
    report: 'cabinet-2014-05',
    title: 'Business units at 1 May 2014',
    view: 'units',
    thing: 'libraries',
    query: { status: 'open' },
    format: 'json',
    asAt: '2014-05-01',
    knownAt: '2014-05-01',
    issuedTo: 'Cabinet',
  },
};

describe('What is sent about a report', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });

  const body = { report: 'cabinet-2014-05', title: 'Units', view: 'units' };
  it.each([
    ['position', { position: '0000000000000001' }],
    ['hash', { hash: 'e3b0' }],
    ['rendering', { rendering: 1 }],
    ['rendered', { rendered: { asAt: '2014-05-01', position: '1', hash: 'e3b0', rendering: 1 } }],
    ['query', { query: { asAt: '2014-05-01' } }],
    ['query', { query: { status: 3 } }],
    ['query', { query: { 'a b': 'c' } }],
    ['asAt', { asAt: '2014-05' }],
    ['knownAt', { knownAt: '2014-05-01T12:00' }],
    ['format', { format: 'pdf' }],
  ])('never has a %s of its sender’s own: %j', (field, more) => {
    const taken = takeIn('issue-report', { ...body, ...more }, kent);
    expect('problems' in taken && taken.problems.map((one) => one.field)).toEqual([field]);
  });
});
