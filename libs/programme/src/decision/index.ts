import type { StreamDefinition } from '../stream.js';
import { decisionCommands, type DecisionCommand } from './commands.js';
import { decideDecision, decisionRules } from './decide.js';
import {
  decisionEvents,
  noneConsidered,
  noneDeclared,
  type DecisionEvent,
  type DecisionRecord,
} from './events.js';
import type { DecisionPart } from './state.js';

export { noneConsidered, noneDeclared };
export type { DecisionCommand, DecisionEvent, DecisionPart, DecisionRecord };

/** A decision, a stream each: its record. */
export const decisionStream: StreamDefinition<DecisionPart, DecisionCommand, DecisionEvent> = {
  kind: 'decision',
  commands: decisionCommands,
  events: decisionEvents,
  ...decisionRules,
  reads: () => [],
  decide: decideDecision,
};
