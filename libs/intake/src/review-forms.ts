import { idOf, listOf, name, oneOf, pence, plannedEnd, text, wholeNumber, yesOrNo } from '#fields';
import {
  type DeliveryModel,
  deliveryModels,
  type ProviderSector,
  providerSectors,
  type ReviewCommand,
} from '#programme';
import { type FormOfEach, Optional, Required, filledIn } from './form.js';
import { RecordedForm } from './recorded-form.js';

const teamSources = ['in-house', 'external'] as const;
const scopes = ['whole', 'part'] as const;
const risks = ['low', 'medium', 'high'] as const;

/** A command about a review. */
export class AboutReviewForm extends RecordedForm {
  @Required(idOf('review'), 'The review.')
  review!: string;
}

export class ProposeReviewForm extends AboutReviewForm {
  @Required(idOf('review', 'new'), 'The review.')
  override review!: string;

  @Required(name, 'What the review is called.')
  name!: string;

  @Optional(idOf('service'), 'The service under review, registered by that day.')
  service?: string;

  @Optional(idOf('phase'), 'The phase it belongs to.')
  phase?: string;

  @Optional(idOf('tranche'), 'The tranche it belongs to.')
  tranche?: string;
}

export class AgreeScopingBriefForm extends AboutReviewForm {
  @Optional(text, 'What the brief says.')
  summary?: string;
}

export class TeamMemberForm {
  @Required(name, 'Their part in the team, by office or profession; no personal name.')
  role!: string;

  @Required(oneOf(teamSources), 'Whether they come from the council or from outside.', 'Comes from')
  from!: (typeof teamSources)[number];

  @Optional(name, 'The organisation or the directorate they come from.')
  organisation?: string;
}

export class NameReviewTeamForm extends AboutReviewForm {
  @Required(listOf(filledIn(TeamMemberForm)), 'The whole team as it is from then on.')
  members!: TeamMemberForm[];
}

export class RecordServiceUnderstandingForm extends AboutReviewForm {
  @Required(text, 'What was found out about the service.')
  summary!: string;
}

export class RecordMarketEngagementForm extends AboutReviewForm {
  @Required(name, 'What was done, such as "soft market test with two providers".')
  activity!: string;

  @Optional(text, 'What came of it.')
  summary?: string;

  @Optional(name, 'The reference of the notice or the report.')
  reference?: string;
}

/** A command about an option of a review. */
export class AboutOptionForm extends AboutReviewForm {
  @Required(idOf('option', 'old', 'review'), 'The option.')
  option!: string;
}

export class IdentifyOptionForm extends AboutOptionForm {
  @Required(idOf('option', 'new', 'review'), 'The option.')
  override option!: string;

  @Required(name, 'What the option is called.')
  title!: string;

  @Required(oneOf(scopes), 'Whether it is for the whole of the service or a part of it.')
  scope!: (typeof scopes)[number];

  @Optional(name, 'The part it is for.')
  part?: string;

  @Required(oneOf(deliveryModels), 'The delivery model.')
  model!: DeliveryModel;

  @Optional(name, 'Who would provide the service.')
  provider?: string;

  @Optional(oneOf(providerSectors), 'The sector of the provider.')
  sector?: ProviderSector;

  @Optional(
    yesOrNo,
    'True for the service as it is, which every spectrum must hold.',
    'It is the service as it is',
  )
  asIs?: boolean;
}

export class AppraiseOptionForm extends AboutOptionForm {
  @Optional(text, 'What the appraisal found.')
  summary?: string;

  @Optional(pence, 'What the option would cost.')
  cost?: number;

  @Optional(pence, 'What the option would save.')
  saving?: number;

  @Optional(oneOf(risks), 'How risky the option is.')
  risk?: (typeof risks)[number];

  @Optional(wholeNumber(0, 1_000), 'Its score.')
  score?: number;
}

export class RejectOptionForm extends AboutOptionForm {
  @Required(text, 'Why it is rejected.')
  reason!: string;
}

export class EndorseOptionForm extends AboutOptionForm {
  @Required(name, 'The body that endorses it; its advice decides nothing.', 'Endorsed by')
  by!: string;
}

export class ConcludeAppraisalForm extends AboutReviewForm {
  @Optional(text, 'What the appraisal came to.')
  summary?: string;
}

export class OptionReasonForm {
  @Required(idOf('option', 'old', 'review'), 'An option that was not chosen.')
  option!: string;

  @Required(text, 'Why it was not.')
  reason!: string;
}

export class ChooseOptionForm extends AboutOptionForm {
  @Optional(
    listOf(filledIn(OptionReasonForm)),
    'A reason for each option that is not chosen and not yet rejected.',
  )
  reasons?: OptionReasonForm[];
}

export class AuthoriseToProceedForm extends AboutReviewForm {}

export class SubmitFullBusinessCaseForm extends AboutReviewForm {
  @Optional(text, 'What the business case says.')
  summary?: string;
}

export class AuthoriseFullBusinessCaseForm extends AboutReviewForm {
  @Optional(idOf('portfolio'), 'The portfolio in which its implementation project is opened.')
  portfolio?: string;
}

export class StartImplementationForm extends AboutReviewForm {}

export class CompleteReviewForm extends AboutReviewForm {
  @Optional(text, 'How it ended.')
  summary?: string;
}

export class DeferReviewForm extends AboutReviewForm {
  @Required(text, 'Why it is deferred.')
  reason!: string;

  @Optional(plannedEnd, 'Until when; a month or a year stands for its last day.')
  until?: string;
}

export class ResumeReviewForm extends AboutReviewForm {
  @Optional(text, 'Why it goes on.')
  reason?: string;
}

export class ReferReviewBackForm extends AboutReviewForm {
  @Required(text, 'Why it is referred back.')
  reason!: string;

  @Optional(name, 'The body it is referred back to.', 'Referred back to')
  to?: string;
}

export class WithdrawReviewForm extends AboutReviewForm {
  @Required(text, 'Why it is withdrawn.')
  reason!: string;
}

export class ReopenReviewForm extends AboutReviewForm {
  @Required(text, 'Why it is opened again.')
  reason!: string;
}

export const reviewForms = {
  'propose-review': ProposeReviewForm,
  'agree-scoping-brief': AgreeScopingBriefForm,
  'name-review-team': NameReviewTeamForm,
  'record-service-understanding': RecordServiceUnderstandingForm,
  'record-market-engagement': RecordMarketEngagementForm,
  'identify-option': IdentifyOptionForm,
  'appraise-option': AppraiseOptionForm,
  'reject-option': RejectOptionForm,
  'endorse-option': EndorseOptionForm,
  'conclude-appraisal': ConcludeAppraisalForm,
  'choose-option': ChooseOptionForm,
  'authorise-to-proceed': AuthoriseToProceedForm,
  'submit-full-business-case': SubmitFullBusinessCaseForm,
  'authorise-full-business-case': AuthoriseFullBusinessCaseForm,
  'start-implementation': StartImplementationForm,
  'complete-review': CompleteReviewForm,
  'defer-review': DeferReviewForm,
  'resume-review': ResumeReviewForm,
  'refer-review-back': ReferReviewBackForm,
  'withdraw-review': WithdrawReviewForm,
  'reopen-review': ReopenReviewForm,
} satisfies FormOfEach<ReviewCommand>;
