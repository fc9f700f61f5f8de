import type { Fact, Recorded } from './recorded.js';

/**
 * Whether a command says again what is on the record: the same date, known as closely, and no decision behind it that
 * the record does not hold. What it says beside that is for the caller to compare.
 */
export function restates(fact: Fact | undefined, command: Recorded): boolean {
  return (
    fact !== undefined &&
    fact.on === command.effectiveOn &&
    fact.precision === (command.precision ?? 'day') &&
    addsNoDecision(fact, command)
  );
}

/**
 * Whether a command has no decision behind it that the record does not hold. A figure set again by another decision is
 * an entry of that decision, whatever the figure was.
 */
export function addsNoDecision(fact: Fact | undefined, command: Recorded): boolean {
  return fact !== undefined && (command.decision === undefined || command.decision === fact.decision);
}
