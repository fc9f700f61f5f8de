import { bases, savingCategories, savingMeasures, savingRecurrences } from '#programme';
import { entry, illustrative, listOf, oneOf, orNull, pence, text, type RowOf } from '../columns.js';
import { lines } from '../list.js';
import { waterfall, type Waterfall } from '../waterfall.js';

const stepColumns = {
  // Of the target, what tells kinds of savings apart is null.
  ...{ published: orNull(text), category: orNull(oneOf(...savingCategories)) },
  ...{ recurrence: orNull(oneOf(...savingRecurrences)), basis: oneOf(...bases) },
  measure: oneOf('target', ...savingMeasures),
  /** The years that count: those of the target, or every year where no target is set. */
  years: orNull(text),
  pence,
  /** What is missing to the target; null where there is nothing to compare with. */
  gapPence: orNull(pence),
  ...{ illustrative, entries: listOf(entry) },
};
/** A bar of the waterfall: the target, or what one measure of savings that may be added together comes to. */
export type SavingsStep = RowOf<typeof stepColumns>;

/** The target, then each measure of each group of savings that may be added together, in the years of the target. */
export const savingsSteps = lines({
  name: 'savings-steps',
  says: 'The savings target, and what each measure of each kind of saving comes to in its years',
  streams: ['programme', 'saving'],
  columns: stepColumns,
  rows: (reader, programme, moment) => stepsOf(waterfall(reader, programme, moment)),
});

/** The same of a waterfall that is worked out already. */
export function stepsOf({ target, groups }: Waterfall): SavingsStep[] {
  const years = target && `${target.fromYear} to ${target.toYear}`;
  const first: SavingsStep[] = target
    ? [
        {
          published: null,
          category: null,
          recurrence: null,
          basis: target.basis,
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
