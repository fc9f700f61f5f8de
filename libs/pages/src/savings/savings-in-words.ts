import type { SavingMeasure, SavingPart } from '#programme';
import { inWords, sentence } from '../words.js';

export const measureNames: Readonly<Record<SavingMeasure, string>> = {
  identified: 'Identified',
  inBusinessCase: 'In a business case',
  authorised: 'Authorised',
  forecast: 'Forecast',
  delivered: 'Delivered',
  validated: 'Validated by finance',
};

/** What may be added together, in words: 'Cashable, recurring, net', or the series of published totals. */
export function kindInWords({
  published,
  category,
  recurrence,
  basis,
}: Pick<SavingPart, 'basis'> & {
  readonly published?: string | null | undefined;
  readonly category: string | null;
  readonly recurrence: string | null;
}): string {
  if (published !== null && published !== undefined) return `As published: ${inWords(published)}`;
  const said = [
    category === 'not-stated' ? 'category not stated' : categoryInWords(category),
    recurrence === 'not-stated' ? 'recurring or one-off not stated' : (recurrence ?? ''),
    basisInWords(basis),
  ];
  return sentence(said.join(', '));
}

/** 'non-cashable' keeps its hyphen, 'cost avoidance' has none. */
function categoryInWords(category: string | null): string {
  return category === 'cost-avoidance' ? 'cost avoidance' : (category ?? '');
}

/** Whether an amount is gross or net, in words. */
export function basisInWords(basis: SavingPart['basis']): string {
  return basis === 'not-stated' ? 'gross or net not stated' : basis;
}

/** Whether a kind lowers a budget, or does not say: only then is it compared with a target in money. */
export function isCompared(category: string | null): boolean {
  return category === 'cashable' || category === 'not-stated';
}
