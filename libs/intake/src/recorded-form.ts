import { date, idOf, objectOf, oneOf, optional, required, text } from '#fields';
import type { DatePrecision } from '#calendar';
import { provenances } from '#programme';
import { formOf } from './form.js';

export const precisions = ['day', 'month', 'year'] as const satisfies readonly DatePrecision[];

/** A rule set aside for one entry. */
const exception = objectOf({
  rule: required(idOf('rule', 'either'), 'The code of the rule, as a refusal names it.'),
  reason: required(text, 'Why the rule is set aside for this entry, such as "not in the source".'),
});

/** What every command may carry beside its own fields. */
export const RecordedForm = formOf('RecordedForm', {
  effectiveOn: optional(
    date,
    'The day it starts to hold, past or future; left out, it is the day it was taken, else today.',
    'Holds from',
  ),
  takenOn: optional(
    date,
    'The day the body took the decision, today at the latest; left out for a reported fact.',
    'Taken on',
  ),
  precision: optional(
    oneOf(precisions),
    'How exactly the dates are known, where they are written as days; a day if left out.',
  ),
  decision: optional(idOf('decision'), 'The decision that this follows from.', 'Decision it follows from'),
  provenance: optional(oneOf(provenances), "How it is known; left out, 'observed'.", 'How it is known'),
  source: optional(text, 'Where it was read: minutes, a report, a page.'),
  exception: optional(
    exception,
    'A rule that the source gives no way to meet; only where provenance is minuted or reconstructed.',
  ),
});
