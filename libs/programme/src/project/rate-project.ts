import { scaleKey } from '../programme/scale.js';
import { act, changed, chartered, goingOn, project } from './projects.js';
import { ratingFields } from './rating-fields.js';
import { onTheScale, withRating } from './rating.js';
import { projectKey } from './state.js';

export const rateProject = act({
  command: 'rate-project',
  event: 'ProjectRated',
  version: 1,
  says: 'Reports how a project was rated on a scale in force that day, by whom and on what.',
  happened: 'A project was rated',
  fields: { project, ...ratingFields },
  reads: ({ scale }) => [scaleKey(scale)],
  touches: ({ project: id }) => [projectKey(id)],
  meaningless: (state, { project: id }) => chartered(state, id),
  breaches: (state, { project: id }) => goingOn(state, id),
  meaninglessElsewhere: (facts, entry) => onTheScale(facts, entry),
  evolve: (state, entry) =>
    changed(state, entry.project, ({ ratings }) => ({ ratings: withRating(ratings, entry) })),
  example: {
    effectiveOn: '2016-09-30',
    source: 'Gate review, September 2016',
    project: 'legal-company',
    measure: 'delivery-confidence',
    scale: 'delivery-confidence',
    version: 2,
    point: 'medium',
    assessor: 'Head of Internal Audit',
    independence: 'independent',
    basis: 'Gate review of the plan and the licence application',
  },
});
