import { reviewStages, type ReviewEvent, type ReviewStage } from './events.js';

/** What moves a review to another stage. */
export interface Move {
  readonly to: ReviewStage;
  /** The stages it may be reached from. */
  readonly from: readonly ReviewStage[];
}

/** From the appraisal of the options until the review is complete: what was decided may be decided anew. */
const appraisedAndGoingOn = reviewStages.slice(2, -1);

/** The events that move a review to another stage, and which stages they may start from. */
export const moves = {
  ScopingBriefAgreed: { to: 'brief-agreed', from: ['proposed'] },
  OptionsAppraised: { to: 'options-appraised', from: ['brief-agreed'] },
  OptionChosen: { to: 'option-chosen', from: appraisedAndGoingOn },
  AuthorisedToProceed: { to: 'authorised-to-proceed', from: ['option-chosen'] },
  FullBusinessCaseSubmitted: { to: 'full-case-submitted', from: ['authorised-to-proceed'] },
  FullBusinessCaseAuthorised: { to: 'full-case-authorised', from: ['full-case-submitted'] },
  ImplementationStarted: { to: 'implementing', from: ['full-case-authorised'] },
  ReviewCompleted: { to: 'complete', from: ['implementing'] },
  ReviewReferredBack: { to: 'brief-agreed', from: appraisedAndGoingOn },
} as const satisfies { readonly [Type in ReviewEvent['type']]?: Move };

/** The command that leads on from each stage. */
export const comesNext: Readonly<Record<ReviewStage, string>> = {
  proposed: 'agree-scoping-brief',
  'brief-agreed': 'conclude-appraisal',
  'options-appraised': 'choose-option',
  'option-chosen': 'authorise-to-proceed',
  'authorised-to-proceed': 'submit-full-business-case',
  'full-case-submitted': 'authorise-full-business-case',
  'full-case-authorised': 'start-implementation',
  implementing: 'complete-review',
  complete: 'reopen-review',
};

/** Whether one stage comes before another. */
export function comesBefore(stage: ReviewStage, other: ReviewStage): boolean {
  return reviewStages.indexOf(stage) < reviewStages.indexOf(other);
}
