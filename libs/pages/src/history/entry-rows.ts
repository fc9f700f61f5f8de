/** An entry as another one points to it. */
export interface EntryPointedTo {
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: string;
}

/** An entry as the view of a history gives it. */
export interface EntryShown {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly commandId?: string;
  readonly effectiveOn: string;
  readonly precision?: string;
  readonly provenance?: string;
  readonly decision?: string;
  readonly source?: string;
  /** The rule that it sets aside because the source gives no way to meet it, by its code, and why. */
  readonly exception?: { readonly rule: string; readonly reason: string };
  readonly capacity?: string;
  /** The id of the struck entry whose place it takes. */
  readonly replaces?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly struckBy?: { readonly id?: string; readonly recordedAt: string; readonly reason?: unknown } | null;
  readonly replacedBy?: readonly EntryPointedTo[];
  readonly ledTo?: readonly EntryPointedTo[];
}

/** The entries that are believed and hold by a day, in the order in which they hold. */
export function believedBy(entries: readonly EntryShown[], asAt: string): readonly EntryShown[] {
  return entries
    .filter(({ effectiveOn, struckBy }) => effectiveOn <= asAt && !struckBy)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
}
