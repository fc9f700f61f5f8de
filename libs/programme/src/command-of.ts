import { type Command, type DomainEvent, namedFieldsOf, recordedOf, saidIn } from '#acts';
import { actOfEntry } from './streams.js';

/**
 * The command that an entry answers, field by field: decided again where the entry stands, it comes to that entry and no
 * other. It says what went without saying when it was sent: what it changes from, and what holds where nothing is said.
 * Undefined for a strike, which no stream answers.
 */
export function commandOf(event: DomainEvent, programme: string): Command | undefined {
  const act = actOfEntry(event.type);
  if (!act) return undefined;
  const { type: _type, ...fields } = event;
  return { ...recordedOf(event), ...saidIn(namedFieldsOf(act), fields), type: act.command, programme };
}
