import { latestDate, type CivilDate } from '#calendar';
import type { AnyPart } from '#programme';
import { notOnRecord as spokenOf, type Moment, type Reader } from '#read-model';
import { pageAddress, thingAddress, type Where } from './addresses-of-pages.js';
import { wholeOf } from './field-words.js';
import { day, entryInWords, inWords, sentence } from './words.js';

/** A thing as a page names it: what it is called, and where its page is. */
export interface Named {
  readonly text: string;
  readonly href: string;
}

/** Names things as they are called on the day of a page, or were or will be where they are not there then. */
export interface Names {
  /**
   * The first of these kinds of which there is a thing with this id; undefined where there is none. Of what is a part of
   * another thing, as an option is of a review, there is none without the id of that.
   */
  of(kinds: readonly string[], id: string, whole?: string): Named | undefined;
}

const told = new Set(['name', 'title', 'description']);

/** What a thing is called, in its own words. A setting is one of a few words; a decision on its way may have no title yet. */
export function calledOf(part: AnyPart): string {
  const [, called] =
    Object.entries(part).find(([field, value]) => told.has(field) && typeof value === 'string') ?? [];
  if (typeof called === 'string') return called;
  return part.kind === 'setting' ? sentence(inWords(part.id)) : `A ${part.kind} without a name`;
}

/** How a thing is spoken of that nothing on the record names, where a page says nothing else of it. */
export const notOnRecord = (kind: string): string => sentence(spokenOf(kind));

/** The names of the things of a programme at a moment, each looked up once. */
export function namesAt(reader: Reader, where: Where, moment: Moment): Names {
  const found = new Map<string, Named | undefined>();
  const partsOf = (kind: string, id: string) =>
    [moment.asAt, latestDate].flatMap(
      (asAt: CivilDate) => reader.parts.one(where.programme, kind, id, { ...moment, asAt }).part ?? [],
    );
  const lookUp = (kind: string, id: string, whole: string | undefined): Named | undefined => {
    if (kind === 'entry') return entryNamed(reader, where, id);
    const outer = wholeOf(kind);
    if (outer !== undefined) {
      if (whole === undefined) return undefined;
      const [text] = partsOf(outer, whole).flatMap((part) => calledWithin(part, id) ?? []);
      return text === undefined ? undefined : { text, href: thingAddress(where, outer, whole) };
    }
    const [part] = partsOf(kind, id);
    return part && { text: calledOf(part), href: thingAddress(where, kind, id) };
  };
  return {
    of(kinds, id, whole) {
      for (const kind of kinds) {
        const key = `${kind}/${whole ?? ''}/${id}`;
        if (!found.has(key)) found.set(key, lookUp(kind, id, whole));
        const named = found.get(key);
        if (named) return named;
      }
      return undefined;
    },
  };
}

/** What an entry is called: by what it says, and the day from which that holds. */
function entryNamed(reader: Reader, where: Where, id: string): Named | undefined {
  const entry = reader.log.entry(id);
  if (!entry?.stream.startsWith(`${where.programme}/`)) return undefined;
  const text = `${entryInWords(entry.type)}, ${day(entry.envelope['effectiveOn'] as string)}`;
  return { text, href: pageAddress(where, 'history', { entries: id }) };
}

/** Where a thing keeps its parts, under their ids and what each is called. */
interface Parts {
  readonly options?: readonly Part[];
  readonly milestones?: readonly Part[];
  readonly versions?: readonly { readonly points: readonly Part[] }[];
}
interface Part {
  readonly id: string;
  readonly title?: string;
  readonly label?: string;
}

/** What an option of a review is called, a milestone of a project, or a point of a scale; the last where it was renamed. */
function calledWithin(whole: object, id: string): string | undefined {
  const { options, milestones, versions = [] } = whole as Parts;
  const parts = options ?? milestones ?? versions.flatMap(({ points }) => points);
  const part = parts.findLast((one) => one.id === id);
  return part?.title ?? part?.label;
}

/** What a thing is called at the moment of a page; that nothing on the record names it where nothing does. */
export type NameOf = (kind: string, id: string, whole?: string) => string;

/** What things are called, by their names. */
export function nameOfAll(names: Names): NameOf {
  return (kind, id, whole) => names.of([kind], id, whole)?.text ?? notOnRecord(kind);
}
