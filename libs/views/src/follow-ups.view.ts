import { envelopeOf } from '#programme';
import { entryNamed, view } from './view.js';

export const followUpsView = view({
  name: 'follow-ups',
  says: 'What was recorded because of another entry, and what waits',
  // What waits is kept beside the log.
  canBeIssued: false,
  answer({ reader, programme, moment, waiting }) {
    const rows = reader.log.caused(programme, moment).map((entry) => {
      const { actor, capacity, causationId } = envelopeOf(entry);
      const cause = causationId === undefined ? undefined : reader.log.entry(causationId);
      return { ...entryNamed(entry), actor, capacity, causedBy: cause ? entryNamed(cause) : null };
    });
    const outstanding = waiting.map(({ cause, followUp, because }) => {
      const entry = reader.log.entry(cause);
      return { followUp, because, cause: entry ? entryNamed(entry) : null };
    });
    const lines = rows.map(({ causedBy, ...row }) => ({ ...row, causedBy: causedBy?.id ?? null }));
    return { body: { followUps: rows, outstanding }, streams: [], list: { name: 'follow-ups', rows: lines } };
  },
});
