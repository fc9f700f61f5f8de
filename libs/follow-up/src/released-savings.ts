import type { ReviewEvent } from '#programme';
import { followingFrom, type FollowUp } from './follow-up.js';

type Withdrawn = Extract<ReviewEvent, { type: 'ReviewWithdrawn' }>;

/** A withdrawn review releases the savings it was to make: those that stand on its day. */
export const releasedSavings: FollowUp = {
  name: 'released-savings',
  toSeveralStreams: true,
  follows: ['ReviewWithdrawn'],
  from(cause) {
    const { programme, reader, moment } = cause;
    const { review, reason } = cause.event as Withdrawn;
    return reader.parts
      .list(programme, 'saving', moment)
      .filter((saving) => saving.review === review && saving.standing === 'active')
      .map(({ id }) => ({
        ...followingFrom(cause),
        type: 'release-saving',
        saving: id,
        reason: `Review ${review} was withdrawn: ${reason}`,
      }));
  },
};
