import { idOf, listOf, name, oneOf, text } from '#fields';
import { type CallInOutcome, callInOutcomes } from '#programme';
import { Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

export class PublishDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was published.')
  override decision!: string;
}

export class WaiveCallInForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that cannot wait for call-in.')
  override decision!: string;

  @Required(name, 'The office that agreed; no personal name.', 'Agreed by')
  agreedBy!: string;

  @Required(text, 'Why waiting would harm the council or the public.')
  reason!: string;
}

export class CallInDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was called in.')
  override decision!: string;

  @Required(listOf(name), 'Those who called it in, by office; no personal names.', 'Called in by')
  by!: string[];

  @Required(text, 'The grounds that were given.')
  grounds!: string;
}

export class RecordCallInOutcomeForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was called in.')
  override decision!: string;

  @Required(oneOf(callInOutcomes), 'What scrutiny came to.')
  outcome!: CallInOutcome;

  @Optional(text, 'Why it came to that.')
  reason?: string;
}

export class ConfirmDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was confirmed.')
  override decision!: string;

  @Optional(text, 'Why it stands as it was.')
  reason?: string;
}

export class AmendDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was amended.')
  override decision!: string;

  @Required(text, 'The text of the decision as amended, whole.', 'Text as amended')
  text!: string;

  @Required(text, 'The reasons for it as amended, whole.', 'Reasons as amended')
  reasons!: string;
}

export class WithdrawDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was withdrawn.')
  override decision!: string;

  @Required(text, 'Why it was withdrawn.')
  reason!: string;
}

export class RescindDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was rescinded.')
  override decision!: string;

  @Required(text, 'Why it was rescinded.')
  reason!: string;

  @Optional(idOf('decision'), 'The decision that rescinded it.')
  rescindedBy?: string;
}

export class SupersedeDecisionForm extends RecordedForm {
  @Required(idOf('decision'), 'The decision that was superseded: the old one.')
  override decision!: string;

  @Required(idOf('decision'), 'The decision that took its place: the new one.')
  supersededBy!: string;

  @Required(text, 'Why another took its place.')
  reason!: string;
}
