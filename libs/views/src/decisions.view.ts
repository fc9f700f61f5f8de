import { bodyKinds, thingKinds } from '#programme';
import { decisionDetail, followingEntries, supersession, takenStandings } from '#read-model';
import { decisionsLike, recordItems, registerColumns } from './decisions-like.js';
import { aDate, anId, anyText, oneOf, type Filter, type Filters } from './filters.js';
import { entryRow, notOnRecord, streamsOf, view } from './view.js';

const isThing = (text: string): boolean => /^[a-z-]+\/[^/]{1,200}$/.test(text);

/** A thing, as a filter names it. */
export const aThing = (says: string): Filter => ({
  says,
  schema: { type: 'string', examples: ['review/legal-services'] },
  problem: (text) =>
    thingKinds.includes(text.slice(0, text.indexOf('/'))) && isThing(text)
      ? undefined
      : 'must be a kind and an id, such as review/legal-services',
});

/** The filters of the register. */
export const decisionFilters: Filters = {
  search: anyText('Only decisions whose record holds words that begin with each of these.'),
  maker: anyText('Only decisions of this maker, by its id or by its name on the day it decided.'),
  body: anyText('Only decisions of this body, by its id or by its name on the day it decided.'),
  kind: oneOf('Only decisions taken by a body of this kind, by an office, or by what is neither on record.', [
    ...bodyKinds,
    'office',
    'not-on-record',
  ]),
  reference: anyText('Only the decision of this reference.'),
  key: oneOf('Only key decisions, only others, or only those that do not say.', [
    'true',
    'false',
    'not-stated',
  ]),
  status: oneOf('Only decisions that stand so on the date asked for.', takenStandings),
  missing: oneOf(
    'Only decisions whose record or notice lacks an item, those that lack none, or those whose record lacks this item.',
    ['true', 'false', ...recordItems],
  ),
  ledTo: aThing('Only decisions from which something of this thing follows, such as review/legal-services.'),
  portfolio: anId(
    'Only decisions behind this portfolio, by its id: its projects, their reviews and its savings.',
  ),
  from: aDate('Only decisions taken on this day or later.'),
  to: aDate('Only decisions taken on this day or earlier.'),
};

export const decisionsView = view({
  name: 'decisions',
  says: 'The register of decisions',
  filters: decisionFilters,
  columns: registerColumns,
  answer({ reader, programme, moment, question }) {
    const like = decisionsLike(reader, programme, question.filters, moment);
    return { rows: like.rows(), streams: like.streams };
  },
  one: {
    says: () => 'One of the decisions, whole',
    filters: () => ({}),
    answer({ reader, programme, moment, id }) {
      const { known, part } = reader.parts.one(programme, 'decision', id, moment);
      if (!known) throw notOnRecord(`No decision ${id}`, programme, 'the list of decisions');
      const decision = part;
      const following = followingEntries(reader, programme, id, decision, moment);
      const entries = following.map(({ entry, ...beside }) => ({ ...entryRow(entry), ...beside }));
      const body = decision
        ? { exists: true, ...decision, ...decisionDetail(reader, programme, decision, moment) }
        : { exists: false, kind: 'decision', id, ...supersession(reader, programme, id, moment) };
      // Settings, and what other decisions say of this one, are in the answer too.
      return {
        body: { ...body, entries },
        streams: streamsOf(programme, 'decision', 'programme', 'authority'),
      };
    },
  },
});
