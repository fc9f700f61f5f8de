import { addDays, type CivilDate } from '#calendar';
import { isTaken } from '#programme';
import type { Moment, Reader } from '#read-model';
import { pageAddress, type Where } from '../addresses-of-pages.js';
import { dated } from '../words.js';

/** Two dates of knowledge that somebody may well mean, in a click; what they are about comes first. */
export interface Choice {
  readonly about: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The decisions of a thing that a page offers: more would hide the form. */
const mostDecisions = 4;

/**
 * The pairs a reader is likely to want: the day itself and now; and for each of the last decisions that the thing stands
 * on, the day before and the day of it, and that day and now.
 */
export function quickChoices(
  reader: Reader,
  where: Where,
  moment: Moment,
  now: CivilDate,
  thing: { readonly kind: string; readonly id: string } | undefined,
): Choice[] {
  const to = (knownFrom: string, knownTo: string, asAt?: string) =>
    pageAddress(where, 'compare', {
      ...(asAt !== undefined && { asAt }),
      knownFrom,
      knownTo,
      ...(thing && { thing: `${thing.kind}/${thing.id}` }),
    });
  const decisions = thing === undefined ? [] : decisionsOf(reader, where.programme, thing, moment);
  return [
    { about: 'This day', links: [{ text: 'that day, and now', href: to(moment.asAt, now) }] },
    ...decisions.map(({ title, takenOn, precision }): Choice => ({
      about: `${title}, ${dated(takenOn, precision)}`,
      links: [
        { text: 'the day before, and that day', href: to(addDays(takenOn, -1), takenOn, takenOn) },
        { text: 'that day, and now', href: to(takenOn, now, takenOn) },
      ],
    })),
  ];
}

function decisionsOf(
  reader: Reader,
  programme: string,
  { kind, id }: { readonly kind: string; readonly id: string },
  moment: Moment,
) {
  const ids =
    kind === 'decision'
      ? [id]
      : reader.log
          .history(programme, { id, kind }, moment, { most: 10_000 })
          .flatMap(({ entry, struckBy }) => (struckBy ? [] : [entry.envelope['decision']]));
  return [...new Set(ids)]
    .flatMap((one) => {
      if (typeof one !== 'string') return [];
      const { part } = reader.parts.one(programme, 'decision', one, moment);
      return isTaken(part) ? [part] : [];
    })
    .sort((a, b) => (a.takenOn < b.takenOn ? 1 : a.takenOn > b.takenOn ? -1 : 0))
    .slice(0, mostDecisions);
}
