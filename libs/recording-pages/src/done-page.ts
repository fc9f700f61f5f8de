import { type Content, entryTable, formAddress, pageAddress, thingAddress, type Where } from '#pages';
import type { StoredEvent } from '#event-store';
import { subjectOfEntry } from './correction.js';
import type { Draft } from './draft-file.js';
import { commandOf } from './draft-keeping.js';
import type { Desk } from './to-record.js';
import type { Things } from './things.js';
import { happened } from './what-happened.js';

/** What was recorded, and where one goes from there. */
export function donePage(draft: Draft, where: Where, desk: Desk): Content {
  const entries = (draft.recorded ?? []).flatMap((id) => desk.reader.log.entry(id) ?? []);
  const [first] = entries;
  const decision = entries
    .map(({ envelope }) => (envelope as { decision?: unknown }).decision)
    .find((one): one is string => typeof one === 'string');
  const command = commandOf(draft);
  const { programme } = where;
  return {
    title: 'Recorded',
    template: 'record-done',
    streams: [],
    undated: true,
    data: {
      heading: 'Recorded',
      says:
        draft.kind === 'entry'
          ? happened(command)
          : draft.kind === 'meeting'
            ? 'The whole meeting'
            : 'The correction',
      entries: entryTable('What is on the record now', entries, where, desk.things(programme).names(where)),
      thing: first && thingToSee(first, programme, desk),
      another: draft.kind === 'entry' && {
        text: `Record another like this: ${happened(command).toLowerCase()}`,
        href: formAddress(programme, command, { like: draft.id }),
      },
      ofDecision: decision !== undefined && {
        text: 'Record something else that follows from this decision',
        href: pageAddress({ programme }, 'record', { decision }),
      },
      start: pageAddress({ programme }, 'record'),
    },
  };
}

/** The thing that an entry is about, by its name; the history where it is about the programme. */
function thingToSee(entry: StoredEvent, programme: string, desk: Desk) {
  const subject = subjectOfEntry(entry);
  if (!subject || subject.kind === 'programme')
    return { text: 'See the history', href: pageAddress({ programme }, 'history') };
  const { kind, id } = subject;
  const name = desk.things(programme).nameOf(kind as Parameters<Things['nameOf']>[0], id);
  return { text: `See ${name}`, href: thingAddress({ programme }, kind, id) };
}
