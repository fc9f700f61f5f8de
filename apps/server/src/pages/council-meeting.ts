import type { BodyPart } from '#programme';
import type { RegisteredDecision } from '#read-model';

/**
 * The last day on which the council met, as far as the register says: it took a decision on that day. Which body is the
 * council is on record where bodies are; else the maker is called one.
 *
 * @param register decisions, newest first
 */
export function lastCouncilMeeting(
  register: readonly RegisteredDecision[],
  bodies: readonly BodyPart[],
): string | undefined {
  const councils = bodies.filter(({ bodyKind }) => bodyKind === 'council').map(({ id }) => id);
  const isCouncil = (maker: string) =>
    bodies.length > 0 ? councils.includes(maker) : /\bcouncil$/i.test(maker);
  return register.find(({ part }) => part.precision === 'day' && isCouncil(part.maker))?.part.takenOn;
}
