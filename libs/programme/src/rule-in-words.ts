/**
 * The rules that an entry of the past may set aside, each in words that go on after "sets aside": by the code under which a
 * refusal names it. A rule that is not here is shown by its code with spaces in it.
 */
const rules: Readonly<Record<string, string>> = {
  'advisory-body': 'that a body which advises takes no decision',
  'authorisation-missing': 'that it needs an authorisation, and that its record names the decision',
  'authorisation-not-in-force': 'that the decision which authorises it is in force on that day',
  'authorisation-without-power':
    'that the decision which authorises it was taken under a power that covers it',
  'call-in-waived': 'that a decision of which call-in was waived is not called in',
  'code-taken': 'that a code is one unit’s at a time',
  'decision-already-taken': 'that what comes before a decision is dated before it',
  'decision-called-in': 'that call-in is waived before a decision is called in, or not at all',
  'decision-needed': 'that it names the decision it follows from',
  'decision-not-published': 'that a decision is called in only once it is published',
  'decision-rescinded': 'that nothing more happens to a decision that was rescinded',
  'decision-superseded': 'that nothing more happens to a decision that was superseded',
  'decision-withdrawn': 'that nothing more happens to a decision that was withdrawn',
  'deferral-reversed': 'that a review is deferred until a later day',
  'delivered-below-validated': 'that no less of a saving is delivered than was validated',
  'fallback-without-reason': 'that it is said why those before could not agree the urgency',
  'heading-twice': 'that a heading stands once in the totals of a tranche',
  'no-predetermination': 'that an option is chosen only once the service as it is and another were appraised',
  'not-called-in-now': 'that a decision which was taken is withdrawn only while it is called in',
  'not-referred-back': 'that a decision is looked at again only once it was referred back',
  'not-subject-to-call-in': 'that a decision is called in only where it is subject to call-in',
  'notice-not-given': 'that notice of a key decision is given before it is taken',
  'notice-too-short': 'that the notice of a key decision has run before it is taken',
  'office-held': 'that an office has one holder at a time',
  'office-vacant': 'that somebody holds the office that takes a decision',
  'option-without-reason': 'that every option not chosen has its reason',
  'outside-call-in-window': 'that a decision is called in within its window',
  'owner-or-portfolio-missing': 'that a saving has one owner and one portfolio',
  'phase-closed': 'that the phase is not closed',
  'phase-not-open': 'that the phase is open',
  'phase-not-planned': 'that the phase is planned first',
  'plan-reversed': 'that a planned end comes after its start',
  'portfolio-closed': 'that a portfolio which is closed is reopened before it goes on',
  'power-not-held': 'that whoever takes a decision holds the power that day',
  'premise-changed': 'that a thing is called by then what the entry says',
  'programme-closed': 'that nothing more happens in a programme that is closed',
  'project-closed': 'that a project which is closed is reopened before it goes on',
  'published-before-taken': 'that a decision is published on the day it is taken or later',
  'review-complete': 'that a review which is complete is reopened before it goes on',
  'review-deferred': 'that a review which is deferred is resumed before it goes on',
  'review-withdrawn': 'that a review which is withdrawn is reopened before it goes on',
  'saving-ended': 'that a saving which is withdrawn or released is reinstated before it goes on',
  'service-withdrawn': 'that a service which was withdrawn stays as it was',
  'settled-already': 'that no outcome of a call-in comes after it was settled',
  'spectrum-not-appraised': 'that the whole spectrum of options is appraised before that is concluded',
  'split-does-not-add-up': 'that the shares of the years come to the savings target',
  'stage-out-of-order': 'that the stages of a review come in their order, each standing on the one before',
  'total-changed': 'that a published total stays as it was published',
  'unknown-decision': 'that the decision it names is on the record by then',
  'unknown-endorser': 'that whoever endorses an option is on the record',
  'unknown-maker': 'that whoever takes a decision is on the record that day',
  'unit-not-open': 'that a unit which has ended stays as it was',
  'validated-above-delivered': 'that no more of a saving is validated than was delivered',
  'year-outside-target': 'that a year lies within those of the savings target',
  'year-twice': 'that a year is given once',
  'years-above-full-year-effect': 'that no year comes to more than the full-year effect',
  'years-reversed': 'that the last year does not come before the first',
};

/** The codes of the rules that have words of their own. */
export const rulesInWords: readonly string[] = Object.keys(rules);

/** A rule as a sentence goes on with it after "sets aside": "that an office has one holder at a time". */
export function ruleInWords(code: string): string {
  return rules[code] ?? theRule(code);
}

/** A rule as what refuses: "the rule that an office has one holder at a time". */
export function theRule(code: string): string {
  return `the rule ${rules[code] ?? `“${code.replaceAll('-', ' ')}”`}`;
}
