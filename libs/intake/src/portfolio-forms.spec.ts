import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { PortfolioCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };

const commands: OneOfEach<PortfolioCommand> = {
  'open-portfolio': {
    type: 'open-portfolio',
    programme: 'kent',
    effectiveOn: '2013-12-12',
    takenOn: '2013-12-12',
    provenance: 'observed',
    portfolio: 'market-engagement',
    name: 'Market Engagement and Service Review',
    sponsor: 'Corporate Director of Business Strategy and Support',
  },
  'rename-portfolio': {
    type: 'rename-portfolio',
    programme: 'kent',
    effectiveOn: '2014-12-11',
    takenOn: '2014-12-11',
    provenance: 'observed',
    portfolio: 'market-engagement',
    name: 'Market Engagement',
  },
  'name-portfolio-sponsor': {
    type: 'name-portfolio-sponsor',
    programme: 'kent',
    effectiveOn: '2014-04-01',
    takenOn: '2014-04-01',
    provenance: 'observed',
    portfolio: 'market-engagement',
    sponsor: 'Head of Paid Service',
  },
  'close-portfolio': {
    type: 'close-portfolio',
    programme: 'kent',
    effectiveOn: '2018-12-31',
    takenOn: '2018-01-01',
    precision: 'year',
    provenance: 'observed',
    portfolio: 'market-engagement',
    reason: 'Its projects are delivered',
  },
  'reopen-portfolio': {
    type: 'reopen-portfolio',
    programme: 'kent',
    effectiveOn: '2018-04-12',
    takenOn: '2018-04-12',
    provenance: 'observed',
    portfolio: 'market-engagement',
    reason: 'A project is still to come',
  },
};

describe('What is sent about a portfolio', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });
});
