import { civilDate } from '#calendar';
import type { ReviewCommand } from './index.js';
import {
  again,
  appraisedOneByOne,
  company,
  happened,
  noCapital,
  said,
  upTo,
  type ReviewInTime,
} from './legal-services.story.js';

const outOfOrder = 'stage-out-of-order';
const later = happened('2018-09-09', { type: 'MarketEngagementRecorded', activity: 'Presentation' });
const identified = upTo('options-appraised').slice(0, 4);
const reason = 'The search for a partner came to nothing';
const onHold = happened('2015-10-01', { type: 'ReviewDeferred', reason });
const withdrawn = happened('2015-10-01', { type: 'ReviewWithdrawn', reason });

const proposal = { name: 'Legal Services', service: 'legal-services', phase: 'phase-1', tranche: 'first' };
const propose = said(
  '2013-09-19',
  { type: 'propose-review', ...proposal },
  { type: 'ReviewProposed', ...proposal },
);
const brief = { summary: 'The whole of the service' };
const agree = said(
  '2013-10-21',
  { type: 'agree-scoping-brief', ...brief },
  { type: 'ScopingBriefAgreed', ...brief },
);
const toBeFound = {
  outcome: 'options',
  due: { on: civilDate('2014-04-30'), precision: 'month' },
} as const;
const plan = said(
  '2013-10-31',
  { type: 'plan-outcome', ...toBeFound },
  { type: 'OutcomePlanned', ...toBeFound },
);
const toBeFoundLater = {
  outcome: 'options',
  due: { on: civilDate('2014-05-31'), precision: 'month' },
  reason: 'A second look at the market',
} as const;
const members = [
  { role: 'Head of Legal Services', from: 'in-house' },
  { role: 'Adviser on markets', from: 'external', organisation: 'A consultancy' },
] as const;
const engaged = { activity: 'Notice of market engagement', summary: 'Nine replies', reference: '2014/S 1' };
const companyAsked = { ...company, provider: 'The council', sector: 'public' } as const;
const figures = {
  summary: 'Grows',
  cost: 1_200_000_00,
  saving: 640_000_00,
  risk: 'medium',
  score: 640,
} as const;
const appraisal = { option: 'commercial-partner', ...figures };
const endorsement = { option: 'commercial-partner', by: 'Transformation Advisory Group' };
const found = { summary: 'Six options, one preferred' };
const conclude = said(
  '2014-04-15',
  { type: 'conclude-appraisal', ...found },
  { type: 'OptionsAppraised', ...found },
);
const choice = { option: 'commercial-partner', reasons: [noCapital] };
const choose = said('2014-05-15', { type: 'choose-option', ...choice }, { type: 'OptionChosen', ...choice });
const proceed = said('2014-07-17', { type: 'authorise-to-proceed' }, { type: 'AuthorisedToProceed' });
const submit = said(
  '2015-09-09',
  { type: 'submit-full-business-case' },
  { type: 'FullBusinessCaseSubmitted' },
);
const authorise = said(
  '2015-10-12',
  { type: 'authorise-full-business-case', portfolio: 'business-capability' },
  { type: 'FullBusinessCaseAuthorised', portfolio: 'business-capability' },
);
const start = said('2016-04-01', { type: 'start-implementation' }, { type: 'ImplementationStarted' });
const ending = { summary: 'The company is trading' };
const complete = said(
  '2017-06-01',
  { type: 'complete-review', ...ending },
  { type: 'ReviewCompleted', ...ending },
);
const resume = said('2016-03-21', { type: 'resume-review' }, { type: 'ReviewResumed' });
const referral = { reason: 'The market has changed', to: 'Corporate Director' };
const reopening = { reason: 'A company of its own is proposed' };
const reopen = said(
  '2016-03-21',
  { type: 'reopen-review', ...reopening },
  { type: 'ReviewReopened', ...reopening },
);

/** Every command about a review, in the order in which a review meets them. */
export const everyCommand: { readonly [Name in ReviewCommand['type']]: ReviewInTime } = {
  'propose-review': {
    before: [],
    ...propose,
    instead: '2013-09-12',
    contradicts: again(propose, '2013-10-01', 'review-already-proposed'),
  },
  'agree-scoping-brief': {
    before: upTo('proposed'),
    ...agree,
    instead: '2013-10-22',
    later,
    contradicts: again(agree, '2013-10-28', outOfOrder),
  },
  'plan-outcome': {
    before: upTo('brief-agreed'),
    ...plan,
    instead: '2013-10-30',
    later,
    contradicts: again(plan, '2014-01-06', 'outcome-already-due'),
  },
  'move-outcome': {
    before: [...upTo('brief-agreed'), plan.event],
    ...said(
      '2014-03-03',
      { type: 'move-outcome', ...toBeFoundLater },
      { type: 'OutcomeMoved', ...toBeFoundLater },
    ),
    instead: '2014-03-04',
    later,
  },
  'name-review-team': {
    before: upTo('brief-agreed'),
    ...said('2013-11-04', { type: 'name-review-team', members }, { type: 'ReviewTeamNamed', members }),
    instead: '2013-11-05',
    later,
  },
  'record-service-understanding': {
    before: upTo('brief-agreed'),
    ...said(
      '2013-11-29',
      { type: 'record-service-understanding', summary: 'A trading service' },
      { type: 'ServiceUnderstandingRecorded', summary: 'A trading service' },
    ),
    instead: '2013-11-28',
    later,
  },
  'record-market-engagement': {
    before: upTo('brief-agreed'),
    ...said(
      '2014-04-08',
      { type: 'record-market-engagement', ...engaged },
      { type: 'MarketEngagementRecorded', ...engaged },
    ),
    instead: '2014-04-07',
    later,
  },
  'identify-option': {
    before: upTo('options-appraised'),
    ...said(
      '2014-05-01',
      { type: 'identify-option', ...companyAsked },
      { type: 'OptionIdentified', ...companyAsked },
    ),
    instead: '2014-05-02',
    later,
    contradicts: { entry: choose.event, refused: 'option-without-reason' },
  },
  'appraise-option': {
    before: identified,
    ...said(
      '2014-03-03',
      { type: 'appraise-option', ...appraisal },
      { type: 'OptionAppraised', ...appraisal },
    ),
    instead: '2014-03-04',
    later,
  },
  'reject-option': {
    before: identified,
    ...said('2014-04-30', { type: 'reject-option', ...noCapital }, { type: 'OptionRejected', ...noCapital }),
    instead: '2014-04-29',
    later,
  },
  'endorse-option': {
    before: identified,
    ...said(
      '2014-03-20',
      { type: 'endorse-option', ...endorsement },
      { type: 'OptionEndorsed', ...endorsement },
    ),
    instead: '2014-03-21',
    later,
  },
  'conclude-appraisal': {
    before: appraisedOneByOne,
    ...conclude,
    instead: '2014-04-30',
    later,
    contradicts: again(conclude, '2014-04-30', outOfOrder),
  },
  'choose-option': {
    before: upTo('options-appraised'),
    ...choose,
    instead: '2014-05-16',
    later,
    contradicts: again(choose, '2014-07-17', 'option-already-chosen'),
  },
  'authorise-to-proceed': {
    before: upTo('option-chosen'),
    ...proceed,
    instead: '2014-07-01',
    later,
    contradicts: again(proceed, '2014-10-01', outOfOrder),
  },
  'submit-full-business-case': {
    before: upTo('authorised-to-proceed'),
    ...submit,
    instead: '2015-09-10',
    later,
    contradicts: again(submit, '2015-09-30', outOfOrder),
  },
  'authorise-full-business-case': {
    before: upTo('full-case-submitted'),
    ...authorise,
    instead: '2015-10-13',
    later,
    contradicts: again(authorise, '2015-12-01', outOfOrder),
  },
  'start-implementation': {
    before: upTo('full-case-authorised'),
    ...start,
    instead: '2016-04-04',
    later,
    contradicts: again(start, '2016-05-01', outOfOrder),
  },
  'complete-review': {
    before: upTo('implementing'),
    ...complete,
    instead: '2017-06-30',
    contradicts: { entry: later, refused: 'review-complete' },
  },
  'defer-review': {
    before: upTo('option-chosen'),
    ...said('2015-10-01', { type: 'defer-review', reason }, { type: 'ReviewDeferred', reason }),
    instead: '2015-09-18',
    later,
    contradicts: {
      entry: happened('2015-12-01', { type: 'AuthorisedToProceed' }),
      refused: 'review-deferred',
    },
  },
  'resume-review': {
    before: [...upTo('option-chosen'), onHold],
    ...resume,
    instead: '2016-03-22',
    later,
    contradicts: again(resume, '2016-04-01', 'review-not-deferred'),
  },
  'refer-review-back': {
    before: upTo('authorised-to-proceed'),
    ...said(
      '2015-01-20',
      { type: 'refer-review-back', ...referral },
      { type: 'ReviewReferredBack', ...referral },
    ),
    instead: '2015-01-21',
    later,
    contradicts: { entry: submit.event, refused: outOfOrder },
  },
  'withdraw-review': {
    before: upTo('option-chosen'),
    ...said('2015-10-01', { type: 'withdraw-review', reason }, { type: 'ReviewWithdrawn', reason }),
    instead: '2015-09-18',
    contradicts: { entry: later, refused: 'review-withdrawn' },
  },
  'reopen-review': {
    before: [...upTo('option-chosen'), withdrawn],
    ...reopen,
    instead: '2016-03-22',
    contradicts: again(reopen, '2016-04-01', 'review-not-over'),
  },
};
