import type { CivilDate } from '#calendar';
import {
  independences,
  mappedPoint,
  ratingMeasures,
  readBack,
  versionInForce,
  type ProjectEvent,
  type ScalePart,
} from '#programme';
import { compareInFoldOrder, placeOf, type Placed } from '#timeline';
import {
  count,
  day,
  entry,
  id,
  illustrative,
  isIllustrative,
  oneOf,
  orNull,
  precision,
  provenance,
  text,
  yesOrNo,
  type RowOf,
} from './columns.js';
import type { HistoryEntry } from './log.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

type ProjectRated = Extract<ProjectEvent, { type: 'ProjectRated' }>;

/** A rating on the record: the id of its entry, and what was given. */
interface RatingEntry {
  readonly id: string;
  readonly rating: ProjectRated;
}

export const ratingColumns = {
  ...{ id: entry, project: id, name: text, portfolio: id, portfolioWhenRated: orNull(id) },
  ...{ measure: oneOf(...ratingMeasures), ratedOn: day, ratedPrecision: precision },
  /** Whether none of its measure came after it. */
  last: yesOrNo,
  ...{ scale: id, version: count, point: text, label: orNull(text), versionInForce: orNull(count) },
  ...{ mappedPoint: orNull(text), mappedLabel: orNull(text), mapping: text },
  ...{ assessor: text, independence: oneOf(...independences), basis: text, source: orNull(text) },
  ...{ provenance, illustrative },
};
/** A rating as it was given, beside what it comes to on the scale in force. */
export type RatingRow = RowOf<typeof ratingColumns>;

/** More ratings than a project is ever given. */
const everyEntry = 1_000_000;

/**
 * Every rating given by a day and believed, of the projects that exist then: by portfolio as at that day, project and
 * measure, in the order of time. Each stands as it was given; beside it is the point of the scale in force at that day
 * that it comes to, which is worked out here and stored nowhere.
 */
export function ratings(reader: Reader, programme: string, moment: Moment): RatingRow[] {
  const scales = new Map(reader.parts.list(programme, 'scale', moment).map((scale) => [scale.id, scale]));
  return reader.parts
    .list(programme, 'project', moment)
    .sort((a, b) => compare(a.portfolio, b.portfolio) || compare(a.id, b.id))
    .flatMap((project) => {
      const given = ratingsOf(reader, programme, project.id, moment);
      return ratingMeasures.flatMap((measure) => {
        const ofMeasure = given.filter(({ rating }) => rating.measure === measure);
        return ofMeasure.map(({ id, rating }, at) => ({
          id,
          project: project.id,
          name: project.name,
          portfolio: project.portfolio,
          portfolioWhenRated: portfolioOn(reader, programme, project.id, moment, rating.effectiveOn),
          measure,
          ratedOn: rating.effectiveOn,
          ratedPrecision: rating.precision ?? 'day',
          last: at === ofMeasure.length - 1,
          ...asGivenAndMapped(scales.get(rating.scale), rating),
          assessor: rating.assessor,
          independence: rating.independence,
          basis: rating.basis,
          source: rating.source ?? null,
          provenance: rating.provenance,
          illustrative: isIllustrative(rating.provenance),
        }));
      });
    });
}

function asGivenAndMapped(scale: ScalePart | undefined, { scale: id, version, point }: ProjectRated) {
  const versionGiven = scale?.versions.find((one) => one.version === version);
  const mapped = scale && mappedPoint(scale, version, point);
  return {
    scale: id,
    version,
    point,
    label: versionGiven?.points.find((one) => one.id === point)?.label ?? null,
    versionInForce: scale ? versionInForce(scale).version : null,
    mappedPoint: mapped?.id ?? null,
    mappedLabel: mapped?.label ?? null,
    mapping: mappingInWords(scale, id, version, mapped !== undefined),
  };
}

/** How the mapped point came about. A rating outlives a correction of its scale, so there may be none. */
function mappingInWords(
  scale: ScalePart | undefined,
  id: string,
  version: number,
  isMapped: boolean,
): string {
  if (!isMapped) return `not mapped: ${id} version ${version} or its point is not on the record`;
  return scale && versionInForce(scale).version === version
    ? 'as given'
    : `mapped from ${id} version ${version}`;
}

function portfolioOn(reader: Reader, programme: string, project: string, moment: Moment, day: CivilDate) {
  const { part } = reader.parts.one(programme, 'project', project, { ...moment, asAt: day });
  return part?.portfolio ?? null;
}

/** The believed ratings of a project, in fold order. */
function ratingsOf(reader: Reader, programme: string, id: string, moment: Moment): RatingEntry[] {
  const history = reader.log.history(programme, { id, kind: 'project' }, moment, {
    upTo: moment.asAt,
    most: everyEntry,
  });
  return inFoldOrder(history).flatMap(({ entry, struckBy }) =>
    struckBy || entry.type !== 'ProjectRated'
      ? []
      : [{ id: entry.id, rating: readBack(entry) as ProjectRated }],
  );
}

/** Entries in fold order, given in log order. Those struck are among them: a replacement has the place of one. */
function inFoldOrder(history: readonly HistoryEntry[]): HistoryEntry[] {
  const placed = new Map<string, Placed>();
  for (const { entry } of history) {
    const { id, revision, envelope } = entry;
    const { effectiveOn, replaces } = envelope as { effectiveOn: CivilDate; replaces?: string };
    const replaced = replaces === undefined ? undefined : placed.get(replaces);
    placed.set(id, { effectiveOn, place: placeOf({ revision, effectiveOn }, replaced) });
  }
  const place = ({ entry }: HistoryEntry) => placed.get(entry.id) as Placed;
  return [...history].sort((a, b) => compareInFoldOrder(place(a), place(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
