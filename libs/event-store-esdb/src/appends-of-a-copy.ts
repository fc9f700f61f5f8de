import type { HeldEvent } from '#event-store';

/** The largest append of a copy, in events and in characters. */
const mostTogether = { events: 200, characters: 256 * 1024 };

/** Events in log order, divided so that those of one stream that follow on each other share an append. */
export function appendsOf(events: readonly HeldEvent[]): [HeldEvent, ...HeldEvent[]][] {
  const appends: [HeldEvent, ...HeldEvent[]][] = [];
  let characters = 0;
  for (const event of events) {
    const last = appends.at(-1);
    const size = event.envelope.length + event.data.length;
    const fits = last && last.length < mostTogether.events && characters + size <= mostTogether.characters;
    if (last && fits && last[0].stream === event.stream) {
      last.push(event);
      characters += size;
    } else {
      appends.push([event]);
      characters = size;
    }
  }
  return appends;
}
