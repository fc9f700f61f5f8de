import { latestDate } from '#calendar';
import type { AnyPart, ReviewPart } from '#programme';
import type { Saying, ThingSaid } from '#timeline';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

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

/**
 * Says the things that words name as people know them: by their names on a day, as far as is known at a moment, with the
 * code or the reference of each; what has no name on that day by the one it has on another, and what is not on the record
 * as it was said.
 */
export function inNames(reader: Reader, programme: string, moment: Moment): (words: Saying) => string {
  const days = [moment, { ...moment, asAt: latestDate }];
  const called = (kind: string, id: string): string | undefined => {
    for (const day of days) {
      const { part } = reader.parts.one(programme, kind, id, day);
      if (part) return calledInFull(part);
    }
    return undefined;
  };
  const within = ({ kind, id, of = '' }: ThingSaid): string | undefined => {
    for (const day of days) {
      const { part } = reader.parts.one(programme, kind === 'option' ? 'review' : 'project', of, day);
      const { options, milestones } = (part ?? {}) as Parts;
      const title = (options ?? milestones)?.find((one) => one.id === id)?.title;
      if (title !== undefined) return `“${title}”`;
    }
    return undefined;
  };
  const nameOf = (thing: ThingSaid): string | undefined => {
    if (thing.of !== undefined) return within(thing);
    if (thing.kind === 'maker') return called('body', thing.id) ?? called('office', thing.id);
    return called(thing.kind, thing.id);
  };
  return (words) =>
    words.map((word) => (typeof word === 'string' ? word : (nameOf(word) ?? word.id))).join('');
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
