import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { serviceStream } from './index.js';
import {
  assigning,
  budgeting,
  happened,
  registered,
  registering,
  said,
  support,
  transferring,
  withdrawing,
  year,
} from './legal-services.story.js';

const renamed = happened('2018-04-01', { type: 'ServiceRenamed', name: 'General Counsel' });

commandsInTime(serviceStream, {
  'register-service': {
    before: [],
    ...registering,
    instead: '2013-09-12',
    contradicts: {
      entry: { ...registering.event, effectiveOn: civilDate('2013-10-21') },
      refused: 'service-already-registered',
    },
  },
  'set-service-budget': {
    before: registered,
    ...budgeting,
    instead: '2013-10-21',
    later: happened('2014-04-01', { type: 'ServiceBudgetSet', year: year('2013/14'), gross: 9_400_000_00 }),
  },
  'rename-service': {
    before: registered,
    ...said(
      '2014-04-01',
      { type: 'rename-service', name: 'Legal and Democratic Services' },
      { type: 'ServiceRenamed', name: 'Legal and Democratic Services' },
    ),
    instead: '2014-04-02',
    later: renamed,
  },
  'transfer-service': {
    before: registered,
    ...transferring,
    instead: '2014-04-02',
    later: renamed,
    contradicts: {
      entry: happened('2015-04-01', {
        type: 'ServiceTransferred',
        fromDirectorate: support,
        toDirectorate: 'Growth, Environment and Transport',
      }),
      refused: 'premise-changed',
    },
  },
  'assign-service-to-tranche': {
    before: registered,
    ...assigning,
    instead: '2013-12-13',
    later: renamed,
    contradicts: {
      entry: happened('2014-04-01', {
        type: 'ServiceAssignedToTranche',
        fromTranche: 'first',
        tranche: 'third',
      }),
      refused: 'premise-changed',
    },
  },
  'withdraw-service': {
    before: registered,
    ...withdrawing,
    instead: '2017-05-31',
    contradicts: { entry: renamed, refused: 'service-withdrawn' },
  },
});
