import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import {
  countedOf,
  readBack,
  savingCategories,
  savingMeasures,
  savingRecurrences,
  savingStream,
  envelopeOf,
  type SavingEvent,
  type SavingMeasure,
  type SavingPart,
} from '#programme';
import { day, entry, illustrative, isIllustrative, listOf, oneOf, pence, type RowOf } from '../columns.js';
import { lines } from '../list.js';
import { savingKind, savingsTarget, type TargetHeld } from '../savings.js';

const columns = {
  ...{ ...savingKind, measure: oneOf(...savingMeasures), on: day },
  /** What that day added; negative where amounts were given up or forecast lower. */
  addedPence: pence,
  pence,
  /** Whether any entry that made it, on that day or before, is made up. */
  illustrative,
  entries: listOf(entry),
};
/** From a day on: what one measure of savings that may be added together came to, and by which entries it changed. */
export type SavingsOnDay = RowOf<typeof columns>;

/** What one saving came to in a measure before an entry and after it. */
interface Changed {
  readonly group: SavingPart;
  readonly measure: SavingMeasure;
  readonly on: CivilDate;
  readonly pence: number;
  readonly entry: string;
  readonly illustrative: boolean;
}

/**
 * What the savings of each kind came to over time, up to the moment, in the years of the target that holds at it: for
 * each day on which a measure changed, its sum from then on. A saving that is given up lowers what was planned, as the
 * waterfall of that day does. Kinds are never added to one another.
 */
export const savingsOverTime = lines({
  name: 'savings-over-time',
  says: 'What each measure of each kind of saving came to over time, in the years of the target',
  streams: ['programme', 'saving'],
  columns,
  rows(reader, programme, moment) {
    const target = savingsTarget(reader, programme, moment);
    const lines = new Map<string, Changed[]>();
    for (const entries of reader.log.believed(programme, 'saving', moment)) {
      for (const changed of changesOf(entries, target)) {
        const key = lineOf(changed);
        const line = lines.get(key);
        if (line) line.push(changed);
        else lines.set(key, [changed]);
      }
    }
    return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, changes]) => addedUp(changes));
  },
});

/** What tells lines apart, so that they sort as the waterfall does: published totals last, cashable first. */
const lineOf = ({ group: { published, category, recurrence, basis }, measure }: Changed): string =>
  [
    published ?? '',
    savingCategories.indexOf(category),
    savingRecurrences.indexOf(recurrence),
    basis,
    savingMeasures.indexOf(measure),
  ].join(' ');

function changesOf(entries: readonly StoredEvent[], target: TargetHeld | null): Changed[] {
  const parts = new Map<string, SavingPart>();
  let was = new Map<SavingMeasure, number>();
  return entries.flatMap((entry): Changed[] => {
    const event = readBack(entry);
    for (const [key, part] of savingStream.evolve(parts, event as SavingEvent)) parts.set(key, part);
    const [saving] = parts.values();
    if (!saving) return [];
    const is = sumsOf(saving, target);
    const { effectiveOn: on, provenance } = envelopeOf(entry);
    const changes = savingMeasures.flatMap((measure): Changed[] => {
      const pence = (is.get(measure) ?? 0) - (was.get(measure) ?? 0);
      if (pence === 0) return [];
      return [
        { group: saving, measure, on, pence, entry: entry.id, illustrative: isIllustrative(provenance) },
      ];
    });
    was = is;
    return changes;
  });
}

/** What a saving counts for by measure, in the years of the target; in all years where none is set. */
function sumsOf(saving: SavingPart, target: TargetHeld | null): Map<SavingMeasure, number> {
  const counts = (year: string) =>
    !target || (year !== 'not-stated' && year >= target.fromYear && year <= target.toYear);
  return new Map(
    savingMeasures.map((measure) => [
      measure,
      countedOf(saving, measure)
        .filter(({ year }) => counts(year))
        .reduce((sum, { pence }) => sum + pence, 0),
    ]),
  );
}

function addedUp(changes: readonly Changed[]): SavingsOnDay[] {
  const days = [...new Set(changes.map(({ on }) => on))].sort();
  const steps: SavingsOnDay[] = [];
  for (const on of days) {
    const ofDay = changes.filter((change) => change.on === on);
    const [{ group, measure }] = ofDay as [Changed, ...Changed[]];
    const addedPence = ofDay.reduce((sum, { pence }) => sum + pence, 0);
    const before = steps.at(-1);
    const { published = null, category, recurrence, basis } = group;
    steps.push({
      published,
      category,
      recurrence,
      basis,
      measure,
      on,
      addedPence,
      pence: (before?.pence ?? 0) + addedPence,
      illustrative: before?.illustrative === true || ofDay.some(({ illustrative }) => illustrative),
      entries: ofDay.map(({ entry }) => entry),
    });
  }
  return steps;
}
