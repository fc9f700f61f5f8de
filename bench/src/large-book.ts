import { addDays, civilDate, type CivilDate } from '#calendar';
import { eventId, type EventStore, type NewEvent } from '#event-store';
import { written, type DomainEvent, type ProgrammeEvent, type ServiceEvent } from '#programme';

export const largeProgramme = 'bench';
export const firstDay = civilDate('2013-09-19');
const recorded = { provenance: 'illustrative' } as const;
const circumstances = { actor: 'bench', capacity: 'programme-office', correlationId: 'bench' };

/** How many events one append of a large book holds at most. */
const perAppend = 4;
/** How many days a service goes between two entries: ten a year. */
export const daysBetweenEntries = 36;

/**
 * Fills a store with the history of many services, a stream each, taking turns as they would in life: registered, then
 * renamed again and again, every tenth time late by a month.
 */
export async function fillWithServices(
  store: EventStore,
  size: { readonly services: number; readonly events: number },
  hooks: {
    readonly say: (events: number) => void;
    /** Told the day on which what follows is recorded. */
    readonly recordedOn: (day: CivilDate) => void;
  },
): Promise<void> {
  const append = (stream: string, revision: number, events: readonly DomainEvent[]) => {
    const commandId = `${stream}/${revision}`;
    return store.append({
      stream,
      commandId,
      fingerprint: commandId,
      expected: revision === 0 ? 'none' : revision - 1,
      events: events.map(
        (event, index) =>
          ({
            id: eventId(largeProgramme, stream, commandId, index),
            ...written(event, 1, circumstances),
          }) as NewEvent,
      ),
    });
  };
  const started: ProgrammeEvent = {
    ...recorded,
    type: 'ProgrammeStarted',
    programme: largeProgramme,
    name: 'Bench',
    effectiveOn: firstDay,
  };
  await append(`${largeProgramme}/programme`, 0, [started]);
  const each = Math.ceil(size.events / size.services);
  let done = 1;
  for (let round = 0; round * perAppend < each; round++) {
    const together = Math.min(perAppend, each - round * perAppend);
    hooks.recordedOn(addDays(firstDay, (round + 1) * perAppend * daysBetweenEntries));
    for (let from = 0; from < size.services; from += 200) {
      const waiting: Promise<unknown>[] = [];
      for (let n = from; n < Math.min(from + 200, size.services); n++) {
        const events = Array.from({ length: together }, (_, index): ServiceEvent => {
          const revision = round * perAppend + index;
          const late = revision > 1 && revision % 10 === 9 ? 30 : 0;
          const about = {
            ...recorded,
            effectiveOn: addDays(firstDay, Math.max(1, revision * daysBetweenEntries - late)),
            service: `service-${n}`,
          };
          return revision === 0
            ? { ...about, effectiveOn: firstDay, type: 'ServiceRegistered', name: `Service ${n}` }
            : { ...about, type: 'ServiceRenamed', name: `Service ${n}, name ${revision}` };
        });
        waiting.push(append(`${largeProgramme}/service/service-${n}`, round * perAppend, events));
      }
      await Promise.all(waiting);
      hooks.say((done += waiting.length * together));
    }
  }
}
