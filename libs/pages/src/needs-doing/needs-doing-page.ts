import { byName } from '#views';
import { commandsInWords } from '#programme';
import { needSorts, urgencies, type NeedsDoing, type NeedSort, type Urgency } from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { filterForm } from '../filter-form.js';
import { nextAddress } from '../draft-addresses.js';
import { counted, day, inWords, sentence } from '../words.js';

interface NeedsDoingShown {
  readonly where: Where;
  readonly asAt: string;
  readonly filters: Readonly<Record<string, string>>;
  /** Everything that needs doing at the moment, and what is left of it under the filters. */
  readonly all: readonly NeedsDoing[];
  readonly shown: readonly NeedsDoing[];
  /** What is left of it under the filters but the urgency: what the counts by urgency count. */
  readonly beside: readonly NeedsDoing[];
}

const headings: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  'within-a-week': 'Within a week',
  later: 'Later',
  'no-date': 'No date',
};

/** How many items of one urgency are shown before the rest is left to the filters and the CSV. */
const mostShown = 100;

/** The page of what needs doing: the counts, and the items under how urgent they are. */
export function needsDoingPage({ where, asAt, filters, all, shown, beside }: NeedsDoingShown) {
  const { urgency: _, ...others } = filters;
  const address = (asked: Readonly<Record<string, string>>) => pageAddress(where, 'needs-doing', asked);
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
  const sorts = (Object.keys(needSorts) as NeedSort[]).filter((name) =>
    all.some(({ sort }) => sort === name),
  );
  return {
    summary: summaryOf(all, shown, asAt),
    cards: urgencies.map((urgency) => ({
      figure: beside.filter((item) => item.urgency === urgency).length,
      says: headings[urgency],
      href: address({ ...others, urgency }),
    })),
    filters: filterForm(
      where,
      'needs-doing',
      [
        { name: 'sort', label: 'What', options: kept(sorts, filters['sort']) },
        { name: 'urgency', label: 'How urgent', options: urgencies },
        { name: 'kind', label: 'About a', options: kept(kinds, filters['kind']) },
        { name: 'thing', label: 'Thing', options: thingsOf(all, filters['thing']) },
      ],
      filters,
    ),
    groups: urgencies.flatMap((urgency) => {
      const items = shown.filter((item) => item.urgency === urgency);
      if (items.length === 0) return [];
      const left = items.length - mostShown;
      return {
        heading: `${headings[urgency]} (${items.length.toLocaleString('en-GB')})`,
        items: items.slice(0, mostShown).map((item) => itemOf(item, where)),
        more:
          left > 0
            ? `${counted(left, 'more item is', 'more items are')} not shown: filter them, or take the CSV.`
            : '',
      };
    }),
    nothing: all.length > 0 && shown.length === 0 ? 'Nothing under these filters.' : '',
    csv: dataAddress(where, 'needs-doing', { ...filters, format: 'csv' }),
  };
}

/** Everything of which something needs doing, by its name, with the thing that is set though nothing does now. */
function thingsOf(all: readonly NeedsDoing[], set: string | undefined) {
  const names = new Map(all.map(({ kind, id, name }) => [id, `${name} (${inWords(kind)})`]));
  if (set !== undefined && !names.has(set)) names.set(set, 'A thing of which nothing needs doing');
  return [...names].map(([value, text]) => ({ value, text })).sort((a, b) => byName(a.text, b.text));
}

/** The words that a filter offers, with the one that is set though nothing has it now. */
const kept = (words: readonly string[], set: string | undefined): readonly string[] =>
  set === undefined || words.includes(set) ? words : [...words, set];

function summaryOf(all: readonly NeedsDoing[], shown: readonly NeedsDoing[], asAt: string): string {
  if (all.length === 0) return `Nothing needs doing as at ${day(asAt)}.`;
  const some = shown.length === all.length ? '' : `${shown.length.toLocaleString('en-GB')} of `;
  return `${some}${counted(all.length, 'item', 'items')} as at ${day(asAt)}. Each says what the record shows and which rule it rests on; it judges nothing.`;
}

/** An item as the page lays it out. Its thing and its date lead on. */
function itemOf(item: NeedsDoing, where: Where) {
  const { kind, id, name, what, because, rule, source, since, by, left, next, urgency } = item;
  return {
    what,
    name,
    kind: sentence(inWords(kind)),
    href: thingAddress(where, kind, id),
    because: sentence(commandsInWords(because)),
    rule,
    source,
    since: since === null ? '' : `since ${day(since)}`,
    left: by === null ? '' : (left ?? ''),
    tone: urgency === 'overdue' ? 'red' : urgency === 'today' ? 'orange' : 'grey',
    next: next && { text: sentence(inWords(next.command)), href: nextAddress(where.programme, next, id) },
  };
}
