import type { DutiesApart } from '#recording';

/**
 * Whether duties are kept apart, as the setting MINUTEBOOK_OWN_CASES writes it: `refuse`, or `waive: ` and the reason,
 * which is then recorded with each entry. Throws a RangeError where it is neither.
 */
export function dutiesSet(
  { MINUTEBOOK_OWN_CASES: set }: Readonly<Record<string, string | undefined>>,
  otherwise: DutiesApart = { held: 'refuse' },
): DutiesApart {
  if (!set) return otherwise;
  if (set.trim() === 'refuse') return { held: 'refuse' };
  const reason = /^\s*waive\s*:\s*(\S.{0,498})$/s.exec(set)?.[1]?.trim();
  if (reason !== undefined) return { held: 'waive', reason };
  throw new RangeError(
    `MINUTEBOOK_OWN_CASES must be refuse, or waive: with the reason after it, such as waive: an office of one person; not ${set}`,
  );
}
