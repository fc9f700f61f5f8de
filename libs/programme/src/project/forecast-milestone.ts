import { factOf, present } from '#acts';
import { idOf, optional, plannedDate, required, text } from '#fields';
import { same } from '#timeline';
import { awaited, changedMilestone } from './milestones.js';
import { act, goingOn, project } from './projects.js';
import { projectKey } from './state.js';

export const forecastMilestone = act({
  command: 'forecast-milestone',
  event: 'MilestoneForecast',
  version: 1,
  says: 'Forecasts a milestone for another date.',
  happened: 'A milestone is expected on another day',
  fields: {
    project,
    milestone: required(idOf('milestone', 'old', 'project'), 'The milestone.'),
    forecast: required(plannedDate, 'When it is now expected to be reached.'),
    reason: optional(text, 'Why the expectation changes.'),
  },
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, entry) => awaited(state, entry),
  breaches: (state, { project: id }) => goingOn(state, id),
  evolve: (state, entry) =>
    changedMilestone(state, entry, (held) => {
      const { on, precision } = entry.forecast;
      const forecast = { on, precision, ...present({ reason: entry.reason }), made: factOf(entry) };
      // Word for word the forecast that stands: nobody forecast anew.
      if (same(held.forecast, forecast)) return {};
      const { forecasts, forecastLog } = held;
      return { forecast, forecasts: forecasts + 1, forecastLog: [...forecastLog, forecast] };
    }),
  example: {
    effectiveOn: '2016-11-14',
    project: 'legal-company',
    milestone: 'go-live',
    forecast: '2017-04',
    reason: 'The licence takes longer',
  },
});
