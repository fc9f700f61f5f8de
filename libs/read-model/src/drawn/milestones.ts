import {
  count,
  day,
  id,
  illustrative,
  isIllustrative,
  orNull,
  precision,
  text,
  yesOrNo,
} from '../columns.js';
import { lines } from '../list.js';

/** Every milestone of every project: when it was planned, when it is forecast now, and when it was reached. */
export const milestones = lines({
  name: 'milestones',
  says: 'Every milestone of every project: planned, forecast and reached',
  streams: ['project'],
  columns: {
    ...{ project: id, milestone: id, title: text, planned: day, plannedPrecision: precision },
    ...{ forecast: orNull(day), forecastPrecision: orNull(precision), reason: orNull(text) },
    ...{ forecasts: count, actual: orNull(day), neverReached: yesOrNo, illustrative },
  },
  rows: (reader, programme, moment) =>
    reader.parts.list(programme, 'project', moment).flatMap((project) =>
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
        illustrative: [planned.made, forecast?.made, actual].some((one) => isIllustrative(one?.provenance)),
      })),
    ),
});
