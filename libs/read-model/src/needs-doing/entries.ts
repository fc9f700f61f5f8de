import { latestDate } from '#calendar';
import { ruleInWords, theRule, envelopeOf } from '#programme';
import type { StoredEvent } from '#event-store';
import { notOnRecord, withKind } from '../in-names.js';
import { subjectOfEntry } from '../subject-of-entry.js';
import { factsChangedNow } from './facts-changed-now.js';
import type { Looking, Need } from './sorts.js';

/** How many entries are judged again for an answer; where there are more, the register says which have changed. */
const mostJudged = 2_000;

/** Entries that set a rule aside, and those that would be refused by what is known now. */
export function* entryNeeds(looking: Looking): Iterable<Need> {
  const { reader, programme, moment } = looking;
  const named = withKind(reader, programme, moment);
  const factInWords = (key: string): string => {
    const [kind = '', id = ''] = key.split('/');
    return named(kind, id);
  };
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
      ...aboutThing(looking, 'programme', programme),
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
      because: `by what is known now of ${facts.map(factInWords).join(' and ')} it would be refused by ${theRule(judgedNow)}`,
      since: effectiveOn,
      next: strike(entry),
    };
  }
}

/** The thing that an entry's stream is about, by its name where it has one. */
export function aboutOf(looking: Looking, { stream, data }: StoredEvent): Pick<Need, 'kind' | 'id' | 'name'> {
  const { kind, id } = subjectOfEntry(stream, data) ?? { kind: 'programme', id: looking.programme };
  return aboutThing(looking, kind, id);
}

function aboutThing(
  { reader, programme, moment }: Looking,
  kind: string,
  id: string,
): Pick<Need, 'kind' | 'id' | 'name'> {
  // Something may wait for what holds only from a later day.
  const days = [moment, { ...moment, asAt: latestDate }];
  const [part] = days.flatMap((day) => reader.parts.one(programme, kind, id, day).part ?? []);
  const { name, title, description } = (part ?? {}) as Partial<
    Record<'name' | 'title' | 'description', string>
  >;
  return {
    kind,
    id,
    name: name ?? title ?? description ?? (part ? `A ${kind} without a title` : notOnRecord(kind)),
  };
}

/** 'OptionChosen' is 'option chosen'. */
const inWords = (type: string): string =>
  type.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : ' '}${letter.toLowerCase()}`);
