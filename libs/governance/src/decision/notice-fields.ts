import { either, listOf, name, oneOf, optional, plannedDate, required, text, type Values } from '#fields';

export const noDocuments = 'none';

/**
 * What a notice of a key decision states, whole, whether it is published first or again. Silence is a missing item. The
 * particulars of the matter hold nothing exempt (2012 Regulations, regulation 9); the documents and why it is key may.
 */
export const noticeFields = {
  title: required(name, 'What it is about, in a line.'),
  matter: required(text, 'The matter in respect of which the decision is to be made.'),
  maker: optional(name, 'The body or the office that is to make it; no personal name.', {
    label: 'To be taken by',
    personal: true,
  }),
  members: optional(listOf(name), 'The members of a body that is to make it, by office.', {
    personal: true,
  }),
  decisionDue: optional(plannedDate, 'The day, the month or the year in which it is to be made.'),
  documents: optional(either(noDocuments, listOf(text)), 'The documents submitted to the decision maker.', {
    exempt: true,
  }),
  address: optional(text, 'Where copies of the documents may be had.'),
  otherDocuments: optional(text, 'That other documents may be submitted.'),
  requestDetails: optional(text, 'How to ask for details of those documents.'),
  keyReason: optional(text, 'Why it is a key decision.', { exempt: true }),
};

export type KeyDecisionNotice = Values<typeof noticeFields>;

/** Why a key decision cannot wait for the full notice, and which chair was told. */
export const generalExceptionFields = {
  title: optional(name, 'What it is about, in a line, where no other notice says it.'),
  chairNotified: required(name, 'The office of the chair of overview and scrutiny who was told in writing.', {
    personal: true,
  }),
  reason: required(text, 'Why the full notice was impracticable.'),
};

export type GeneralException = Values<typeof generalExceptionFields>;

/** Who may agree that a decision cannot be deferred, in the order of regulation 11. */
const urgencyAgreers = ['scrutiny-chair', 'council-chair', 'council-vice-chair'] as const;

/** Who agreed that a key decision cannot be deferred, and why. */
export const specialUrgencyFields = {
  title: optional(name, 'What it is about, in a line, where no notice says it.'),
  agreedBy: required(
    oneOf(urgencyAgreers),
    'Who agreed: the chair of scrutiny, else of the council, else its vice-chair.',
    'Agreed by',
  ),
  office: required(name, 'The title of that office; no personal name.', { personal: true }),
  reason: required(text, 'Why the decision is urgent and cannot reasonably be deferred.'),
  unableToAct: optional(
    text,
    'Why those who come before in the order could not act; needed where it was not the chair of scrutiny.',
  ),
};

export type SpecialUrgency = Values<typeof specialUrgencyFields>;
