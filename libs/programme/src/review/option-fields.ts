import {
  idOf,
  name,
  oneOf,
  optional,
  pence,
  required,
  text,
  wholeNumber,
  yesOrNo,
  type Values,
} from '#fields';

/** Delivery models: who would provide the service, and under whose control. */
export const deliveryModels = [
  'INH',
  'ICO',
  'TEC',
  'TRD',
  'JV',
  'MUT',
  'SE',
  'SHS',
  'OUT',
  'VCS',
  'DEV',
  'CEA',
] as const;

const providerSectors = ['in-house', 'public', 'private', 'voluntary', 'staff-led'] as const;

/** The option of a review that an act is about. */
export const option = required(idOf('option', 'old', 'review'), 'The option.');

/** What an option is: for the whole or a part of the service, under which delivery model, by whom. */
export const outline = {
  title: required(name, 'What the option is called.'),
  scope: required(oneOf(['whole', 'part']), 'Whether it is for the whole of the service or a part of it.'),
  part: optional(name, 'The part it is for.'),
  model: required(oneOf(deliveryModels), 'The delivery model.'),
  provider: optional(name, 'Who would provide the service.'),
  sector: optional(oneOf(providerSectors), 'The sector of the provider.'),
};

export type OptionOutline = Values<typeof outline>;

/** Whether an option is the service as it is. */
export const asIs = optional(
  yesOrNo,
  'True for the service as it is, which every spectrum must hold.',
  'It is the service as it is',
);

/** What an appraisal says of an option. Money in whole pence. */
export const figures = {
  summary: optional(text, 'What the appraisal found.'),
  cost: optional(pence, 'What the option would cost.'),
  saving: optional(pence, 'What the option would save.'),
  risk: optional(oneOf(['low', 'medium', 'high']), 'How risky the option is.'),
  score: optional(wholeNumber(0, 1_000), 'Its score.'),
};

export type AppraisalFigures = Values<typeof figures>;

/** Why an option was not chosen. */
export const against = {
  option: required(idOf('option', 'old', 'review'), 'An option that was not chosen.'),
  reason: required(text, 'Why it was not.'),
};

export type OptionReason = Values<typeof against>;
