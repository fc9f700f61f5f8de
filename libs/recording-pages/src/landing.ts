import { counted, dated } from '#pages';
import type { CivilDate } from '#calendar';

/** What a new entry lands among. */
export interface LandingFacts {
  readonly effectiveOn: CivilDate;
  readonly precision?: string | undefined;
  readonly today: CivilDate;
  /** What it is about, as people call it. */
  readonly about: string;
  /** How many entries about the same hold from a later day. */
  readonly entriesAfter: number;
  /** How many reports were issued for a date that it changes. */
  readonly reports: number;
}

/** The plain warning where an entry holds from a day that is not today; undefined where it does. */
export function landing(
  facts: LandingFacts,
): { readonly heading: string; readonly text: string } | undefined {
  const { effectiveOn, precision, today, about, entriesAfter, reports } = facts;
  const from = dated(effectiveOn, precision);
  if (effectiveOn > today) {
    return {
      heading: 'This lies in the future',
      text: `It will hold from ${from}. Until then nothing changes, and nothing needs to be done on that day.`,
    };
  }
  if (effectiveOn === today) return undefined;
  const place =
    entriesAfter === 0
      ? `Nothing about ${about} that is on the record holds from a later day.`
      : `It will be placed before ${counted(entriesAfter, 'entry', 'entries')} about ${about} that ${entriesAfter === 1 ? 'is' : 'are'} on the record already.`;
  const read = `Whoever asks about ${from} or a later day gets another answer from now on; what was known before stays as it was.`;
  const issued =
    reports === 0
      ? ''
      : ` ${counted(reports, 'report that was issued is', 'reports that were issued are')} for a day that it may change.`;
  return { heading: 'This lands in the past', text: `${place} ${read}${issued}` };
}
