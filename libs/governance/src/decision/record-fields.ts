import {
  divisions,
  either,
  idOf,
  listOf,
  name,
  objectOf,
  optional,
  pence,
  required,
  text,
  type Values,
  wholeNumber,
  yesOrNo,
} from '#fields';

export const noneConsidered = 'none considered';
export const noneDeclared = 'none declared';
export const allDivisions = 'all';

const alternative = objectOf({
  option: required(text, 'The alternative that was considered.'),
  reason: required(text, 'Why it was rejected.'),
});

const conflict = objectOf({
  declaredBy: required(
    name,
    'The office of whoever declared it, such as "Cabinet Member for Finance"; no personal name.',
  ),
  nature: required(text, 'What the conflict is.'),
  dispensation: optional(text, 'The dispensation granted, and by whom.'),
});

const exempted = objectOf({
  exempt: required(
    wholeNumber(1, 7),
    'The paragraph of Schedule 12A to the Local Government Act 1972 that exempts it.',
    'Paragraph of Schedule 12A',
  ),
  publicInterest: required(text, 'Why the public interest is in keeping it closed.'),
});

const exempt = true;

/**
 * What the record of a decision holds, so far as it holds it. "None" is said; silence is a missing item. What may be exempt
 * is what the decision is made of; that it was taken, by whom, and on what ground it is closed is always open.
 */
export const recordFields = {
  power: optional(
    idOf('power'),
    'The power it was taken under. Once any body or office is on record, the maker must have held it on the day; where it is left out, nothing is authorised by the decision.',
  ),
  reference: optional(name, 'Its reference in the register, such as "14/00042".'),
  meeting: optional(name, 'The meeting at which it was taken.'),
  text: optional(text, 'The text of the decision.', { label: 'Text of the decision', exempt }),
  reasons: optional(text, 'The reasons for it.', { exempt }),
  alternatives: optional(
    either(noneConsidered, listOf(alternative)),
    'The alternatives considered and rejected, each with the reason.',
    { exempt },
  ),
  conflicts: optional(
    either(noneDeclared, listOf(conflict)),
    'The conflicts of interest declared, each with its dispensation.',
    { personal: true, exempt },
  ),
  key: optional(yesOrNo, 'Whether it is a key decision.', 'Key decision'),
  keyReason: optional(text, 'Why it is one, or is not.', {
    label: 'Why it is a key decision, or is not',
    exempt,
  }),
  expenditure: optional(pence, 'What it is expected to cost.', { exempt }),
  savings: optional(pence, 'What it is expected to save.', { exempt }),
  divisionsAffected: optional(either(allDivisions, divisions), 'The electoral divisions it affects.'),
  subjectToCallIn: optional(
    yesOrNo,
    'Whether it is subject to call-in; where the record is silent, what its maker decides says it, and else a key decision is.',
    'Subject to call-in',
  ),
  callInReason: optional(text, 'Why it is, or is not.', {
    label: 'Why it is, or is not, subject to call-in',
    exempt,
  }),
  urgencyReason: optional(text, 'Why it could not wait, where the record says that it could not.', {
    exempt,
  }),
  papers: optional(listOf(text), 'The papers it rests on.', { exempt }),
  access: optional(
    either('open', exempted),
    'Whether it is open to the public, or the ground on which it is exempt.',
  ),
};

/** The items of a record, those that it holds. */
export type DecisionRecord = Values<typeof recordFields>;
