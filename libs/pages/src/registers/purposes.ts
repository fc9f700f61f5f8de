/** What a register is called on a page, and what somebody who reads it looks for. */
export interface Purpose {
  readonly title: string;
  readonly isFor: string;
}

/** Every register in plain words, by its name. */
export const purposes: Readonly<Record<string, Purpose>> = {
  'urgent-decisions': {
    title: 'Urgent decisions',
    isFor:
      'For the report to the council each quarter: every general exception and special urgency on the record, whether the decision was taken or not, and every time call-in was waived, with who agreed and why.',
  },
  'notices-without-decision': {
    title: 'Notices without a decision',
    isFor:
      'For whoever keeps the forward plan: matters of which the public was given notice and of which no decision is on the record. Either it is still to come, it was dropped, or it was taken and not recorded.',
  },
  'decisions-without-action': {
    title: 'Decisions without action',
    isFor:
      'For scrutiny and internal audit: decisions from which nothing on the record follows. Some ask for nothing to be done; others were never carried out, or what was done was never recorded.',
  },
  'options-never-appraised': {
    title: 'Options chosen and never appraised',
    isFor:
      'For internal audit: options that were chosen although no appraisal of them is on the record, with the exception that let the choice be recorded.',
  },
  'withdrawn-superseders': {
    title: 'Superseded by what no longer stands',
    isFor:
      'For the monitoring officer: decisions whose place was taken by another that was itself withdrawn, rescinded or struck, so that neither may stand.',
  },
  'key-measures': {
    title: 'Not key, at or over the threshold',
    isFor:
      'For the monitoring officer: decisions recorded as not key whose spend or saving reaches the council’s own threshold of their day, with the reason that is on the record.',
  },
  exceptions: {
    title: 'Exceptions',
    isFor:
      'For an auditor: every entry that was let past a rule because the source could not meet it, with the rule and the reason that was given.',
  },
  'fallen-authorisations': {
    title: 'Standing on a decision that fell',
    isFor:
      'For the programme office and internal audit: work that goes on under a decision that is called in, withdrawn, rescinded, superseded or struck.',
  },
  'facts-changed': {
    title: 'Facts changed since',
    isFor:
      'For an auditor: entries that were judged by a fact which the record says otherwise now. Each is shown as it was and as it is, and whether the entry would be permitted today.',
  },
};
