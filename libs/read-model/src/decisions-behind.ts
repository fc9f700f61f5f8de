import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** A thing on the record by its kind and id. */
export interface ThingNamed {
  readonly kind: string;
  readonly id: string;
}

/** More entries than a thing ever has. */
const everyEntry = 1_000_000;

/** The decisions from which something of a thing follows: an entry about it carries them, or passed a gate they opened. */
export function decisionsBehind(
  reader: Reader,
  programme: string,
  { kind, id }: ThingNamed,
  moment: Moment,
): ReadonlySet<string> {
  const limits = { upTo: moment.asAt, most: everyEntry };
  const ids = reader.log
    .history(programme, { kind, id }, moment, limits)
    .filter(({ struckBy }) => !struckBy)
    .map(({ entry }) => entry.envelope['decision']);
  const review = kind === 'review' ? reader.parts.one(programme, kind, id, moment).part : undefined;
  ids.push(...(review?.stageLog ?? []).map(({ authorisation }) => authorisation));
  return new Set(ids.filter((one): one is string => typeof one === 'string'));
}

/**
 * The decisions behind a portfolio: those that led to it, to a project that is in it on the day, to the review that the
 * project came from, or to a saving that stands under it.
 */
export function decisionsBehindPortfolio(
  reader: Reader,
  programme: string,
  id: string,
  moment: Moment,
): ReadonlySet<string> {
  const projects = reader.parts
    .list(programme, 'project', moment)
    .filter(({ portfolio }) => portfolio === id);
  const reviews = reader.parts
    .list(programme, 'review', moment)
    .filter(
      (review) =>
        projects.some((project) => project.review === review.id) ||
        review.stages.some(({ portfolio }) => portfolio === id),
    );
  const savings = reader.parts.list(programme, 'saving', moment).filter(({ portfolio }) => portfolio === id);
  const things: ThingNamed[] = [{ kind: 'portfolio', id }, ...projects, ...reviews, ...savings];
  return new Set(things.flatMap((thing) => [...decisionsBehind(reader, programme, thing, moment)]));
}
