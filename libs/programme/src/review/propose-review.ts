import { factOf, onDay, refuse, says, the } from '#acts';
import { idOf, name, optional, required } from '#fields';
import { partIn } from '../part-of-kind.js';
import { serviceKey } from '../service/state.js';
import { act } from './reviews.js';
import { reviewIn, reviewKey, reviewPart } from './state.js';

export const proposeReview = act({
  command: 'propose-review',
  event: 'ReviewProposed',
  version: 1,
  says: 'Proposes a review.',
  happened: 'A review was proposed',
  fields: {
    review: required(idOf('review', 'new'), 'The review.'),
    name: required(name, 'What the review is called.'),
    service: optional(idOf('service'), 'The service under review, registered by that day.'),
    phase: optional(idOf('phase'), 'The phase it belongs to.'),
    tranche: optional(idOf('tranche'), 'The tranche it belongs to.'),
  },
  reads: ({ service }) => (service === undefined ? [] : [serviceKey(service)]),
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id }) {
    const review = reviewIn(state, id);
    if (review) {
      yield refuse(
        'review-already-proposed',
        says`Review ${the.review(id)} was proposed on ${onDay(review.proposed)}: strike that entry to correct it`,
      );
    }
  },
  *meaninglessElsewhere(facts, { service: id }) {
    if (id === undefined) return;
    const service = partIn(facts, 'service', id);
    if (!service) {
      yield refuse(
        'unknown-service',
        says`No service ${the.service(id)} is registered by then: register it first, date this later, or name another`,
      );
    }
    if (service?.withdrawn) {
      yield refuse(
        'service-withdrawn',
        says`Service ${the.service(id)} was withdrawn on ${onDay(service.withdrawn)}: date this earlier, or name another`,
      );
    }
  },
  evolve(_state, entry) {
    const { review: id, name: called, service, phase, tranche, source } = entry;
    const fact = factOf(entry);
    const proposal = { id, name: called, service, phase, tranche, proposed: fact, source };
    const start = { stage: 'proposed', stageSince: fact, standing: 'active' } as const;
    const stages = [{ stage: start.stage, ...fact }];
    const stageLog = [{ stage: start.stage, how: 'reached', ...fact } as const];
    const logs = { stages, stageLog, standingLog: [] };
    return [[reviewKey(id), reviewPart({ ...proposal, ...start, ...logs, engagement: [], options: [] })]];
  },
  example: {
    takenOn: '2013-09-19',
    review: 'legal-services',
    name: 'Review of Legal Services',
    service: 'legal-services',
    phase: 'phase-1',
    tranche: 'first',
  },
});
