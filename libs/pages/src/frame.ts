import type { HeldBack } from '#book';
import type { dateBar, dateForm } from './date-bar.js';
import { pageAddress, type Where } from './addresses-of-pages.js';
import { known } from './words.js';

/** The parts of a programme's pages, as the navigation has them. */
const sections = [
  'overview',
  'needs-doing',
  'record',
  'decisions',
  'authority',
  'registers',
  'reviews',
  'units',
  'portfolios',
  'savings',
  'changes',
  'compare',
  'history',
] as const;
export type Section = (typeof sections)[number];

const names: Readonly<Record<Section, string>> = {
  overview: 'Overview',
  'needs-doing': 'To do',
  record: 'Record',
  decisions: 'Decisions',
  authority: 'Authority',
  registers: 'Registers',
  reviews: 'Reviews',
  units: 'Business units',
  portfolios: 'Portfolios',
  savings: 'Savings',
  changes: 'What changed',
  compare: 'Who knew what',
  history: 'History',
};

/** What every page has around its own content. */
export interface Frame {
  readonly title: string;
  readonly home: string;
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
  readonly footer: readonly { readonly text: string; readonly href: string }[];
  readonly demonstration: boolean;
  /** Whether whoever looks may record in the programme. */
  readonly mayRecord: boolean;
  /** Where whoever may records something about the thing that the page is about. */
  readonly recordAbout?: string;
  readonly dates?: ReturnType<typeof dateBar> | ReturnType<typeof dateForm>;
  /** That the record was put back from an older copy, once a restored record was accepted. */
  readonly restored?: string;
  /** What the page does not show although it is on the record. */
  readonly incomplete?: string;
  /** Where the style sheet and the scripts are. */
  readonly assets: string;
  /** Who is signed in. */
  readonly person?: {
    readonly name: string;
    readonly capacity: string;
    readonly signOutAddress: string;
    /** Pages for them alone, beside the footer's own. */
    readonly links: readonly { readonly text: string; readonly href: string }[];
  };
  /** Where somebody who is not may sign in. */
  readonly signIn?: string;
  /** What a form of this page sends back in `_csrf`: see the macro `csrfField`. */
  readonly csrf?: string;
  /** What lets the scripts of this one page run. */
  readonly nonce: string;
  /** Where a page that is open on now hears of what is recorded after it was made; absent on every other page. */
  readonly live?: Live;
}

/** What a page says of itself to the script that listens for it. */
export interface Live {
  /** The address of the stream of events. */
  readonly events: string;
  /** How far the record was read for the page. */
  readonly position: string;
  /** The streams that the page reads, or the beginnings of their names, with spaces between; empty where it reads them all. */
  readonly streams: string;
}

/** What a page listens to: one that is open on now, and no page of another pair of dates. */
export function liveOn(where: Where, position: string | null, streams: readonly string[]): Live | undefined {
  if (where.asAt !== undefined || where.knownAt !== undefined || position === null) return undefined;
  return { events: pageAddress(where, 'events'), position, streams: [...new Set(streams)].join(' ') };
}

/** How a page is served: what no page function needs to know. */
export type Serving = Pick<
  Frame,
  'demonstration' | 'restored' | 'assets' | 'nonce' | 'person' | 'signIn' | 'csrf'
>;

/** The frame of a page; without a programme there is nothing to go to but the home page. */
export function frameOf(
  title: string,
  serving: Serving,
  inside: {
    readonly where?: Where | undefined;
    readonly section?: Section;
    readonly dates?: Frame['dates'];
    readonly held?: readonly HeldBack[];
    readonly live?: Live | undefined;
    /** Whether whoever looks may record in the programme. */
    readonly mayRecord?: boolean;
    /** The thing that the page is about. */
    readonly about?: string;
  } = {},
): Frame {
  const { where, section, dates, held = [], live, mayRecord = false, about } = inside;
  const navigation = where
    ? sections
        .filter((one) => one !== 'record' || mayRecord)
        .map((one) => ({
          text: names[one],
          // What is recorded has a day of its own: that page knows no dates.
          href: pageAddress(
            one === 'record' ? { programme: where.programme } : where,
            one === 'overview' ? '' : one,
          ),
          active: one === section,
        }))
    : [];
  const footer = [
    { text: 'Cookies', href: '/cookies' },
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'The API', href: '/api/openapi.json' },
    ...(serving.person?.links ?? []),
  ];
  return {
    title,
    home: where ? pageAddress(where) : '/',
    navigation,
    mayRecord,
    ...(where &&
      mayRecord &&
      about !== undefined && {
        recordAbout: pageAddress({ programme: where.programme }, 'record', { about }),
      }),
    footer,
    ...serving,
    ...(dates && { dates }),
    ...(held.length > 0 && { incomplete: incomplete(held) }),
    ...(live && { live }),
  };
}

/** "This page may say less than is on the record: …". */
function incomplete(held: readonly HeldBack[]): string {
  const each = held.map(({ stream, recordedAt }) => `${stream} recorded from ${known(recordedAt)} on`);
  return `This page may say less than is on the record: entries of ${each.join('; ')} cannot be shown until an operator has mended that.`;
}
