/** An entry as the view of a history gives it. */
export interface EntryShown {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly precision?: string;
  readonly provenance?: string;
  readonly decision?: string;
  readonly source?: string;
  readonly capacity?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly struckBy?: { readonly recordedAt: string; readonly reason?: unknown } | null;
}
