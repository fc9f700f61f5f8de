import { factOf, present, refuse } from '#acts';
import { financialYear, name, optional, pence, required } from '#fields';
import { same } from '#timeline';
import { act, basis, changed, goingOn, inProgramme, ofProgramme, started } from './programmes.js';

export const setSavingsTarget = act({
  command: 'set-savings-target',
  event: 'SavingsTargetSet',
  version: 1,
  says: 'Sets the savings target, one figure over its years.',
  happened: 'The savings target was set',
  fields: {
    pence: required(pence, 'What is to be saved over all the years together.', 'Target'),
    fromYear: required(financialYear, 'The first year of the target.', 'First year'),
    toYear: required(financialYear, 'The last year of the target.', 'Last year'),
    basis,
    priceBase: optional(name, 'The prices that the figure is in, such as "2014/15 prices".'),
  },
  settles: inProgramme,
  touches: ofProgramme,
  meaningless: (state, { programme }) => started(state, programme),
  *breaches(state, { programme, fromYear, toYear }) {
    yield* goingOn(state, programme);
    if (fromYear > toYear) {
      yield refuse(
        'years-reversed',
        `The target runs from ${fromYear} to ${toYear}: put the earlier year first`,
      );
    }
  },
  evolve: (state, entry) =>
    changed(state, entry.programme, ({ savingsTarget: before }) => {
      const { pence: whole, fromYear, toYear, basis: on, priceBase, source } = entry;
      const figure = { pence: whole, fromYear, toYear, basis: on, priceBase };
      const savingsTarget = present({ ...figure, set: factOf(entry), source });
      const { years: _years, split: _split, ...stated } = before ?? {};
      // A split was of the figure before; what only repeats that figure takes nothing from it.
      return same(stated, savingsTarget) ? {} : { savingsTarget };
    }),
  example: {
    takenOn: '2013-09-19',
    provenance: 'minuted',
    pence: 23_900_000_000,
    fromYear: '2015-16',
    toYear: '2017/2018',
    basis: 'not-stated',
    priceBase: '2013/14 prices',
  },
});
