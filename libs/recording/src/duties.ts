import {
  isPartyType,
  ownCaseRule,
  ownCases,
  type DomainEvent,
  envelopeOf,
  type Party,
  type Waived,
} from '#programme';
import type { StoredEvent } from '#event-store';
import type { Entry, Timeline } from '#timeline';

/** Whether duties are kept apart: that nobody records the authorisation of a business case that they submitted. */
export type DutiesApart =
  | { readonly held: 'refuse' }
  /** It is done all the same, and each entry says so, with the reason. */
  | { readonly held: 'waive'; readonly reason: string };

/** The entries of a review that are one side of a business case, by their ids. */
export type Parties = Map<string, Party>;

/** Remembers an entry where it is one side of a business case. */
export function noteParty(parties: Parties, entry: StoredEvent): void {
  const { id, type } = entry;
  if (isPartyType(type)) parties.set(id, { id, type, actor: envelopeOf(entry).actor });
}

/**
 * The new entries that would leave somebody on both sides of a business case. Asked while the change is in the timeline,
 * so that late entries, strikes and replacements are seen as they will stand; what was so before is nobody's fault now.
 */
export function ownCaseEntries<Part>(
  timeline: Timeline<Part, DomainEvent>,
  parties: ReadonlyMap<string, Party>,
  added: readonly Entry<DomainEvent>[],
  struck: readonly string[],
  actor: string,
): ReadonlySet<string> {
  const now = new Map(parties);
  for (const { id, event } of added)
    if (isPartyType(event.type)) now.set(id, { id, type: event.type, actor });
  if (now.size === 0) return new Set();
  const gone = new Set(struck);
  const standing = (ids: Iterable<string>) =>
    timeline
      .inFoldOrder([...ids].filter((id) => !timeline.isStruck(id) && !gone.has(id)))
      .flatMap(({ id }) => now.get(id) ?? []);
  const before = timeline
    .inFoldOrder([...parties.keys()].filter((id) => !timeline.isStruck(id) || gone.has(id)))
    .flatMap(({ id }) => now.get(id) ?? []);
  const pair = ({ submitted, authorised }: { submitted: Party; authorised: Party }) =>
    `${submitted.id} ${authorised.id}`;
  const known = new Set(ownCases(before).map(pair));
  const fresh = ownCases(standing(now.keys())).filter((own) => !known.has(pair(own)));
  return new Set(fresh.flatMap(({ submitted, authorised }) => [submitted.id, authorised.id]));
}

/** What an entry says where the rule was waived for it. */
export const waivedFor = (reason: string): Waived => ({ rule: ownCaseRule, reason });
