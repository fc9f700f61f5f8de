import { parseStreamName, ruleInWords, envelopeOf } from '#programme';
import type { StoredEvent } from '#event-store';
import { factsChangedNow } from './facts-changed-now.js';
import type { Looking, Need } from './sorts.js';

/** How many entries are judged again for an answer; where there are more, the register says which have changed. */
const mostJudged = 2_000;

/** Entries that set a rule aside, and those that would be refused by what is known now. */
export function* entryNeeds(looking: Looking): Iterable<Need> {
  const { reader, programme, moment } = looking;
  const strike = (entry: StoredEvent) => ({
    command: 'strike-entry',
    fields: { entries: entry.id },
  });
  for (const entry of reader.log.withException(programme, moment)) {
    const { exception, effectiveOn } = envelopeOf(entry);
    yield {
      sort: 'exception-to-source',
      what: `Look for a source of the entry: ${inWords(entry.type)}`,
      ...aboutOf(looking, entry),
      because: exception
        ? `it sets aside ${ruleInWords(exception.rule)}: ${exception.reason}`
        : 'it sets a rule aside',
      since: effectiveOn,
      next: strike(entry),
    };
  }
  const count = reader.log.countWithFactsRead(programme, moment);
  if (count > mostJudged) {
    yield {
      sort: 'facts-changed',
      what: 'Look through the register of facts changed since',
      ...{ kind: 'programme', id: programme, name: programme },
      because: `${count.toLocaleString('en-GB')} entries were judged by facts of other streams: more than are judged again for this list`,
    };
    return;
  }
  for (const { entry, facts, judgedNow } of factsChangedNow(looking)) {
    const { effectiveOn } = envelopeOf(entry);
    yield {
      sort: 'facts-changed',
      what: `Look again at the entry: ${inWords(entry.type)}`,
      ...aboutOf(looking, entry),
      because: `by what is known now of ${facts.join(' and ')} it would be refused: ${judgedNow}`,
      since: effectiveOn,
      next: strike(entry),
    };
  }
}

/** The thing that an entry's stream is about, by its name where it has one. */
export function aboutOf(
  { reader, programme, moment }: Looking,
  { stream, data }: StoredEvent,
): Pick<Need, 'kind' | 'id' | 'name'> {
  const { kind = '', id } = parseStreamName(stream) ?? {};
  // A stream of many things, such as the structure, names the one in its data.
  const named = id ?? (typeof data['unit'] === 'string' ? data['unit'] : undefined) ?? programme;
  const part = reader.parts.one(programme, kind, named, moment).part as
    { name?: string; title?: string } | undefined;
  return { kind, id: named, name: part?.name ?? part?.title ?? named };
}

/** 'OptionChosen' is 'option chosen'. */
const inWords = (type: string): string =>
  type.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : ' '}${letter.toLowerCase()}`);
