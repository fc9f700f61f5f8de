import { civilDate } from '#calendar';
import { commandsInTime } from '../command.contract.js';
import { savingStream } from './index.js';
import {
  authorising,
  delivered,
  delivering,
  elsewhere as facts,
  forecasting,
  happened,
  identified,
  identifying,
  placing,
  planned,
  released,
  releasing,
  said,
  validating,
  withdrawing,
  year,
} from './library-saving.story.js';

const later = happened('2017-04-01', { type: 'SavingForecast', profile: [] });
const [first, second] = planned.profile;
const spread = [
  { year: first.year, pence: first.pence - 50_000_000 },
  { year: second.year, pence: second.pence + 50_000_000 },
];
const slip = { plan: 'identified', reason: 'The consultation ran into April' } as const;
const reprofiling = said(
  '2015-01-05',
  { type: 'reprofile-saving', ...slip, profile: spread },
  { type: 'SavingReprofiled', ...slip, fromProfile: planned.profile, profile: spread },
);
const moving = said(
  '2015-04-01',
  { type: 'move-saving', toPortfolio: 'adults' },
  { type: 'SavingMoved', fromPortfolio: 'place', toPortfolio: 'adults' },
);
const newOwner = { toOwner: 'Corporate Director' };
const changing = said(
  '2015-04-01',
  { type: 'change-saving-owner', ...newOwner },
  { type: 'SavingOwnerChanged', fromOwner: 'Head of Libraries', ...newOwner },
);
const back = { reason: 'The review goes on', review: 'libraries' };
const reinstating = said(
  '2016-09-01',
  { type: 'reinstate-saving', ...back },
  { type: 'SavingReinstated', ...back },
);
const ownLater = (event: typeof moving.event, day: string) => ({ ...event, effectiveOn: civilDate(day) });

commandsInTime(savingStream, {
  'identify-saving': {
    before: [],
    ...identifying,
    facts,
    instead: '2014-05-16',
    contradicts: {
      entry: ownLater(identifying.event, '2014-06-01'),
      refused: 'saving-already-identified',
    },
  },
  'place-saving-in-business-case': { before: identified, ...placing, facts, instead: '2014-07-18', later },
  'authorise-saving': { before: identified, ...authorising, instead: '2015-02-13', later },
  'forecast-saving': {
    before: identified,
    ...forecasting,
    instead: '2015-06-30',
    later: happened('2016-03-31', { type: 'SavingDelivered', year: year('2015/16'), pence: 1 }),
  },
  'record-delivered-saving': {
    before: identified,
    ...delivering,
    instead: '2016-03-30',
    later,
  },
  'validate-saving': {
    before: delivered,
    ...validating,
    instead: '2016-05-17',
    later,
    contradicts: {
      entry: happened('2016-06-30', { type: 'SavingDelivered', year: year('2015/16'), pence: 70_000_000 }),
      refused: 'delivered-below-validated',
    },
  },
  'reprofile-saving': {
    before: identified,
    ...reprofiling,
    instead: '2015-01-06',
    later,
    contradicts: { entry: ownLater(reprofiling.event, '2015-02-01'), refused: 'premise-changed' },
  },
  'move-saving': {
    before: identified,
    ...moving,
    facts,
    instead: '2015-04-02',
    later,
    contradicts: { entry: ownLater(moving.event, '2016-04-01'), refused: 'premise-changed' },
  },
  'change-saving-owner': {
    before: identified,
    ...changing,
    instead: '2015-04-02',
    later,
    contradicts: { entry: ownLater(changing.event, '2016-04-01'), refused: 'premise-changed' },
  },
  'withdraw-saving': {
    before: identified,
    ...withdrawing,
    instead: '2016-06-02',
    contradicts: { entry: later, refused: 'saving-ended' },
  },
  'release-saving': {
    before: identified,
    ...releasing,
    instead: '2016-06-02',
    contradicts: { entry: later, refused: 'saving-ended' },
  },
  'reinstate-saving': {
    before: released,
    ...reinstating,
    facts,
    instead: '2016-09-02',
    contradicts: { entry: ownLater(reinstating.event, '2016-10-01'), refused: 'saving-not-ended' },
  },
});
