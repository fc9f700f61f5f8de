import { date, idOf, oneOf, text } from '#fields';
import type { DatePrecision } from '#calendar';
import { type Provenance, provenances } from '#programme';
import { Optional, Required, filledIn } from './form.js';

export const precisions = ['day', 'month', 'year'] as const satisfies readonly DatePrecision[];

/** A rule set aside for one entry. */
export class ExceptionForm {
  @Required(idOf('rule', 'either'), 'The code of the rule, as a refusal names it.')
  rule!: string;

  @Required(text, 'Why the rule is set aside for this entry, such as "not in the source".')
  reason!: string;
}

/** What every command may carry beside its own fields. */
export class RecordedForm {
  @Optional(
    date,
    'The day it starts to hold, past or future; left out, it is the day it was taken, else today.',
    'Holds from',
  )
  effectiveOn?: string;

  @Optional(
    date,
    'The day the body took the decision, today at the latest; left out for a reported fact.',
    'Taken on',
  )
  takenOn?: string;

  @Optional(
    oneOf(precisions),
    'How exactly the dates are known, where they are written as days; a day if left out.',
  )
  precision?: DatePrecision;

  @Optional(idOf('decision'), 'The decision that this follows from.', 'Decision it follows from')
  decision?: string;

  @Optional(oneOf(provenances), "How it is known; left out, 'observed'.", 'How it is known')
  provenance?: Provenance;

  @Optional(text, 'Where it was read: minutes, a report, a page.')
  source?: string;

  @Optional(
    filledIn(ExceptionForm),
    'A rule that the source gives no way to meet; only where provenance is minuted or reconstructed.',
  )
  exception?: ExceptionForm;
}
