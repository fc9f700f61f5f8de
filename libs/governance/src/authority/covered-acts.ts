/** What can be decided under a power: the acts that it covers. */
export const coveredActs = [
  'executive-functions',
  'staffing',
  'budget-and-policy-framework',
  'delegated-functions',
] as const;
export type CoveredAct = (typeof coveredActs)[number];

/** Each act as a sentence goes on with it. */
export const actInWords: Readonly<Record<CoveredAct, string>> = {
  'executive-functions': 'executive functions',
  staffing: 'staffing and the organisation of business units',
  'budget-and-policy-framework': 'the budget and the policy framework',
  'delegated-functions': 'functions of the council that were delegated',
};

/** Acts each once, in the order of the list: two that say the same are the same. */
export function inOrderOfList(acts: readonly CoveredAct[]): readonly CoveredAct[] {
  return coveredActs.filter((act) => acts.includes(act));
}
