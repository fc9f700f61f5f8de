import {
  needsDoing,
  needsDoingColumns,
  needsDoingShown,
  needSorts,
  urgencies,
  type NeedsDoing,
} from '#read-model';
import { aKind, anId, like, oneOf, type Filters } from './filters.js';
import type { Question } from './query.js';
import { view } from './view.js';

export const needsDoingFilters: Filters = {
  sort: oneOf('Only items of this sort.', Object.keys(needSorts)),
  urgency: oneOf('Only items as urgent as this.', urgencies),
  kind: aKind('Only items about a thing of this kind, such as decision.'),
  thing: anId('Only items about this thing, by its id.'),
};

/** Those of some items that are like what the filters ask for. */
export const likeThat = (items: readonly NeedsDoing[], asked: Question['filters']): NeedsDoing[] =>
  items.filter(like(asked, { thing: 'id' }));

export const needsDoingView = view({
  name: 'needs-doing',
  says: 'What needs doing: items missing, clocks running, gates waiting, days passed',
  filters: needsDoingFilters,
  columns: needsDoingColumns,
  shows: needsDoingShown,
  // What waits to follow by itself is known of now only, and is no part of the log.
  canBeIssued: false,
  answer({ reader, programme, moment, question, waiting }) {
    const items = likeThat(needsDoing(reader, programme, moment, waiting), question.filters);
    const counts = Object.fromEntries(
      urgencies.map((urgency) => [urgency, items.filter((item) => item.urgency === urgency).length]),
    );
    return { body: { counts, 'needs-doing': items }, rows: items.map(lineOf), streams: [] };
  },
});

function lineOf({ next, ...item }: NeedsDoing) {
  const fields = Object.entries(next?.fields ?? {}).map(([name, value]) => `${name}=${value}`);
  return { ...item, command: next?.command ?? null, fields: fields.length > 0 ? fields : null };
}
