import type { Row } from '../columns.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';

/** Every milestone of every project: when it was planned, when it is forecast now, and when it was reached. */
export function milestones(reader: Reader, programme: string, moment: Moment): Row[] {
  return reader.parts.list(programme, 'project', moment).flatMap((project) =>
    project.milestones.map(({ id, title, planned, forecast, forecasts, actual }) => ({
      project: project.id,
      milestone: id,
      title,
      planned: planned.on,
      plannedPrecision: planned.precision,
      forecast: forecast?.on ?? null,
      forecastPrecision: forecast?.precision ?? null,
      reason: forecast?.reason ?? null,
      forecasts,
      actual: actual?.on ?? null,
      // What a closed project did not reach, it never will: an empty day would leave it open.
      neverReached: project.status === 'closed' && actual === undefined,
      illustrative: [planned.made, forecast?.made, actual].some((one) => one?.provenance === 'illustrative'),
    })),
  );
}
