import { civilDate } from '#calendar';
import { established, factsOf } from '../../../governance/src/authority/county-authority.story.js';
import { rulesOf } from '../command.contract.js';
import { reviewStream, type ReviewCommand, type ReviewEvent } from './index.js';
import { asItIs, asked, company, happened, noCapital, partner, said, upTo } from './legal-services.story.js';

type Entries = readonly ReviewEvent[];

/** A rule that nothing sets aside: the entry would have no meaning, or a fact it stands on is not there. */
const firm = (refused: string, before: Entries, command: ReviewCommand) => ({ refused, before, command });

/** A rule that an entry of the past may set aside: what was asked is recorded then. */
const excusable = (refused: string, before: Entries, { command, event }: ReturnType<typeof said>) => ({
  refused,
  before,
  command,
  excused: event,
});

const reason = 'No partner was found';
const identified = upTo('options-appraised').slice(0, 4);
const chosen = upTo('option-chosen');
const deferred = [...chosen, happened('2015-10-01', { type: 'ReviewDeferred', reason })];
const withdrawn = [...chosen, happened('2015-10-01', { type: 'ReviewWithdrawn', reason })];
const concludedWithout = happened('2014-04-30', {
  type: 'OptionsAppraised',
  exception: { rule: 'spectrum-not-appraised', reason: 'Not in the minutes' },
});
const engaging = (day: string) =>
  said(
    day,
    { type: 'record-market-engagement', activity: 'Presentation' },
    { type: 'MarketEngagementRecorded', activity: 'Presentation' },
  );
const choosing = (...reasons: readonly (typeof noCapital)[]) =>
  said(
    '2014-05-15',
    { type: 'choose-option', option: partner.option, reasons },
    { type: 'OptionChosen', option: partner.option, reasons },
  );
const tooEarly = { reason, until: { on: civilDate('2015-09-30'), precision: 'day' } } as const;
const planned = (day: string, due: string) => {
  const toBeFound = { outcome: 'options', due: { on: civilDate(due), precision: 'day' } } as const;
  return said(day, { type: 'plan-outcome', ...toBeFound }, { type: 'OutcomePlanned', ...toBeFound });
};
const proposing = (service: string) =>
  asked('2013-09-19', { type: 'propose-review', name: 'Legal Services', service });

/** Trading Standards was taken out of the programme; no other service is registered. */
const services = {
  get: (key: string) =>
    key === 'service/trading-standards' ? { withdrawn: { on: '2013-09-01', precision: 'day' } } : undefined,
};

const endorsing = (by: string) =>
  said(
    '2014-04-30',
    { type: 'endorse-option', option: partner.option, by },
    { type: 'OptionEndorsed', option: partner.option, by },
  );
const onTheDayBefore = <T extends object>(said: T) => ({ ...said, takenOn: civilDate('2013-09-18') });
const authority = factsOf(established);

rulesOf(
  reviewStream,
  {
    'To propose a review that is proposed': firm(
      'review-already-proposed',
      upTo('proposed'),
      asked('2013-10-01', { type: 'propose-review', name: 'Law' }),
    ),
    'To propose a review of a service that is not registered': {
      ...firm('unknown-service', [], proposing('legal-services')),
      facts: services,
    },
    'To propose a review of a service that was withdrawn': {
      ...firm('service-withdrawn', [], proposing('trading-standards')),
      facts: services,
    },
    'To agree the brief of a review that is not proposed': firm(
      'review-not-proposed',
      [],
      asked('2013-10-21', { type: 'agree-scoping-brief' }),
    ),
    'To agree the brief a second time': firm(
      'stage-out-of-order',
      upTo('brief-agreed'),
      asked('2013-10-28', { type: 'agree-scoping-brief' }),
    ),
    'To start implementation from the choice': excusable(
      'stage-out-of-order',
      chosen,
      said('2016-04-01', { type: 'start-implementation' }, { type: 'ImplementationStarted' }),
    ),
    'To say a second time by when an outcome is due': firm(
      'outcome-already-due',
      [...upTo('brief-agreed'), planned('2013-10-31', '2014-04-30').event],
      planned('2013-11-04', '2014-05-31').command,
    ),
    'To move what is not due by any day': firm(
      'outcome-not-due',
      upTo('brief-agreed'),
      asked('2014-03-03', {
        type: 'move-outcome',
        outcome: 'options',
        due: { on: civilDate('2014-05-31'), precision: 'day' },
        reason,
      }),
    ),
    'To name a team of nobody': firm(
      'nobody-named',
      upTo('brief-agreed'),
      asked('2013-11-04', { type: 'name-review-team', members: [] }),
    ),
    'To identify an option under an id that is taken': firm(
      'option-already-identified',
      identified,
      asked('2014-01-06', { type: 'identify-option', ...company, option: partner.option }),
    ),
    'To identify a second service as it is': firm(
      'as-is-already-identified',
      identified,
      asked('2014-01-06', { type: 'identify-option', ...asItIs, option: 'as-it-was' }),
    ),
    'To endorse an option that nobody identified': firm(
      'option-not-identified',
      identified,
      asked('2014-03-20', { type: 'endorse-option', option: company.option, by: 'Cabinet Committee' }),
    ),
    'To endorse an option as nobody on record': {
      ...excusable('unknown-endorser', upTo('options-appraised'), endorsing('Commissioning Board')),
      facts: authority,
    },
    'To endorse an option on the day before the body was established': {
      refused: 'unknown-endorser',
      before: upTo('options-appraised'),
      command: onTheDayBefore(endorsing('advisory-group').command),
      excused: onTheDayBefore(endorsing('advisory-group').event),
      facts: authority,
    },
    'To appraise an option and find nothing': firm(
      'nothing-appraised',
      identified,
      asked('2014-03-03', { type: 'appraise-option', option: partner.option }),
    ),
    'To reject an option for a blank reason': firm(
      'reason-needed',
      identified,
      asked('2014-04-30', { type: 'reject-option', option: partner.option, reason: ' ' }),
    ),
    'To conclude an appraisal of nothing': excusable(
      'spectrum-not-appraised',
      upTo('brief-agreed'),
      said('2014-04-30', { type: 'conclude-appraisal' }, { type: 'OptionsAppraised' }),
    ),
    'To choose an option of a spectrum that was not appraised': excusable(
      'no-predetermination',
      [...identified, concludedWithout],
      choosing(noCapital),
    ),
    'To choose an option and say nothing against another': excusable(
      'option-without-reason',
      upTo('options-appraised'),
      choosing(),
    ),
    'To choose an option and give a reason against it': firm(
      'reason-against-chosen',
      upTo('options-appraised'),
      choosing(noCapital, { option: partner.option, reason }).command,
    ),
    'To choose an option and give two reasons against another': firm(
      'reason-twice',
      upTo('options-appraised'),
      choosing(noCapital, { option: asItIs.option, reason }).command,
    ),
    'To choose the option that is chosen': firm(
      'option-already-chosen',
      chosen,
      asked('2014-07-17', { type: 'choose-option', option: partner.option }),
    ),
    'To defer a review until before its deferral': excusable(
      'deferral-reversed',
      chosen,
      said('2015-10-01', { type: 'defer-review', ...tooEarly }, { type: 'ReviewDeferred', ...tooEarly }),
    ),
    'To defer a review that is deferred': firm(
      'review-deferred',
      deferred,
      asked('2015-12-01', { type: 'defer-review', reason }),
    ),
    'To move a review on that is deferred': excusable(
      'review-deferred',
      deferred,
      said('2015-12-01', { type: 'authorise-to-proceed' }, { type: 'AuthorisedToProceed' }),
    ),
    'To resume a review that is not deferred': firm(
      'review-not-deferred',
      chosen,
      asked('2016-03-21', { type: 'resume-review' }),
    ),
    'To withdraw a review that is withdrawn': firm(
      'review-withdrawn',
      withdrawn,
      asked('2015-12-01', { type: 'withdraw-review', reason }),
    ),
    'To add to a review that is withdrawn': excusable('review-withdrawn', withdrawn, engaging('2015-12-01')),
    'To add to a review that is complete': excusable(
      'review-complete',
      upTo('complete'),
      engaging('2018-09-09'),
    ),
    'To reopen a review that is going on': firm(
      'review-not-over',
      chosen,
      asked('2016-03-21', { type: 'reopen-review', reason }),
    ),
  },
  ['review'],
);
