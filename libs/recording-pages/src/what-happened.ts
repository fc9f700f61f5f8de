/** A group of what people record, in the words they would use. */
export interface Happening {
  readonly heading: string;
  readonly commands: Readonly<Record<string, string>>;
}

/** Every command as somebody would say that it happened, in the groups they would look in, the most usual first. */
export const happenings: readonly Happening[] = [
  {
    heading: 'A decision was taken',
    commands: {
      'record-decision': 'A decision was taken',
      'complete-decision-record': 'Something is added to the record of a decision',
      'publish-decision': 'A decision was published',
      'give-key-decision-notice': 'Notice of a key decision was published',
      'reissue-key-decision-notice': 'Notice of a key decision was published again',
      'give-general-exception-notice': 'A general exception was notified',
      'agree-special-urgency': 'Special urgency was agreed',
      'call-in-decision': 'A decision was called in',
      'waive-call-in': 'Call-in was waived',
      'record-call-in-outcome': 'Scrutiny came to an outcome on a call-in',
      'confirm-decision': 'A decision was confirmed after call-in',
      'amend-decision': 'A decision was amended after call-in',
      'withdraw-decision': 'A decision was withdrawn',
      'rescind-decision': 'A decision was rescinded',
      'supersede-decision': 'A decision was superseded by another',
    },
  },
  {
    heading: 'A review moved',
    commands: {
      'choose-option': 'An option was chosen',
      'authorise-to-proceed': 'A review was authorised to proceed',
      'submit-full-business-case': 'A full business case was submitted',
      'authorise-full-business-case': 'A full business case was authorised',
      'start-implementation': 'Implementation started',
      'complete-review': 'A review was completed',
      'propose-review': 'A review was proposed',
      'agree-scoping-brief': 'A scoping brief was agreed',
      'name-review-team': 'A review team was named',
      'record-service-understanding': 'A service was understood',
      'record-market-engagement': 'The market was engaged',
      'identify-option': 'An option was identified',
      'appraise-option': 'An option was appraised',
      'reject-option': 'An option was rejected',
      'endorse-option': 'An option was endorsed',
      'conclude-appraisal': 'The appraisal of options was concluded',
      'defer-review': 'A review was deferred',
      'resume-review': 'A review went on again',
      'refer-review-back': 'A review was referred back',
      'withdraw-review': 'A review was withdrawn',
      'reopen-review': 'A review was opened again',
    },
  },
  {
    heading: 'A business unit changed',
    commands: {
      'merge-units': 'Units merged',
      'split-unit': 'A unit was split',
      'close-unit': 'A unit closed',
      'register-unit': 'A unit was set up, or was there already',
      'transfer-unit': 'A unit moved to another directorate or group',
      'rename-unit': 'A unit was renamed',
      'recode-unit': 'The code of a unit changed',
      'recode-units': 'The codes of several units changed at once',
      'reclassify-unit': 'A unit became one of another kind',
      'set-unit-budget': 'The budget of a unit was set',
      'set-unit-posts': 'The posts of a unit were counted',
    },
  },
  {
    heading: 'A saving',
    commands: {
      'identify-saving': 'A saving was identified',
      'place-saving-in-business-case': 'A saving was put into a business case',
      'authorise-saving': 'A saving was authorised',
      'forecast-saving': 'A saving was forecast anew',
      'record-delivered-saving': 'A saving was delivered',
      'validate-saving': 'Finance confirmed a saving',
      'reprofile-saving': 'A saving was spread over other years',
      'move-saving': 'A saving moved to another portfolio',
      'change-saving-owner': 'A saving has another owner',
      'withdraw-saving': 'A saving was given up',
      'release-saving': 'A saving lost what was to make it',
      'reinstate-saving': 'A saving was taken up again',
    },
  },
  {
    heading: 'A project or a portfolio',
    commands: {
      'reach-milestone': 'A milestone was reached',
      'forecast-milestone': 'A milestone is expected on another day',
      'plan-milestone': 'A milestone was planned',
      'reach-project-stage': 'A project reached a stage',
      'rate-project': 'A project was rated',
      'charter-project': 'A project was chartered',
      'move-project': 'A project moved to another portfolio',
      'rename-project': 'A project was renamed',
      'set-project-budget': 'The budget of a project was set',
      'close-project': 'A project closed',
      'reopen-project': 'A project was opened again',
      'open-portfolio': 'A portfolio opened',
      'rename-portfolio': 'A portfolio was renamed',
      'name-portfolio-sponsor': 'A portfolio has a sponsor',
      'close-portfolio': 'A portfolio closed',
      'reopen-portfolio': 'A portfolio was opened again',
    },
  },
  {
    heading: 'A service under review',
    commands: {
      'register-service': 'A service was put under review',
      'set-service-budget': 'The budget of a service was set',
      'rename-service': 'A service was renamed',
      'transfer-service': 'A service moved to another directorate',
      'assign-service-to-tranche': 'A service was put into a tranche',
      'withdraw-service': 'A service was taken out of review',
    },
  },
  {
    heading: 'The programme and its phases',
    commands: {
      'open-phase': 'A phase opened',
      'close-phase': 'A phase closed',
      'reopen-phase': 'A phase was opened again',
      'plan-phase': 'A phase was planned',
      'replan-phase': 'A phase was planned anew',
      'define-tranche': 'A tranche was defined',
      'adopt-theme': 'A theme was adopted',
      'set-savings-target': 'The savings target was set',
      'split-savings-target': 'The savings target was split by year',
      'set-unit-target': 'The target for business units was set',
      'define-rating-scale': 'A rating scale was defined',
      'change-rating-scale': 'A rating scale changed',
      'set-council-setting': 'A setting of the council changed',
      'rename-programme': 'The programme was renamed',
      'start-programme': 'The programme started',
      'close-programme': 'The programme closed',
    },
  },
  {
    heading: 'Who may decide',
    commands: {
      'appoint-to-office': 'Somebody was appointed to an office',
      'end-appointment': 'Somebody left an office',
      'appoint-member': 'A member joined a body',
      'end-membership': 'A member left a body',
      'delegate-power': 'A power was delegated',
      'end-delegation': 'A delegation ended',
      'confer-power': 'A power was conferred',
      'set-power-coverage': 'It was said what a power covers',
      'revoke-power': 'A power was taken away',
      'establish-body': 'A body was established',
      'rename-body': 'A body was renamed',
      'dissolve-body': 'A body was dissolved',
      'create-office': 'An office was created',
      'abolish-office': 'An office was abolished',
    },
  },
  {
    heading: 'A report was handed out',
    commands: { 'issue-report': 'A report was issued' },
  },
];

const titles: Readonly<Record<string, string>> = Object.assign(
  {},
  ...happenings.map(({ commands }) => commands),
) as Record<string, string>;

/** A command as somebody would say that it happened. */
export function happened(command: string): string {
  return titles[command] ?? command;
}

/** The command that somebody names by its own name or in the words above; undefined where there is none. */
export function commandCalled(text: string): string | undefined {
  const typed = text.trim().toLowerCase();
  if (Object.hasOwn(titles, typed)) return typed;
  return Object.keys(titles).find((name) => titles[name]?.toLowerCase() === typed);
}
