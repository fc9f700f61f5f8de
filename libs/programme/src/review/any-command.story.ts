import type { Recorded } from '#acts';
import { civilDate } from '#calendar';
import {
  deliveryModels,
  reviewOutcomes,
  reviewStages,
  reviewStream,
  type ReviewCommand,
  type ReviewEvent,
  type ReviewPart,
} from './index.js';

// Commands for the laws of a review: only specs import this file.

/** Picks one of so many: a whole number from 0, below `of`. */
export type Pick = (of: number) => number;

export const anyDays = [
  '2013-09-19',
  '2013-10-21',
  '2014-04-30',
  '2014-05-15',
  '2014-07-17',
  '2016-03-21',
  '2017-06-01',
].map(civilDate);

const options = ['as-it-is', 'commercial-partner', 'wholly-owned-company'] as const;
const words = ['It is slower', 'It costs more', ' '] as const;
const provenances = ['observed', 'minuted', 'reconstructed', 'illustrative'] as const;
const rules = ['stage-out-of-order', 'no-predetermination', 'spectrum-not-appraised', 'review-deferred'];

const oneOf = <T>(pick: Pick, values: readonly T[]): T => values[pick(values.length)] as T;
const maybe = <T>(pick: Pick, value: T): T | undefined => (pick(2) === 0 ? value : undefined);

/** What every command carries: one in six with an exception, where exceptions are made at all. */
export function anyDates(pick: Pick, excused: boolean): Recorded & { readonly review: string } {
  const exception = { rule: oneOf(pick, rules), reason: 'not in the source' };
  return {
    review: 'legal-services',
    effectiveOn: oneOf(pick, anyDays),
    provenance: oneOf(pick, provenances),
    ...(pick(6) === 0 && excused && { exception }),
  };
}

/** Any command about one review, sensible or not. */
export function anyCommand(pick: Pick, excused = true): ReviewCommand {
  const type = oneOf(pick, Object.keys(reviewStream.commands) as ReviewCommand['type'][]);
  return asking({ ...anyDates(pick, excused), type, ...anySaying(pick, type) });
}

/** The event that says the same as a command, whether or not it could be recorded. */
export function eventSaying({ programme: _programme, type, ...said }: ReviewCommand): ReviewEvent {
  return { ...said, type: reviewStream.commands[type].adds[0] } as ReviewEvent;
}

function asking(said: object): ReviewCommand {
  return JSON.parse(JSON.stringify({ programme: 'county', ...said })) as ReviewCommand;
}

function anySaying(pick: Pick, type: ReviewCommand['type']): object {
  const option = oneOf(pick, options);
  const reason = oneOf(pick, words);
  switch (type) {
    case 'propose-review':
      return { name: reason, phase: maybe(pick, 'phase-1') };
    case 'plan-outcome':
    case 'move-outcome': {
      const due = { precision: 'day', on: oneOf(pick, anyDays) };
      return { outcome: oneOf(pick, reviewOutcomes), due, ...(type === 'move-outcome' && { reason }) };
    }
    case 'name-review-team':
      return {
        members: [
          { role: 'Lawyer', from: 'in-house' },
          { from: 'external', role: reason },
        ].slice(pick(3)),
      };
    case 'record-service-understanding':
    case 'agree-scoping-brief':
    case 'conclude-appraisal':
    case 'submit-full-business-case':
    case 'complete-review':
      return { summary: reason };
    case 'record-market-engagement':
      return { activity: reason, reference: maybe(pick, '2014/S 1') };
    case 'identify-option': {
      const outline = { option, title: reason, scope: 'whole', model: oneOf(pick, deliveryModels) };
      return { ...outline, provider: maybe(pick, 'The council'), asIs: pick(2) === 0 };
    }
    case 'appraise-option':
      return { option, score: maybe(pick, pick(1_000)), summary: maybe(pick, reason) };
    case 'reject-option':
      return { option, reason };
    case 'endorse-option':
      return { option, by: 'Cabinet Committee' };
    case 'choose-option':
      return { option, reasons: options.slice(pick(4)).map((other) => ({ option: other, reason })) };
    case 'authorise-to-proceed':
    case 'authorise-full-business-case':
      return { by: maybe(pick, 'Cabinet') };
    case 'start-implementation':
      return {};
    case 'defer-review':
      return { reason, until: maybe(pick, { precision: 'day', on: oneOf(pick, anyDays) }) };
    case 'resume-review':
      return { reason: maybe(pick, reason) };
    case 'refer-review-back':
      return { reason, to: maybe(pick, 'Cabinet') };
    case 'withdraw-review':
    case 'reopen-review':
      return { reason };
  }
}

/** The command that leads a review on from where it is: the next thing missing on the way to its end. */
export function onward(
  review: ReviewPart | undefined,
  dates: Recorded & { readonly review: string },
): ReviewCommand {
  const ask = (said: object) => asking({ ...dates, ...said });
  if (!review) return ask({ type: 'propose-review', name: 'Legal Services' });
  if (review.standing === 'deferred') return ask({ type: 'resume-review' });
  if (review.standing === 'withdrawn') return ask({ type: 'reopen-review', reason: 'A new offer' });
  const held = new Set(review.options.map(({ id }) => id));
  const missing = options.slice(0, 2).find((id) => !held.has(id));
  if (missing !== undefined) {
    const asIs = !review.options.some((option) => option.asIs) && (missing === 'as-it-is' || held.size > 0);
    return ask({
      type: 'identify-option',
      option: missing,
      title: 'An option',
      scope: 'whole',
      model: 'JV',
      asIs,
    });
  }
  const open = review.options.find(({ appraisal }) => !appraisal);
  if (open) return ask({ type: 'appraise-option', option: open.id, score: 500 });
  if (review.stage === 'options-appraised') {
    const [chosen = '', ...others] = held;
    return ask({
      type: 'choose-option',
      option: chosen,
      reasons: others.map((option) => ({ option, reason: 'Slow' })),
    });
  }
  const next = leadsOn[reviewStages.indexOf(review.stage)] as ReviewCommand['type'];
  return ask({ type: next, ...(next === 'reopen-review' && { reason: 'It is not done' }) });
}

const leadsOn: readonly ReviewCommand['type'][] = [
  'agree-scoping-brief',
  'conclude-appraisal',
  'choose-option',
  'authorise-to-proceed',
  'submit-full-business-case',
  'authorise-full-business-case',
  'start-implementation',
  'complete-review',
  'reopen-review',
];
