/** The stages of a review, in order. */
export const reviewStages = [
  'proposed',
  'brief-agreed',
  'options-appraised',
  'option-chosen',
  'authorised-to-proceed',
  'full-case-submitted',
  'full-case-authorised',
  'implementing',
  'complete',
] as const;
export type ReviewStage = (typeof reviewStages)[number];

/** From the appraisal of the options until the review is complete: what was decided may be decided anew. */
export const appraisedAndGoingOn: readonly ReviewStage[] = reviewStages.slice(2, -1);

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
