import type { CivilDate } from '#calendar';
import type { ListedKind, RowOfKind } from '#read-model';
import { readPage, type ReadPage } from '#testing';
import type { Where } from '../addresses-of-pages.js';
import { frameOf } from '../frame.js';
import { historyChart } from '../history/history-section.js';
import type { Names } from '../names.js';
import type { Asking } from '../content.js';
import { render } from '../templates.js';
import type { ThingContent } from '../things/thing-pages.js';

/** The day that every spec of a page asks for. */
export const asAt = '2016-04-01' as CivilDate;
export const where: Where = { programme: 'county' };

/** A page as its reader meets it: its facts laid out by its template, and read back from the HTML. */
export function asRead(
  template: string,
  data: object,
  { mayRecord = false, about }: { readonly mayRecord?: boolean; readonly about?: string } = {},
): ReadPage {
  const serving = { demonstration: false, assets: '/assets/1', nonce: 'n', csrf: 'c' };
  const frame = frameOf('A page', serving, { where, mayRecord, ...(about !== undefined && { about }) });
  return readPage(render(template, { frame, ...data }));
}

/** The page of one thing, with no entry in its history. */
export function thingAsRead(content: ThingContent): ReadPage {
  const history = historyChart('History of it', [], where, '', names);
  return asRead('thing', { ...content, history, wholeHistory: '/h', compare: '/c', data: '/d' });
}

/** Asks views that answer what is given, by their names and in the order of lists by kind. */
export function askingOf(
  bodies: Readonly<Record<string, unknown>> = {},
  lists: Readonly<Record<string, readonly object[]>> = {},
): Asking {
  const moment = { asAt, knownAt: undefined, position: '7' };
  return {
    where,
    moment,
    filters: {},
    view: (name: string) => Promise.resolve({ moment, streams: [], body: bodies[name] ?? {} }),
    reader: {
      parts: {
        list: (_programme: string, kind: string) => lists[kind] ?? [],
        one: () => ({ known: false, part: undefined }),
      },
    },
  } as unknown as Asking;
}

/** Rows of the list of a kind as its page is given them, of which a spec says the columns that the page shows. */
export const rowsOfKind = <K extends ListedKind>(
  _kind: K,
  ...rows: readonly { readonly [Column in keyof RowOfKind<K>]?: unknown }[]
) => rows as readonly RowOfKind<K>[];

/** What a thing is called: its kind and its id, so that one is never taken for another. */
export const nameOf = (kind: string, id: string, whole?: string): string =>
  `The ${kind} ${id}${whole === undefined ? '' : ` of ${whole}`}`;

export const names: Names = {
  of: ([kind], id, whole) =>
    kind === undefined ? undefined : { text: nameOf(kind, id, whole), href: `/${kind}/${id}` },
};

/** When and how something came to hold. */
export const held = (on: string, provenance = 'minuted', decision?: string) => ({
  on: on as CivilDate,
  precision: 'day' as const,
  provenance: provenance as 'minuted',
  ...(decision !== undefined && { decision }),
});
