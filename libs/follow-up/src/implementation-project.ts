import type { PortfolioPart, ReviewEvent, ReviewPart } from '#programme';
import { followingFrom, type FollowUp } from './follow-up.js';

type Authorised = Extract<ReviewEvent, { type: 'FullBusinessCaseAuthorised' }>;

/**
 * An authorised full business case opens its implementation project, in the portfolio that the authorisation names. A
 * project that the review led to already is enough.
 */
export const implementationProject: FollowUp = {
  name: 'implementation-project',
  follows: ['FullBusinessCaseAuthorised'],
  from(cause) {
    const { programme, reader, moment } = cause;
    const { review, portfolio } = cause.event as Authorised;
    const led = reader.parts.list(programme, 'project', moment).some((project) => project.review === review);
    if (led) return [];
    const { part } = reader.parts.one(programme, 'review', review, moment) as {
      part: ReviewPart | undefined;
    };
    if (!part) return [];
    if (portfolio === undefined) {
      return {
        waiting: `The authorisation of ${review} names no portfolio: charter its implementation project with charter-project`,
      };
    }
    const held = reader.parts.one(programme, 'portfolio', portfolio, moment) as {
      part: PortfolioPart | undefined;
    };
    if (held.part?.status !== 'open') {
      return {
        waiting: `Portfolio ${portfolio} is not open on that day: open it, or charter the project of ${review} in another`,
      };
    }
    return [
      {
        ...followingFrom(cause),
        type: 'charter-project',
        project: `${review}-implementation`,
        name: `${part.name}: implementation`,
        portfolio,
        review,
      },
    ];
  },
};
