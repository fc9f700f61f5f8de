import { rulesOf } from '../command.contract.js';
import { serviceStream } from './index.js';
import {
  asked,
  budgeting,
  corporate,
  happened,
  registered,
  registering,
  said,
  transferring,
  withdrawing,
  withdrawn,
  year,
} from './legal-services.story.js';

const excused = ({ command, event }: ReturnType<typeof said>) => ({ command, excused: event });
const reason = 'It is reviewed with another';

rulesOf(
  serviceStream,
  {
    'To register a service that is registered': {
      refused: 'service-already-registered',
      before: registered,
      command: asked('2014-04-01', { type: 'register-service', name: 'Legal Services' }),
    },
    'To register a service again on its day with other words': {
      refused: 'service-already-registered',
      before: registered,
      command: asked('2013-09-19', { type: 'register-service', name: 'Legal Services', tranche: 'first' }),
    },
    'To register a service that was withdrawn': {
      refused: 'service-already-registered',
      before: withdrawn,
      command: { ...registering.command, effectiveOn: withdrawing.event.effectiveOn },
    },
    'To report the budget of a service that nobody registered': {
      refused: 'service-not-registered',
      before: [],
      command: budgeting.command,
    },
    'To rename a service on the day before it was registered': {
      refused: 'service-not-registered',
      before: registered,
      command: asked('2013-09-18', { type: 'rename-service', name: 'General Counsel' }),
    },
    'To transfer a service that nobody registered': {
      refused: 'service-not-registered',
      before: [],
      command: transferring.command,
    },
    'To assign to a tranche a service that nobody registered': {
      refused: 'service-not-registered',
      before: [],
      command: asked('2013-09-19', { type: 'assign-service-to-tranche', tranche: 'first' }),
    },
    'To withdraw a service that nobody registered': {
      refused: 'service-not-registered',
      before: [],
      command: withdrawing.command,
    },
    'To report a budget without an amount': {
      refused: 'amount-needed',
      before: registered,
      command: asked('2013-09-19', { type: 'set-service-budget', year: year('2013/14') }),
    },
    'To transfer a service from a directorate that it is not in': {
      refused: 'premise-changed',
      before: registered,
      ...excused(
        said(
          '2014-04-01',
          { type: 'transfer-service', fromDirectorate: 'Customer and Communities', toDirectorate: corporate },
          {
            type: 'ServiceTransferred',
            fromDirectorate: 'Customer and Communities',
            toDirectorate: corporate,
          },
        ),
      ),
    },
    'To report the budget of a service that was withdrawn': {
      refused: 'service-withdrawn',
      before: withdrawn,
      ...excused(
        said(
          '2017-05-31',
          { type: 'set-service-budget', year: year('2016/17'), notStated: 0 },
          { type: 'ServiceBudgetSet', year: year('2016/17'), notStated: 0 },
        ),
      ),
    },
    'To rename a service that was withdrawn': {
      refused: 'service-withdrawn',
      before: withdrawn,
      command: asked('2017-05-31', { type: 'rename-service', name: 'General Counsel' }),
      excused: happened('2017-05-31', { type: 'ServiceRenamed', name: 'General Counsel' }),
    },
    'To transfer a service on the day on which it was withdrawn': {
      refused: 'service-withdrawn',
      before: withdrawn,
      ...excused(
        said(
          '2017-03-31',
          { type: 'transfer-service', toDirectorate: corporate },
          {
            type: 'ServiceTransferred',
            fromDirectorate: 'Business Strategy and Support',
            toDirectorate: corporate,
          },
        ),
      ),
    },
    'To assign to a tranche a service that was withdrawn': {
      refused: 'service-withdrawn',
      before: withdrawn,
      ...excused(
        said(
          '2017-05-31',
          { type: 'assign-service-to-tranche', tranche: 'second' },
          { type: 'ServiceAssignedToTranche', fromTranche: 'first', tranche: 'second' },
        ),
      ),
    },
    'To withdraw a service that was withdrawn': {
      refused: 'service-withdrawn',
      before: withdrawn,
      command: asked('2017-05-31', { type: 'withdraw-service', reason }),
    },
    'To withdraw a service again on that day for another reason': {
      refused: 'service-withdrawn',
      before: withdrawn,
      command: asked('2017-03-31', { type: 'withdraw-service', reason }),
    },
  },
  ['service', 'budget.ts', 'act.ts'],
);
