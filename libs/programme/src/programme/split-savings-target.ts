import { factOf, refuse } from '#acts';
import { financialYear, listOf, objectOf, pence, pounds, required } from '#fields';
import { act, changed, goingOn, programmeIn, started } from './programmes.js';
import { programmeKey, type YearShare } from './state.js';

/** A split in order of year, however it was given. */
const inOrder = (years: readonly YearShare[]): readonly YearShare[] =>
  [...years].sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0));

export const splitSavingsTarget = act({
  command: 'split-savings-target',
  event: 'SavingsTargetSplit',
  version: 1,
  says: 'Records how somebody decided to split the savings target over its years.',
  happened: 'The savings target was split by year',
  fields: {
    years: required(
      listOf(
        objectOf({
          year: required(financialYear, 'A year of the target.'),
          pence: required(pence, 'The part of the target that falls in the year.', 'Amount'),
        }),
      ),
      'The years and their parts, which add up to the target.',
    ),
  },
  settles: ({ programme, years }) => ({ programme, years: inOrder(years) }),
  touches: ({ programme }) => [programmeKey(programme)],
  *meaningless(state, { programme }) {
    yield* started(state, programme);
    if (!programmeIn(state, programme)?.savingsTarget) {
      yield refuse('no-savings-target', 'No savings target is set by then: set it first, then split it');
    }
  },
  *breaches(state, { programme, years }) {
    yield* goingOn(state, programme);
    const target = programmeIn(state, programme)?.savingsTarget;
    if (!target) return;
    if (years.some(({ year }) => year < target.fromYear || year > target.toYear)) {
      yield refuse(
        'year-outside-target',
        `The target runs from ${target.fromYear} to ${target.toYear}: split it over those years only`,
      );
    }
    if (new Set(years.map(({ year }) => year)).size !== years.length) {
      yield refuse('year-twice', 'A year of the split is given twice: name each year once');
    }
    const sum = years.reduce((total, share) => total + share.pence, 0);
    if (sum !== target.pence) {
      yield refuse(
        'split-does-not-add-up',
        `The years add up to ${pounds(sum)} and the target is ${pounds(target.pence)}: make them equal`,
      );
    }
  },
  evolve(state, entry) {
    const years = entry.years.map(({ year, pence: share }) => ({ year, pence: share }));
    return changed(state, entry.programme, ({ savingsTarget: target }) =>
      target ? { savingsTarget: { ...target, years, split: factOf(entry) } } : {},
    );
  },
  example: {
    takenOn: '2014-02-13',
    years: [
      { year: '2015-16', pence: 8_310_000_000 },
      { year: '2016/17', pence: 8_000_000_000 },
      { year: '2017/18', pence: 7_590_000_000 },
    ],
  },
});
