import { describeDate, latestDate, type CivilDate, type DatePrecision } from '#calendar';
import { entryInWords, envelopeOf, type AnyPart, type ReviewPart } from '#programme';
import type { Saying, ThingSaid } from '#timeline';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { subjectOfEntry } from './subject-of-entry.js';

/** What a part is called, beside what people know it by: a unit its code, a decision its reference. */
type Called = AnyPart & {
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
  readonly code?: string;
  readonly reference?: string;
};

/** What has parts that have titles of their own. */
interface Parts {
  readonly options?: ReviewPart['options'];
  readonly milestones?: readonly { readonly id: string; readonly title: string }[];
}

/** Finds a thing by its kind and its id; undefined where there is none. */
export type FindPart = (kind: string, id: string) => AnyPart | undefined;

/** Names that things have in lines that are played and not recorded, by the things. */
export interface NamesInPlay {
  of(thing: ThingSaid): string | undefined;
}

const noPlay: NamesInPlay = { of: () => undefined };

/**
 * Says the things that words name as people know them: by their names on a day, as far as is known at a moment, with the
 * code or the reference of each; what has no name on that day by the one it has on another, and what is not on the record
 * as it was said.
 *
 * @param inPlay what the lines call it that are played before the words are said
 */
export function inNames(
  reader: Reader,
  programme: string,
  moment: Moment,
  inPlay = noPlay,
): (words: Saying) => string {
  const onDays = [moment, { ...moment, asAt: latestDate }].map(
    (day): FindPart =>
      (kind, id) =>
        reader.parts.one(programme, kind, id, day).part,
  );
  const onRecord = (thing: ThingSaid): string | undefined => {
    const entry = thing.kind === 'entry' ? reader.log.entry(thing.id) : undefined;
    if (!entry) return nameOnDays(onDays, thing);
    const { effectiveOn, precision } = envelopeOf(entry);
    return entryCalled({ ...entry, effectiveOn, precision }, onDays);
  };
  return (words) =>
    words
      .map((word) => (typeof word === 'string' ? word : (inPlay.of(word) ?? onRecord(word) ?? word.id)))
      .join('');
}

/** What a thing is called on the first of these days on which it is there; undefined where it is on none. */
export function nameOnDays(days: readonly FindPart[], thing: ThingSaid): string | undefined {
  const { kind, id, of } = thing;
  const kinds = kind === 'maker' ? ['body', 'office'] : [kind];
  for (const find of days) {
    const name = of === undefined ? firstCalled(kinds, id, find) : calledWithin(find(wholeOf(kind), of), id);
    if (name !== undefined) return name;
  }
  return undefined;
}

const wholeOf = (kind: string): string => (kind === 'option' ? 'review' : 'project');

function firstCalled(kinds: readonly string[], id: string, find: FindPart): string | undefined {
  for (const kind of kinds) {
    const part = find(kind, id);
    if (part) return calledInFull(part);
  }
  return undefined;
}

function calledWithin(whole: AnyPart | undefined, id: string): string | undefined {
  const { options, milestones } = (whole ?? {}) as Parts;
  const title = (options ?? milestones)?.find((one) => one.id === id)?.title;
  return title === undefined ? undefined : `“${title}”`;
}

/** An entry, as far as its name goes. */
interface EntryToName {
  readonly type: string;
  readonly stream: string;
  readonly data: object;
  readonly effectiveOn: CivilDate;
  readonly precision?: DatePrecision | undefined;
}

/** What an entry is called: “Unit renamed” of unit “Heritage” (HE) on 1 January 2014. */
export function entryCalled(
  { type, stream, data, effectiveOn, precision = 'day' }: EntryToName,
  days: readonly FindPart[],
): string {
  const about = subjectOfEntry(stream, data);
  const name = about && nameOnDays(days, about);
  const of = about && name !== undefined ? ` of ${about.kind} ${name}` : '';
  const on = precision === 'day' ? 'on' : 'in';
  return `“${entryInWords(type)}”${of} ${on} ${describeDate(effectiveOn, precision)}`;
}

/**
 * Says a thing that the record names by its id, with its kind: 'decision “Found it” (14/00032)'. Of what has no entry any
 * more, that it is not on the record.
 */
export function withKind(
  reader: Reader,
  programme: string,
  moment: Moment,
): (kind: string, id: string) => string {
  const named = inNames(reader, programme, moment);
  return (kind, id) => {
    const name = named([{ kind, id }]);
    return name === id ? notOnRecord(kind) : `${kind} ${name}`;
  };
}

/** How a thing is spoken of that nothing on the record names: its id would tell nobody more. */
export function notOnRecord(kind: string): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind} that is not on the record`;
}

function calledInFull(part: Called): string | undefined {
  const { name = part.title ?? part.description, code = part.reference } = part;
  if (name === undefined) return undefined;
  return code === undefined ? `“${name}”` : `“${name}” (${code})`;
}
