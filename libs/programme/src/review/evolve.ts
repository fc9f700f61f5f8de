import type { Changes, Parts } from '#timeline';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import { reviewStages, type AppraisalFigures, type ReviewEvent, type ReviewStage } from './events.js';
import { reviewKey, type ReviewOption, type ReviewPart } from './state.js';

export function evolveReview(state: Parts<ReviewPart>, event: ReviewEvent): Changes<ReviewPart> {
  const key = reviewKey(event.review);
  const review = state.get(key);
  if (event.type === 'ReviewProposed') {
    if (review) return [];
    const { review: id, name, service, phase, tranche, source } = event;
    const fact = factOf(event);
    return [
      [
        key,
        {
          kind: 'review',
          id,
          name,
          ...present({ service, phase, tranche }),
          proposed: fact,
          ...present({ source }),
          stage: 'proposed',
          stageSince: fact,
          standing: 'active',
          stages: [{ stage: 'proposed', ...fact }],
          engagement: [],
          options: [],
        },
      ],
    ];
  }
  return review ? [[key, changed(review, event)]] : [];
}

function changed(review: ReviewPart, event: Exclude<ReviewEvent, { type: 'ReviewProposed' }>): ReviewPart {
  const fact = factOf(event);
  switch (event.type) {
    case 'ScopingBriefAgreed':
      return atStage(review, event, 'brief-agreed');
    case 'ReviewTeamNamed':
      return { ...review, team: event.members };
    case 'ServiceUnderstandingRecorded':
      return { ...review, understanding: { summary: event.summary, recorded: fact } };
    case 'MarketEngagementRecorded': {
      const { activity, summary, reference } = event;
      const engaged = { activity, ...present({ summary, reference }), recorded: fact };
      return { ...review, engagement: [...review.engagement, engaged] };
    }
    case 'OptionIdentified': {
      const { option: id, title, scope, part, model, provider, sector, asIs } = event;
      const outline = { title, scope, ...present({ part }), model, ...present({ provider, sector }) };
      if (review.options.some((option) => option.id === id)) return review;
      const option: ReviewOption = { id, ...outline, asIs, identified: fact, endorsements: [] };
      return { ...review, options: [...review.options, option] };
    }
    case 'OptionAppraised':
      return withOption(review, event.option, (option) => ({
        ...option,
        appraisal: { ...figuresOf(event), appraised: fact },
      }));
    case 'OptionRejected':
      return withOption(review, event.option, (option) => ({
        ...option,
        rejection: { reason: event.reason, rejected: fact },
      }));
    case 'OptionEndorsed':
      return withOption(review, event.option, (option) => ({
        ...option,
        endorsements: [...option.endorsements, { by: event.by, endorsed: fact }],
      }));
    case 'OptionsAppraised':
      return atStage(review, event, 'options-appraised');
    case 'OptionChosen': {
      const reasons = new Map(event.reasons.map(({ option, reason }) => [option, reason]));
      const options = review.options.map((option): ReviewOption => {
        const { rejection, ...open } = option;
        if (option.id === event.option) return open;
        const reason = reasons.get(option.id);
        return {
          ...open,
          ...(reason !== undefined ? { rejection: { reason, rejected: fact } } : present({ rejection })),
        };
      });
      return {
        ...atStage({ ...review, options }, event, 'option-chosen'),
        chosen: { option: event.option, chosen: fact },
      };
    }
    case 'AuthorisedToProceed':
      return atStage(review, event, 'authorised-to-proceed');
    case 'FullBusinessCaseSubmitted':
      return atStage(review, event, 'full-case-submitted');
    case 'FullBusinessCaseAuthorised':
      return atStage(review, event, 'full-case-authorised');
    case 'ImplementationStarted':
      return atStage(review, event, 'implementing');
    case 'ReviewCompleted':
      return atStage(review, event, 'complete');
    case 'ReviewDeferred': {
      const { reason, until } = event;
      return {
        ...active(review),
        standing: 'deferred',
        standingSince: fact,
        standingReason: reason,
        ...present({ deferredUntil: until }),
      };
    }
    case 'ReviewResumed':
      return { ...active(review), standingSince: fact, ...present({ standingReason: event.reason }) };
    case 'ReviewReferredBack': {
      const { chosen: _chosen, ...undecided } = review;
      return atStage(undecided, event, 'brief-agreed');
    }
    case 'ReviewWithdrawn':
      return { ...active(review), standing: 'withdrawn', standingSince: fact, standingReason: event.reason };
    case 'ReviewReopened': {
      const reopened = { ...active(review), standingSince: fact, standingReason: event.reason };
      return review.stage === 'complete' ? atStage(reopened, event, 'implementing') : reopened;
    }
  }
}

/** The review going on, with what is said of its standing left out. */
function active(review: ReviewPart): ReviewPart {
  const { standingSince: _since, standingReason: _reason, deferredUntil: _until, ...rest } = review;
  return { ...rest, standing: 'active' };
}

/** The review at a stage, with the stages that lie beyond it dropped from its path. */
function atStage(review: ReviewPart, event: ReviewEvent, stage: ReviewStage): ReviewPart {
  const fact = factOf(event);
  const order = reviewStages.indexOf(stage);
  const passed = review.stages.filter((reached) => reviewStages.indexOf(reached.stage) < order);
  return { ...review, stage, stageSince: fact, stages: [...passed, { stage, ...fact }] };
}

function withOption(
  review: ReviewPart,
  id: string,
  change: (option: ReviewOption) => ReviewOption,
): ReviewPart {
  return { ...review, options: review.options.map((option) => (option.id === id ? change(option) : option)) };
}

/** The figures of an appraisal alone. */
export function figuresOf({ summary, cost, saving, risk, score }: AppraisalFigures): AppraisalFigures {
  return present({ summary, cost, saving, risk, score });
}
