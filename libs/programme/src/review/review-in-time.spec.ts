import { expect, it } from '@jest/globals';
import { commandsInTime } from '../command.contract.js';
import { everyCommand } from './every-command.story.js';
import { reviewStream } from './index.js';

/** Reviews where Legal Services is registered as a service. */
const facts = { get: (key: string) => (key === 'service/legal-services' ? { kind: 'service' } : undefined) };

commandsInTime(reviewStream, {
  ...everyCommand,
  'propose-review': { ...everyCommand['propose-review'], facts },
});

it('Only what adds to the record and takes nothing away has no later entry in its way', () => {
  const free = Object.entries(everyCommand).filter(([, { contradicts }]) => !contradicts);
  expect(free.map(([name]) => name)).toEqual([
    'move-outcome',
    'name-review-team',
    'record-service-understanding',
    'record-market-engagement',
    'appraise-option',
    'reject-option',
    'endorse-option',
  ]);
});
