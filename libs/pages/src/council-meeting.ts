import type { Moment, Reader } from '#read-model';

/**
 * The last day by a moment on which the council met, as far as is on record: it took a decision on that day. Which body
 * is the council is on record where bodies are; else the maker is called one.
 */
export function lastCouncilMeeting(reader: Reader, programme: string, moment: Moment): string | undefined {
  const bodies = reader.parts.list(programme, 'body', moment);
  const councils = bodies.filter(({ bodyKind }) => bodyKind === 'council').map(({ id }) => id);
  const isCouncil = (maker: string) =>
    bodies.length > 0 ? councils.includes(maker) : /\bcouncil$/i.test(maker);
  return reader.decisions.lastTakenOn(programme, moment, isCouncil);
}
