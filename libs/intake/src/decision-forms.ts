import { date, divisions, either, idOf, listOf, name, pence, text, wholeNumber, yesOrNo } from '#fields';
import { allDivisions, type DecisionCommand, noneConsidered, noneDeclared } from '#programme';
import { type FormOfEach, Optional, Required, filledIn } from './form.js';
import {
  AgreeSpecialUrgencyForm,
  GiveGeneralExceptionNoticeForm,
  GiveKeyDecisionNoticeForm,
  ReissueKeyDecisionNoticeForm,
} from './notice-forms.js';
import {
  AmendDecisionForm,
  CallInDecisionForm,
  ConfirmDecisionForm,
  PublishDecisionForm,
  RecordCallInOutcomeForm,
  RescindDecisionForm,
  SupersedeDecisionForm,
  WaiveCallInForm,
  WithdrawDecisionForm,
} from './procedure-forms.js';
import { RecordedForm } from './recorded-form.js';

export class AlternativeForm {
  @Required(text, 'The alternative that was considered.')
  option!: string;

  @Required(text, 'Why it was rejected.')
  reason!: string;
}

export class ConflictForm {
  @Required(
    name,
    'The office of whoever declared it, such as "Cabinet Member for Finance"; no personal name.',
  )
  declaredBy!: string;

  @Required(text, 'What the conflict is.')
  nature!: string;

  @Optional(text, 'The dispensation granted, and by whom.')
  dispensation?: string;
}

export class ExemptForm {
  @Required(
    wholeNumber(1, 7),
    'The paragraph of Schedule 12A to the Local Government Act 1972 that exempts it.',
    'Paragraph of Schedule 12A',
  )
  exempt!: number;

  @Required(text, 'Why the public interest is in keeping it closed.')
  publicInterest!: string;
}

const alternatives = either(noneConsidered, listOf(filledIn(AlternativeForm)));
const conflicts = either(noneDeclared, listOf(filledIn(ConflictForm)));
const access = either('open', filledIn(ExemptForm));
const papers = listOf(text);
const divisionsAffected = either(allDivisions, divisions);

const says = {
  power:
    'The power it was taken under. Once any body or office is on record, the maker must have held it on the day; where it is left out, nothing is authorised by the decision.',
  reference: 'Its reference in the register, such as "14/00042".',
  text: 'The text of the decision.',
  reasons: 'The reasons for it.',
  alternatives: 'The alternatives considered and rejected, each with the reason.',
  conflicts: 'The conflicts of interest declared, each with its dispensation.',
  key: 'Whether it is a key decision.',
  keyReason: 'Why it is one, or is not.',
  expenditure: 'What it is expected to cost.',
  savings: 'What it is expected to save.',
  divisionsAffected: 'The electoral divisions it affects.',
  subjectToCallIn:
    'Whether it is subject to call-in; where the record is silent, what its maker decides says it, and else a key decision is.',
  callInReason: 'Why it is, or is not.',
  urgencyReason: 'Why it could not wait, where the record says that it could not.',
  papers: 'The papers it rests on.',
  access: 'Whether it is open to the public, or the ground on which it is exempt.',
};

export class RecordDecisionForm extends RecordedForm {
  @Required(idOf('decision', 'either'), 'The decision being recorded.')
  override decision!: string;

  @Optional(date, 'The day it was taken, today at the latest; a record that does not say it is refused.')
  override takenOn?: string;

  @Required(name, 'What it is about, in a line.', 'What it is about')
  title!: string;

  @Required(
    name,
    'The body or the office that took it, by its id or by its name on that day; no personal name.',
    'Taken by',
  )
  maker!: string;

  @Optional(idOf('power'), says.power)
  power?: string;

  @Optional(name, says.reference)
  reference?: string;

  @Optional(text, says.text, 'Text of the decision')
  text?: string;

  @Optional(text, says.reasons)
  reasons?: string;

  @Optional(alternatives, says.alternatives)
  alternatives?: typeof noneConsidered | AlternativeForm[];

  @Optional(conflicts, says.conflicts)
  conflicts?: typeof noneDeclared | ConflictForm[];

  @Optional(yesOrNo, says.key, 'Key decision')
  key?: boolean;

  @Optional(text, says.keyReason, 'Why it is a key decision, or is not')
  keyReason?: string;

  @Optional(pence, says.expenditure)
  expenditure?: number;

  @Optional(pence, says.savings)
  savings?: number;

  @Optional(divisionsAffected, says.divisionsAffected)
  divisionsAffected?: typeof allDivisions | number | string[];

  @Optional(yesOrNo, says.subjectToCallIn, 'Subject to call-in')
  subjectToCallIn?: boolean;

  @Optional(text, says.callInReason, 'Why it is, or is not, subject to call-in')
  callInReason?: string;

  @Optional(text, says.urgencyReason)
  urgencyReason?: string;

  @Optional(papers, says.papers)
  papers?: string[];

  @Optional(access, says.access)
  access?: 'open' | ExemptForm;

  @Optional(name, 'The meeting at which it was taken.')
  meeting?: string;
}

export class CompleteDecisionRecordForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision whose record is completed.')
  override decision!: string;

  @Optional(idOf('power'), says.power)
  power?: string;

  @Optional(name, says.reference)
  reference?: string;

  @Optional(name, 'The meeting at which it was taken.')
  meeting?: string;

  @Optional(text, says.text, 'Text of the decision')
  text?: string;

  @Optional(text, says.reasons)
  reasons?: string;

  @Optional(alternatives, says.alternatives)
  alternatives?: typeof noneConsidered | AlternativeForm[];

  @Optional(conflicts, says.conflicts)
  conflicts?: typeof noneDeclared | ConflictForm[];

  @Optional(yesOrNo, says.key, 'Key decision')
  key?: boolean;

  @Optional(text, says.keyReason, 'Why it is a key decision, or is not')
  keyReason?: string;

  @Optional(pence, says.expenditure)
  expenditure?: number;

  @Optional(pence, says.savings)
  savings?: number;

  @Optional(divisionsAffected, says.divisionsAffected)
  divisionsAffected?: typeof allDivisions | number | string[];

  @Optional(yesOrNo, says.subjectToCallIn, 'Subject to call-in')
  subjectToCallIn?: boolean;

  @Optional(text, says.callInReason, 'Why it is, or is not, subject to call-in')
  callInReason?: string;

  @Optional(text, says.urgencyReason)
  urgencyReason?: string;

  @Optional(papers, says.papers)
  papers?: string[];

  @Optional(access, says.access)
  access?: 'open' | ExemptForm;
}

export const decisionForms = {
  'record-decision': RecordDecisionForm,
  'complete-decision-record': CompleteDecisionRecordForm,
  'give-key-decision-notice': GiveKeyDecisionNoticeForm,
  'reissue-key-decision-notice': ReissueKeyDecisionNoticeForm,
  'give-general-exception-notice': GiveGeneralExceptionNoticeForm,
  'agree-special-urgency': AgreeSpecialUrgencyForm,
  'publish-decision': PublishDecisionForm,
  'waive-call-in': WaiveCallInForm,
  'call-in-decision': CallInDecisionForm,
  'record-call-in-outcome': RecordCallInOutcomeForm,
  'confirm-decision': ConfirmDecisionForm,
  'amend-decision': AmendDecisionForm,
  'withdraw-decision': WithdrawDecisionForm,
  'rescind-decision': RescindDecisionForm,
  'supersede-decision': SupersedeDecisionForm,
} satisfies FormOfEach<DecisionCommand>;
