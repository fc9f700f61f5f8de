import type { Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { present, refuse } from '../rules.js';
import { permitted, type Decided } from '../stream.js';
import type { DecisionCommand } from './commands.js';
import type { DecisionEvent } from './events.js';
import { evolveDecision } from './evolve.js';
import { permitsDecision } from './permits.js';
import { decisionKey, holds, recordOf, type DecisionPart } from './state.js';

export const decisionRules = {
  evolve: evolveDecision,
  permits: permitsDecision,
  touches: (event: DecisionEvent) => [decisionKey(event.decision)],
};

export function decideDecision(state: Parts<DecisionPart>, command: DecisionCommand): Decided<DecisionEvent> {
  const decision = state.get(decisionKey(command.decision));
  const recorded = { ...recordedOf(command), decision: command.decision };
  switch (command.type) {
    case 'record-decision': {
      const { title, maker, meeting } = command;
      if (
        decision?.title === title &&
        decision.maker === maker &&
        decision.meeting === meeting &&
        decision.takenOn === command.takenOn &&
        holds(decision, command)
      ) {
        return [];
      }
      const event = {
        ...recorded,
        type: command.type,
        title,
        maker,
        ...present({ meeting }),
        ...recordOf(command),
      };
      return permitted(decisionRules, state, [{ ...event, type: 'DecisionRecorded' }]);
    }
    case 'complete-decision-record':
      if (Object.keys(recordOf(command)).length === 0) {
        return refuse(
          'nothing-supplied',
          'Say which items of the record you supply: text, reasons, alternatives, conflicts, key, papers or access',
        );
      }
      if (decision && holds(decision, command)) return [];
      return permitted(decisionRules, state, [
        { ...recorded, type: 'DecisionRecordCompleted', ...recordOf(command) },
      ]);
  }
}
