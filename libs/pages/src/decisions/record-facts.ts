import type { DecisionPart, DecisionRecord, TakenDecision } from '#programme';
import type { Where } from '../addresses-of-pages.js';
import { amount, fact, heldOn, thing, type FactLine } from '../facts.js';
import { nameOfAll, type Names } from '../names.js';
import { dated, inWords, marked, sentence } from '../words.js';

/** What the record of a decision holds, line by line; what it does not hold is said. */
export function takenFacts(decision: TakenDecision, makerName: string | undefined, names: Names): FactLine[] {
  const { takenOn, precision, maker, recorded, key } = decision;
  return [
    ...fact('Taken', marked(dated(takenOn, precision), recorded.provenance)),
    ...fact('Taken by', names.of(['body', 'office'], maker) ?? makerName ?? maker),
    ...fact('Meeting', decision.meeting),
    ...fact('Reference', decision.reference),
    ...fact('Decision', decision.text ?? 'The text is not on the record'),
    ...fact('Reasons', decision.reasons ?? 'Not on the record'),
    ...fact('Alternatives', ...alternatives(decision)),
    ...fact('Conflicts of interest', ...conflicts(decision)),
    ...fact('Key decision', key === undefined ? 'Not stated' : key ? 'Yes' : 'No', decision.keyReason),
    ...fact('Expenditure', amount(decision.expenditure)),
    ...fact('Savings', amount(decision.savings)),
    ...fact('Papers', ...(decision.papers ?? [])),
    ...fact('Access', accessInWords(decision.access)),
    ...fact('How it is known', sentence(recorded.provenance)),
    ...fact('Source', decision.source),
  ];
}

function alternatives({ alternatives: said }: DecisionRecord): string[] {
  if (said === undefined) return ['Not on the record'];
  return typeof said === 'string'
    ? [sentence(said)]
    : said.map(({ option, reason }) => `${option}: ${reason}`);
}

function conflicts({ conflicts: said }: DecisionRecord): string[] {
  if (said === undefined) return ['Not on the record'];
  if (typeof said === 'string') return [sentence(said)];
  return said.map(({ declaredBy, nature, dispensation }) =>
    [declaredBy, nature, dispensation].filter(Boolean).join(', '),
  );
}

function accessInWords(access: DecisionRecord['access']): string {
  if (access === undefined) return '';
  return access === 'open' ? 'Open' : `Exempt, paragraph ${access.exempt}: ${access.publicInterest}`;
}

/** What has happened to a decision beside its record, line by line. */
export function procedureFacts(decision: DecisionPart, where: Where, names: Names): FactLine[] {
  const { notice, published, callIn, withdrawn, rescinded, superseded } = decision;
  const { generalException, specialUrgency, callInWaived, reconsidered } = decision;
  return [
    ...fact('Notice', notice && `Published ${heldOn(notice.given)}`),
    ...fact(
      'Announced for',
      notice?.decisionDue && dated(notice.decisionDue.on, notice.decisionDue.precision),
    ),
    ...fact(
      'General exception',
      generalException && `Notice given ${heldOn(generalException.given)}: ${generalException.reason}`,
    ),
    ...fact(
      'Special urgency',
      specialUrgency &&
        `Agreed ${heldOn(specialUrgency.agreed)} by ${specialUrgency.office}: ${specialUrgency.reason}`,
    ),
    ...fact('Published', heldOn(published)),
    ...fact(
      'Call-in waived',
      callInWaived &&
        `${heldOn(callInWaived.waived)}, agreed by ${callInWaived.agreedBy}: ${callInWaived.reason}`,
    ),
    ...fact('Called in', ...(callIn ? callInInWords(callIn) : [])),
    ...fact(
      'Looked at again',
      reconsidered && `${sentence(reconsidered.how)} ${heldOn(reconsidered.reconsidered)}`,
      reconsidered?.reason,
    ),
    ...fact('Withdrawn', withdrawn && `${heldOn(withdrawn.withdrawn)}: ${withdrawn.reason}`),
    ...fact('Rescinded', rescinded && `${heldOn(rescinded.rescinded)}: ${rescinded.reason}`),
    ...fact(
      'Superseded',
      superseded && `${heldOn(superseded.superseded)}: ${superseded.reason}`,
      superseded && thing('decision', superseded.by, where, nameOfAll(names)),
    ),
  ];
}

function callInInWords({ calledIn, grounds, outcomes }: NonNullable<DecisionPart['callIn']>): string[] {
  return [
    `${heldOn(calledIn)}: ${grounds}`,
    ...outcomes.map(({ outcome, concluded }) => `${sentence(inWords(outcome))}, ${heldOn(concluded)}`),
  ];
}
