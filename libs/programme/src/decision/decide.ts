import type { Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { restates } from '../repeated.js';
import { present } from '../rules.js';
import { permitted, type Decided } from '../stream.js';
import type { DecisionCommand } from './commands.js';
import type { DecisionEvent } from './events.js';
import { evolveDecision } from './evolve.js';
import { permitsDecision } from './permits.js';
import { contradiction, decisionKey, holds, missingFrom, recordOf, type DecisionPart } from './state.js';

export const decisionRules = {
  evolve: evolveDecision,
  permits: permitsDecision,
  touches: (event: DecisionEvent) => [decisionKey(event.decision)],
};

/** The event that a command about a decision comes to, none where it changes nothing, or a refusal. */
export function decideDecision(state: Parts<DecisionPart>, command: DecisionCommand): Decided<DecisionEvent> {
  const decision = state.get(decisionKey(command.decision));
  const recorded = { ...recordedOf(command), decision: command.decision };
  switch (command.type) {
    case 'record-decision': {
      if (decision && alreadyRecorded(decision, command)) return [];
      const { title, maker, meeting } = command;
      const record = { title, maker, ...present({ meeting }), ...recordOf(command) };
      return permitted(decisionRules, state, [{ ...recorded, type: 'DecisionRecorded', ...record }]);
    }
    case 'complete-decision-record': {
      const asked = recordOf(command);
      if (decision && Object.keys(asked).length > 0 && holds(decision, asked)) return [];
      // Items that are held with other content stay in, so that the refusal can name them.
      const supplied =
        decision && contradiction(decision, asked) === undefined ? missingFrom(decision, asked) : asked;
      return permitted(decisionRules, state, [{ ...recorded, type: 'DecisionRecordCompleted', ...supplied }]);
    }
  }
}

function alreadyRecorded(
  decision: DecisionPart,
  command: Extract<DecisionCommand, { type: 'record-decision' }>,
): boolean {
  return (
    restates(decision.recorded, command) &&
    decision.takenOn === command.takenOn &&
    decision.title === command.title &&
    decision.maker === command.maker &&
    decision.meeting === command.meeting &&
    holds(decision, command)
  );
}
