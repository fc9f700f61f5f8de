import { either, idOf, listOf, name, oneOf, plannedDate, text } from '#fields';
import { noDocuments, type UrgencyAgreer, urgencyAgreers } from '#programme';
import { Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

const documents = either(noDocuments, listOf(text));
const office = listOf(name);

/** What a notice states, whole, whether it is published first or again: `effectiveOn` is the day of that publication. */
class NoticeForm extends RecordedForm {
  @Required(name, 'What it is about, in a line.')
  title!: string;

  @Required(text, 'The matter in respect of which the decision is to be made.')
  matter!: string;

  @Optional(name, 'The body or the office that is to make it; no personal name.', 'To be taken by')
  maker?: string;

  @Optional(office, 'The members of a body that is to make it, by office.')
  members?: string[];

  @Optional(plannedDate, 'The day, the month or the year in which it is to be made.')
  decisionDue?: string;

  @Optional(documents, 'The documents submitted to the decision maker.')
  documents?: typeof noDocuments | string[];

  @Optional(text, 'Where copies of the documents may be had.')
  address?: string;

  @Optional(text, 'That other documents may be submitted.')
  otherDocuments?: string;

  @Optional(text, 'How to ask for details of those documents.')
  requestDetails?: string;

  @Optional(text, 'Why it is a key decision.')
  keyReason?: string;
}

export class GiveKeyDecisionNoticeForm extends NoticeForm {
  @Required(idOf('decision', 'new'), 'The decision that is to be taken.')
  override decision!: string;
}

export class ReissueKeyDecisionNoticeForm extends NoticeForm {
  @Required(idOf('decision'), 'The decision whose notice is published again.')
  override decision!: string;
}

export class GiveGeneralExceptionNoticeForm extends RecordedForm {
  @Required(idOf('decision', 'either'), 'The decision that is to be taken.')
  override decision!: string;

  @Optional(name, 'What it is about, in a line, where no other notice says it.')
  title?: string;

  @Required(name, 'The office of the chair of overview and scrutiny who was told in writing.')
  chairNotified!: string;

  @Required(text, 'Why the full notice was impracticable.')
  reason!: string;
}

export class AgreeSpecialUrgencyForm extends RecordedForm {
  @Required(idOf('decision', 'either'), 'The decision that cannot be deferred.')
  override decision!: string;

  @Optional(name, 'What it is about, in a line, where no notice says it.')
  title?: string;

  @Required(
    oneOf(urgencyAgreers),
    'Who agreed: the chair of scrutiny, else of the council, else its vice-chair.',
    'Agreed by',
  )
  agreedBy!: UrgencyAgreer;

  @Required(name, 'The title of that office; no personal name.')
  office!: string;

  @Required(text, 'Why the decision is urgent and cannot reasonably be deferred.')
  reason!: string;

  @Optional(
    text,
    'Why those who come before in the order could not act; needed where it was not the chair of scrutiny.',
  )
  unableToAct?: string;
}
