import type { CivilDate } from '#calendar';
import { latestDate } from '#calendar';
import type { Moment, Reader } from '#read-model';
import { thingAddress, type Where } from './addresses-of-pages.js';
import { inWords, sentence } from './words.js';

/** A thing as a page names it: what it is called, and where its page is. */
export interface Named {
  readonly text: string;
  readonly href: string;
}

/** Names things as they are called on the day of a page, or were or will be where they are not there then. */
export interface Names {
  /** The first of these kinds of which there is a thing with this id; undefined where there is none. */
  of(kinds: readonly string[], id: string): Named | undefined;
}

const told = new Set(['name', 'title', 'description']);

/** What a thing is called, in its own words; its id in words where it has none. */
export function calledOf(part: object | undefined, id: string): string {
  const [, called] =
    Object.entries(part ?? {}).find(([field, value]) => told.has(field) && typeof value === 'string') ?? [];
  return typeof called === 'string' ? called : sentence(inWords(id));
}

/** The names of the things of a programme at a moment, each looked up once. */
export function namesAt(reader: Reader, where: Where, moment: Moment): Names {
  const found = new Map<string, Named | undefined>();
  const lookUp = (kind: string, id: string): Named | undefined => {
    const at = (asAt: CivilDate) => reader.parts.one(where.programme, kind, id, { ...moment, asAt });
    const now = at(moment.asAt);
    if (!now.known) return undefined;
    const part = now.part ?? at(latestDate).part;
    return { text: calledOf(part, id), href: thingAddress(where, kind, id) };
  };
  return {
    of(kinds, id) {
      for (const kind of kinds) {
        const key = `${kind}/${id}`;
        if (!found.has(key)) found.set(key, lookUp(kind, id));
        const named = found.get(key);
        if (named) return named;
      }
      return undefined;
    },
  };
}

/** Names nothing: every id stays in words. For pages that have no reader at hand. */
export const noNames: Names = { of: () => undefined };

/** What a thing is called at the moment of a page; its id as words where it has no name. */
export type NameOf = (kind: string, id: string) => string;

/** What things are called, by their names. */
export function nameOfAll(names: Names): NameOf {
  return (kind, id) => names.of([kind], id)?.text ?? sentence(inWords(id));
}
