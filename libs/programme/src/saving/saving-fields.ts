import { bases, present } from '#acts';
import { idOf, name, oneOf, optional, required, type Values } from '#fields';
import { savingCategories, savingMeans, savingRecurrences, type SavingMeans } from './amounts.js';

/** The saving that an act is about. */
export const saving = required(idOf('saving'), 'The saving.');

export const ownerSays = 'The office that answers for it, such as "Corporate Director"; no personal name.';

/** What a saving is, apart from its amounts. */
export const outlineFields = {
  name: required(name, 'What the saving is called.'),
  category: required(
    oneOf(savingCategories),
    'What good it does; different categories are never added together.',
  ),
  means: optional(oneOf(savingMeans), 'By what means it is made.'),
  recurrence: required(
    oneOf(savingRecurrences),
    'Whether the budget stays lower, or is lower in that year only.',
  ),
  basis: required(
    oneOf(bases),
    'Whether it counts before what it costs to make it, after, or the source does not say.',
  ),
  priceBase: optional(name, 'The prices that the figures are in, such as "2014/15 prices".'),
  published: optional(
    idOf('series', 'either'),
    'Only for a total as it was published: the series it belongs to, such as council-budgets. Totals of one series are added to one another and to nothing else.',
    'Series of published totals',
  ),
  owner: optional(name, `${ownerSays} Needed unless it is a published total.`, {
    label: 'Owner',
    personal: true,
  }),
  portfolio: optional(
    idOf('portfolio'),
    'The portfolio it is in, open on that day. Needed unless it is a published total.',
  ),
  review: optional(idOf('review'), 'The review that is to make it.'),
  project: optional(idOf('project'), 'The project that is to make it, open on that day.'),
  unit: optional(idOf('unit'), 'The business unit whose budget it lowers, open on that day.'),
};

/** What a saving is, apart from its amounts. Savings may be part of the published totals of a series. */
export interface SavingOutline extends Values<typeof outlineFields> {
  readonly means: SavingMeans;
}

/** What a saving is, alone. */
export function savingOutlineOf(outline: SavingOutline): SavingOutline {
  const { name: called, category, means, recurrence, basis, priceBase, published } = outline;
  const { owner, portfolio, review, project, unit } = outline;
  return {
    ...present({ name: called, category, means, recurrence, basis, priceBase, published }),
    ...present({ owner, portfolio, review, project, unit }),
  };
}
