import type { CivilDate } from '#calendar';
import { streamNameOfPart, type AnyPart } from '#programme';
import { entryCalled, nameOnDays, type FindPart, type NamesInPlay } from '#read-model';
import type { Recorder } from '#recording';
import type { Saying, ThingSaid } from '#timeline';

/**
 * What words name, as the streams call it that a recorder judges by. Lines that came before may have made it or given it
 * that name, and no view has them yet: they may only be played.
 *
 * @param stream the one that the entries which are named are in
 * @param on the day whose names are said
 */
export async function namesInPlay(
  recorder: Recorder,
  programme: string,
  words: Saying,
  stream: string,
  on: CivilDate,
): Promise<NamesInPlay> {
  const own = await recorder.lastSeen(stream);
  const names = new Map<string, string>();
  for (const thing of words) {
    if (typeof thing === 'string') continue;
    const entry = thing.kind === 'entry' ? own.timeline.entry(thing.id) : undefined;
    const isStrike = thing.kind === 'entry' && own.strikes.has(thing.id);
    // What an entry is about may be anything that its stream holds.
    const keys = entry ? [] : keysOf(thing);
    const timelines = await Promise.all(
      keys.map(async (key) => (await recorder.lastSeen(streamNameOfPart(programme, key))).timeline),
    );
    const all = [own.timeline, ...timelines];
    const days = [on, undefined].map((day): FindPart => {
      const states = all.map((timeline) => timeline.asAt(day));
      return (kind, id): AnyPart | undefined => {
        for (const state of states) {
          const part = state.get(`${kind}/${id}`);
          if (part) return part;
        }
        return undefined;
      };
    });
    const name = entry
      ? entryCalled({ ...entry.event, stream, data: entry.event, effectiveOn: entry.effectiveOn }, days)
      : isStrike
        ? '“Entry struck”'
        : nameOnDays(days, thing);
    if (name !== undefined) names.set(nameKey(thing), name);
  }
  return { of: (thing) => names.get(nameKey(thing)) };
}

/** The keys of the parts in which the name of a thing may be found. */
function keysOf({ kind, id, of }: ThingSaid): string[] {
  if (kind === 'entry') return [];
  if (of !== undefined) return [`${kind === 'option' ? 'review' : 'project'}/${of}`];
  return kind === 'maker' ? [`body/${id}`, `office/${id}`] : [`${kind}/${id}`];
}

const nameKey = ({ kind, id, of = '' }: ThingSaid): string => `${kind}/${of}/${id}`;
