import type { EntryShown } from '../history/entry-rows.js';

/** A field of a thing on two dates. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs of one thing, with the entries behind it, as the view of changes gives it. */
export interface ChangeShown {
  readonly kind: string;
  readonly id: string;
  readonly existedBefore: boolean;
  readonly existsAfter: boolean;
  readonly fields: readonly FieldChange[];
  readonly entries: readonly EntryShown[];
}
