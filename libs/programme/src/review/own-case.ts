import type { Refusal } from '#timeline';
import type { authoriseFullBusinessCase } from './authorise-full-business-case.js';
import type { submitFullBusinessCase } from './submit-full-business-case.js';

type PartyType = (typeof submitFullBusinessCase | typeof authoriseFullBusinessCase)['event'];

/** An entry that is one side of a business case, and who recorded it. */
export interface Party {
  readonly id: string;
  readonly type: PartyType;
  readonly actor: string;
}

const partyTypes: readonly string[] = [
  'FullBusinessCaseSubmitted',
  'FullBusinessCaseAuthorised',
] satisfies PartyType[];

/** Whether an entry of a type is one side of a business case. */
export function isPartyType(type: string): type is PartyType {
  return partyTypes.includes(type);
}

/**
 * The authorisations whose business case was submitted by whoever recorded them: each with the submission it stands on,
 * which is the last before it. Takes the believed entries of one review in fold order.
 */
export function ownCases(
  parties: readonly Party[],
): { readonly submitted: Party; readonly authorised: Party }[] {
  let submitted: Party | undefined;
  const own: { submitted: Party; authorised: Party }[] = [];
  for (const party of parties) {
    if (party.type === 'FullBusinessCaseSubmitted') submitted = party;
    else if (submitted?.actor === party.actor) own.push({ submitted, authorised: party });
  }
  return own;
}

/** The name of the rule, in a refusal and in what is waived. */
export const ownCaseRule = 'own-business-case';

export const ownCaseRefusal: Refusal = {
  refused: ownCaseRule,
  because:
    'Whoever submits a business case cannot record its authorisation: ask somebody else in the programme office to record one of the two',
};
