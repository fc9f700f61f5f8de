import { envelopeOf } from '#programme';
import { columnKinds } from '#read-model';
import { entryColumns, entryNamed, view } from './view.js';

const { entry: entryId, listOf, objectOf, orNull, text } = columnKinds;
const followUp = { ...entryColumns, actor: text, capacity: text };
const pointedTo = orNull(objectOf(entryColumns));

export const followUpsView = view({
  name: 'follow-ups',
  says: 'What was recorded because of another entry, and what waits',
  columns: { ...followUp, causedBy: orNull(entryId) },
  shows: {
    followUps: listOf(objectOf({ ...followUp, causedBy: pointedTo })),
    outstanding: listOf(objectOf({ followUp: text, because: text, cause: pointedTo })),
  },
  // What waits is kept beside the log.
  canBeIssued: false,
  answer({ reader, programme, moment, waiting }) {
    const followUps = reader.log.caused(programme, moment).map((entry) => {
      const { actor, capacity, causationId } = envelopeOf(entry);
      const cause = causationId === undefined ? undefined : reader.log.entry(causationId);
      return { ...entryNamed(entry), actor, capacity, causedBy: cause ? entryNamed(cause) : null };
    });
    const outstanding = waiting.map(({ cause, followUp, because }) => {
      const entry = reader.log.entry(cause);
      return { followUp, because, cause: entry ? entryNamed(entry) : null };
    });
    return {
      body: { followUps, outstanding },
      rows: followUps.map(({ causedBy, ...row }) => ({ ...row, causedBy: causedBy?.id ?? null })),
      streams: [],
    };
  },
});
