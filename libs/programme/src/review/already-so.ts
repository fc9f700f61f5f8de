import { same } from '#timeline';
import { addsNoDecision, restates } from '../repeated.js';
import { present } from '../rules.js';
import type { ReviewCommand } from './commands.js';
import type { ReviewStage } from './events.js';
import { figuresOf, optionOf, outlineOf, teamOf, type ReviewPart } from './state.js';

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<ReviewCommand['type']> = new Set([
  'propose-review',
  'agree-scoping-brief',
  'identify-option',
  'conclude-appraisal',
  'choose-option',
  'authorise-to-proceed',
  'submit-full-business-case',
  'authorise-full-business-case',
  'start-implementation',
  'complete-review',
  'defer-review',
  'resume-review',
  'refer-review-back',
  'withdraw-review',
  'reopen-review',
] as const);

/** Whether the record of a review holds already what a command says, so that it changes nothing. */
export function alreadySo(review: ReviewPart, command: ReviewCommand): boolean {
  switch (command.type) {
    case 'propose-review': {
      const proposal = ({ name, service, phase, tranche }: ReviewPart | typeof command) =>
        present({ name, service, phase, tranche });
      return restates(review.proposed, command) && same(proposal(review), proposal(command));
    }
    case 'agree-scoping-brief':
      return reached(review, 'brief-agreed', command, { summary: command.summary });
    case 'name-review-team':
      return same(review.team, teamOf(command.members));
    case 'record-service-understanding':
      return (
        addsNoDecision(review.understanding?.recorded, command) &&
        review.understanding?.summary === command.summary
      );
    case 'record-market-engagement': {
      const { activity, summary, reference } = command;
      return review.engagement.some(
        ({ recorded, ...engaged }) =>
          restates(recorded, command) && same(engaged, present({ activity, summary, reference })),
      );
    }
    case 'identify-option':
    case 'appraise-option':
    case 'reject-option':
    case 'endorse-option':
      return saidOfOption(review, command);
    case 'conclude-appraisal':
      return reached(review, 'options-appraised', command, { summary: command.summary });
    case 'choose-option':
      return (
        review.chosen?.option === command.option &&
        restates(review.chosen.chosen, command) &&
        (command.reasons ?? []).every(
          ({ option, reason }) => optionOf(review, option)?.rejection?.reason === reason,
        )
      );
    case 'authorise-to-proceed':
      return reached(review, 'authorised-to-proceed', command, {});
    case 'submit-full-business-case':
      return reached(review, 'full-case-submitted', command, { summary: command.summary });
    case 'authorise-full-business-case':
      return reached(review, 'full-case-authorised', command, { portfolio: command.portfolio });
    case 'start-implementation':
      return reached(review, 'implementing', command, {});
    case 'complete-review':
      return reached(review, 'complete', command, { summary: command.summary });
    case 'defer-review':
      return stands(review, 'deferred', command) && same(review.deferredUntil, command.until);
    case 'resume-review':
      return stands(review, 'active', command) && review.standingLog.at(-1)?.how === 'resumed';
    case 'refer-review-back': {
      const { reason, to } = command;
      return (
        restates(review.referredBack, command) &&
        review.referredBack?.reason === reason &&
        review.referredBack.to === to
      );
    }
    case 'withdraw-review':
      return stands(review, 'withdrawn', command);
    case 'reopen-review':
      return (
        review.stage !== 'complete' &&
        stands(review, 'active', command) &&
        review.standingLog.at(-1)?.how === 'reopened'
      );
  }
}

/** Whether a stage on the way to the present one was reached just so. */
function reached(
  review: ReviewPart,
  stage: ReviewStage,
  command: ReviewCommand,
  said: { summary?: string | undefined; portfolio?: string | undefined },
): boolean {
  const held = review.stages.find((one) => one.stage === stage);
  return restates(held, command) && held?.summary === said.summary && held?.portfolio === said.portfolio;
}

function stands(
  review: ReviewPart,
  standing: ReviewPart['standing'],
  command: ReviewCommand & { readonly reason?: string },
): boolean {
  return (
    review.standing === standing &&
    restates(review.standingSince, command) &&
    review.standingReason === command.reason
  );
}

function saidOfOption(
  review: ReviewPart,
  command: Extract<
    ReviewCommand,
    { type: 'identify-option' | 'appraise-option' | 'reject-option' | 'endorse-option' }
  >,
): boolean {
  const held = optionOf(review, command.option);
  if (!held) return false;
  switch (command.type) {
    case 'identify-option':
      return (
        restates(held.identified, command) &&
        same(outlineOf(held), outlineOf(command)) &&
        held.asIs === (command.asIs ?? false)
      );
    case 'appraise-option':
      return (
        held.appraisal !== undefined &&
        addsNoDecision(held.appraisal.appraised, command) &&
        same(figuresOf(held.appraisal), figuresOf(command))
      );
    case 'reject-option':
      return addsNoDecision(held.rejection?.rejected, command) && held.rejection?.reason === command.reason;
    case 'endorse-option':
      return held.endorsements.some(({ by, endorsed }) => by === command.by && restates(endorsed, command));
  }
}
