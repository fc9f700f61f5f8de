import { savingMeasures, type SavingMeasure, type SavingPart } from '#programme';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';
import { waterfall, type Waterfall } from '../waterfall.js';

/** A bar of the waterfall: the target, or what one measure of savings that may be added together comes to. */
export interface SavingsStep {
  readonly [column: string]: unknown;
  /** Null for the target. */
  readonly published: string | null;
  readonly category: SavingPart['category'] | null;
  readonly recurrence: SavingPart['recurrence'] | null;
  readonly basis: SavingPart['basis'];
  readonly measure: SavingMeasure | 'target';
  /** The years that count: those of the target, or every year where no target is set. */
  readonly years: string | null;
  readonly pence: number;
  /** What is missing to the target; null where there is nothing to compare with. */
  readonly gapPence: number | null;
  readonly illustrative: boolean;
  readonly entries: readonly string[];
}

/** The target, then each measure of each group of savings that may be added together, in the years of the target. */
export function savingsSteps(reader: Reader, programme: string, moment: Moment): SavingsStep[] {
  return stepsOf(waterfall(reader, programme, moment));
}

/** The same of a waterfall that is worked out already. */
export function stepsOf({ target, groups }: Waterfall): SavingsStep[] {
  const years = target && `${target.fromYear} to ${target.toYear}`;
  const first: SavingsStep[] = target
    ? [
        {
          published: null,
          category: null,
          recurrence: null,
          basis: target.basis as SavingPart['basis'],
          measure: 'target',
          years,
          pence: target.pence,
          gapPence: null,
          illustrative: target.illustrative,
          entries: target.entries,
        },
      ]
    : [];
  const steps = groups.flatMap(({ published, category, recurrence, basis, total, withinTarget }) =>
    savingMeasures
      .filter((measure) => total[measure].entries.length > 0)
      .map((measure): SavingsStep => {
        const { pence, gapPence = null, illustrative, entries } = (withinTarget ?? total)[measure];
        const kind = { published, category, recurrence, basis };
        return { ...kind, measure, years, pence, gapPence, illustrative, entries };
      }),
  );
  return [...first, ...steps];
}
