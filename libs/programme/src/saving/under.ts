import { type Facts, refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import { openPortfolio } from '../open-portfolio.js';
import { partIn } from '../part-of-kind.js';
import { portfolioKey } from '../portfolio/state.js';
import { projectKey } from '../project/state.js';
import { reviewKey } from '../review/state.js';
import { unitKey } from '../structure/state.js';

/** What an act would put a saving under. */
export interface Under {
  readonly portfolio?: string;
  readonly review?: string;
  readonly project?: string;
  readonly unit?: string;
}

/** The keys of what an act would put a saving under. */
export function keysUnder({ portfolio, review, project, unit }: Under): readonly string[] {
  return [
    ...(portfolio === undefined ? [] : [portfolioKey(portfolio)]),
    ...(review === undefined ? [] : [reviewKey(review)]),
    ...(project === undefined ? [] : [projectKey(project)]),
    ...(unit === undefined ? [] : [unitKey(unit)]),
  ];
}

/** The portfolio, the review, the project and the unit that a saving would be under stand by then. */
export function* standsUnder(facts: Facts, { portfolio, review, project, unit }: Under): Iterable<Refusal> {
  if (portfolio !== undefined) yield* openPortfolio(facts, portfolio);
  if (review !== undefined) yield* reviewStands(facts, review);
  if (project !== undefined && partIn(facts, 'project', project)?.status !== 'open')
    yield refuse(
      'project-not-open',
      says`No project ${the.project(project)} is open by then: charter it first, date this within its time, or name another`,
    );
  if (unit !== undefined && partIn(facts, 'unit', unit)?.status !== 'open')
    yield refuse(
      'unit-not-open',
      says`No unit ${the.unit(unit)} is open by then: register it first, date this within its time, or name another`,
    );
}

function* reviewStands(facts: Facts, id: string): Iterable<Refusal> {
  const held = partIn(facts, 'review', id);
  if (held && held.standing !== 'withdrawn') return;
  yield refuse(
    'review-not-standing',
    held
      ? says`Review ${the.review(id)} is withdrawn by then: reopen it first, date this earlier, or name another`
      : says`No review ${the.review(id)} is proposed by then: propose it first, date this later, or name another`,
  );
}
