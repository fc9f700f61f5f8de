import { rulesOf, type AgainstARule } from '../command.contract.js';
import { savingStream, type SavingCommand, type SavingEvent } from './index.js';
import {
  asked,
  authorising,
  delivered,
  elsewhere as facts,
  happened,
  identified,
  identifying,
  outline,
  planned,
  released,
  wholeWay,
  year,
} from './library-saving.story.js';

const { owner: _owner, ...nobodys } = outline;
const [first, second] = planned.profile;
const amountIn = (text: string, pence: number) => [{ year: year(text), pence }];
const onceOnly = [
  happened('2014-05-15', {
    type: 'SavingIdentified',
    ...outline,
    recurrence: 'one-off',
    profile: amountIn('2015/16', 1),
  }),
];
const { decision: _decision, ...authorisedByNobody } = authorising.command;
const slipping = {
  plan: 'identified',
  profile: amountIn('2017/18', 327_000_000),
  reason: 'Later',
} as const;

/** What is asked of a saving that was released a month before, and recorded only where the past was untidy. */
const afterItsEnd = (
  command: Parameters<typeof asked>[1],
  event: Parameters<typeof happened>[1],
): AgainstARule<SavingCommand, SavingEvent> => ({
  refused: 'saving-ended',
  before: released,
  command: asked('2016-07-01', command),
  facts,
  excused: happened('2016-07-01', event),
});

rulesOf(
  savingStream,
  {
    'To identify a saving that is identified': {
      refused: 'saving-already-identified',
      before: identified,
      command: { ...identifying.command, name: 'Fewer branches' } as typeof identifying.command,
      facts,
    },
    'To identify a saving that nobody owns': {
      refused: 'owner-or-portfolio-missing',
      before: [],
      command: asked('2014-05-15', { type: 'identify-saving', ...nobodys, ...planned }),
      facts,
      excused: happened('2014-05-15', { type: 'SavingIdentified', ...nobodys, ...planned }),
    },
    'To identify a saving with a year named twice': {
      refused: 'year-twice',
      before: [],
      command: asked('2014-05-15', { type: 'identify-saving', ...outline, profile: [first, first] }),
      facts,
    },
    'To identify a one-off saving with a full-year effect': {
      refused: 'one-off-has-no-full-year',
      before: [],
      command: asked('2014-05-15', {
        type: 'identify-saving',
        ...outline,
        recurrence: 'one-off',
        profile: [second],
        fullYearPence: second.pence,
      }),
      facts,
    },
    'To forecast part of a year of a one-off saving': {
      refused: 'one-off-has-no-full-year',
      before: onceOnly,
      command: asked('2015-07-01', { type: 'forecast-saving', profile: [first] }),
    },
    'To say the same saving again in each year it recurs': {
      refused: 'years-above-full-year-effect',
      before: identified,
      command: asked('2015-07-01', {
        type: 'forecast-saving',
        profile: [...amountIn('2015/16', 10), ...amountIn('2016/17', 10)],
        fullYearPence: 10,
      }),
      excused: happened('2015-07-01', {
        type: 'SavingForecast',
        profile: [...amountIn('2015/16', 10), ...amountIn('2016/17', 10)],
        fullYearPence: 10,
      }),
    },
    'To forecast a saving that nobody identified': {
      refused: 'saving-not-identified',
      before: [],
      command: asked('2015-07-01', { type: 'forecast-saving', profile: amountIn('2015/16', 1) }),
    },
    'To validate a saving on the day before it was identified': {
      refused: 'saving-not-identified',
      before: identified,
      command: asked('2014-05-14', {
        type: 'validate-saving',
        year: year('2015/16'),
        pence: 0,
        by: 'Finance',
      }),
    },
    'To authorise a saving by no decision': {
      refused: 'decision-needed',
      before: identified,
      command: authorisedByNobody,
      excused: happened('2015-02-12', {
        type: 'SavingAuthorised',
        profile: amountIn('2015/16', 110_000_000),
      }),
    },
    'To re-profile an amount that was never stated': {
      refused: 'nothing-to-reprofile',
      before: identified,
      command: asked('2015-07-01', {
        type: 'reprofile-saving',
        plan: 'forecast',
        profile: amountIn('2016/17', 1),
        reason: 'Later',
      }),
    },
    'To add to a saving by re-profiling it': {
      refused: 'total-changed',
      before: identified,
      command: asked('2015-07-01', {
        type: 'reprofile-saving',
        plan: 'identified',
        profile: amountIn('2016/17', 327_000_001),
        reason: 'Later',
      }),
      excused: happened('2015-07-01', {
        type: 'SavingReprofiled',
        plan: 'identified',
        fromProfile: planned.profile,
        profile: amountIn('2016/17', 327_000_001),
        reason: 'Later',
      }),
    },
    'To lose some of a saving by re-profiling it': {
      refused: 'total-changed',
      before: identified,
      command: asked('2015-07-01', {
        type: 'reprofile-saving',
        plan: 'identified',
        profile: amountIn('2016/17', 326_999_999),
        reason: 'Later',
      }),
      excused: happened('2015-07-01', {
        type: 'SavingReprofiled',
        plan: 'identified',
        fromProfile: planned.profile,
        profile: amountIn('2016/17', 326_999_999),
        reason: 'Later',
      }),
    },
    'To move a saving from a portfolio it is not in': {
      refused: 'premise-changed',
      before: identified,
      command: asked('2015-07-01', { type: 'move-saving', fromPortfolio: '0-25', toPortfolio: 'adults' }),
      facts,
      excused: happened('2015-07-01', { type: 'SavingMoved', fromPortfolio: '0-25', toPortfolio: 'adults' }),
    },
    'To take a saving from an owner who is not its owner': {
      refused: 'premise-changed',
      before: identified,
      command: asked('2015-07-01', { type: 'change-saving-owner', fromOwner: 'Leader', toOwner: 'Cabinet' }),
      excused: happened('2015-07-01', {
        type: 'SavingOwnerChanged',
        fromOwner: 'Leader',
        toOwner: 'Cabinet',
      }),
    },
    'To validate more than was delivered': {
      refused: 'validated-above-delivered',
      before: delivered,
      command: asked('2016-05-16', {
        type: 'validate-saving',
        year: year('2015/16'),
        pence: 80_000_001,
        by: 'Section 151 officer',
      }),
      excused: happened('2016-05-16', {
        type: 'SavingValidated',
        year: year('2015/16'),
        pence: 80_000_001,
        by: 'Section 151 officer',
      }),
    },
    'To validate in another year than it was delivered in': {
      refused: 'validated-above-delivered',
      before: delivered,
      command: asked('2016-05-16', {
        type: 'validate-saving',
        year: year('2016/17'),
        pence: 1,
        by: 'Finance',
      }),
      excused: happened('2016-05-16', {
        type: 'SavingValidated',
        year: year('2016/17'),
        pence: 1,
        by: 'Finance',
      }),
    },
    'To report less delivered than finance has confirmed': {
      refused: 'delivered-below-validated',
      before: wholeWay,
      command: asked('2016-06-30', {
        type: 'record-delivered-saving',
        year: year('2015/16'),
        pence: 74_999_999,
      }),
      excused: happened('2016-06-30', {
        type: 'SavingDelivered',
        year: year('2015/16'),
        pence: 74_999_999,
      }),
    },
    'To forecast a saving that was released': {
      refused: 'saving-ended',
      before: released,
      command: asked('2016-07-01', { type: 'forecast-saving', profile: amountIn('2016/17', 1) }),
      excused: happened('2016-07-01', { type: 'SavingForecast', profile: amountIn('2016/17', 1) }),
    },
    'To report what was delivered of a saving after it was released': afterItsEnd(
      { type: 'record-delivered-saving', year: year('2015/16'), pence: 1 },
      { type: 'SavingDelivered', year: year('2015/16'), pence: 1 },
    ),
    'To place a saving that was released in a business case': afterItsEnd(
      { type: 'place-saving-in-business-case', businessCase: 'full', profile: amountIn('2016/17', 1) },
      { type: 'SavingPlacedInBusinessCase', businessCase: 'full', profile: amountIn('2016/17', 1) },
    ),
    'To authorise a saving that was released': afterItsEnd(
      { type: 'authorise-saving', decision: 'budget-2015', profile: amountIn('2016/17', 1) },
      { type: 'SavingAuthorised', decision: 'budget-2015', profile: amountIn('2016/17', 1) },
    ),
    'To re-profile a saving that was released': afterItsEnd(
      { type: 'reprofile-saving', ...slipping },
      { type: 'SavingReprofiled', ...slipping, fromProfile: planned.profile },
    ),
    'To move a saving that was released': afterItsEnd(
      { type: 'move-saving', toPortfolio: 'adults' },
      { type: 'SavingMoved', toPortfolio: 'adults', fromPortfolio: 'place' },
    ),
    'To give a saving that was released another owner': afterItsEnd(
      { type: 'change-saving-owner', toOwner: 'Cabinet' },
      { type: 'SavingOwnerChanged', toOwner: 'Cabinet', fromOwner: 'Head of Libraries' },
    ),
    'To withdraw a saving that was released': {
      refused: 'saving-ended',
      before: released,
      command: asked('2016-07-01', { type: 'withdraw-saving', reason: 'Nobody wants it' }),
    },
    'To take up again a saving that stands': {
      refused: 'saving-not-ended',
      before: identified,
      command: asked('2016-07-01', { type: 'reinstate-saving', reason: 'It goes on' }),
    },
    'To identify a saving in a portfolio that nobody opened': {
      refused: 'portfolio-not-open',
      before: [],
      command: { ...identifying.command, portfolio: 'unheard-of' } as typeof identifying.command,
      facts,
    },
    'To move a saving into a portfolio that was closed': {
      refused: 'portfolio-not-open',
      before: identified,
      command: asked('2015-07-01', { type: 'move-saving', toPortfolio: 'closed' }),
      facts,
    },
    'To identify a saving of a review that was withdrawn': {
      refused: 'review-not-standing',
      before: [],
      command: { ...identifying.command, review: 'archives' } as typeof identifying.command,
      facts,
    },
    'To place a saving in the business case of a review that nobody proposed': {
      refused: 'review-not-standing',
      before: identified,
      command: asked('2014-07-17', {
        type: 'place-saving-in-business-case',
        businessCase: 'full',
        review: 'unheard-of',
        profile: amountIn('2015/16', 1),
      }),
      facts,
    },
    'To identify a saving of a project that nobody chartered': {
      refused: 'project-not-open',
      before: [],
      command: { ...identifying.command, project: 'unheard-of' } as typeof identifying.command,
      facts,
    },
    'To identify a saving of a unit that nobody registered': {
      refused: 'unit-not-open',
      before: [],
      command: { ...identifying.command, unit: 'unheard-of' } as typeof identifying.command,
      facts,
    },
  },
  ['saving', 'open-portfolio.ts', 'act.ts'],
);
