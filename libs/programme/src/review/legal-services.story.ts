import type { Recorded } from '#acts';
import { civilDate } from '#calendar';
import type { InTime } from '../command.contract.js';
import { reviewStages, type ReviewCommand, type ReviewEvent, type ReviewStage } from './index.js';
import { reviewKey } from './state.js';

/** What is said of the review of Legal Services, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'review' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** The key of the review of Legal Services, which the specs tell of; only specs import this file. */
export const legalServices = reviewKey('legal-services');

/** An entry of the review of Legal Services. */
export function happened(day: string, said: Said<ReviewEvent>): ReviewEvent {
  return { review: 'legal-services', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the review of Legal Services. */
export function asked(day: string, said: Said<ReviewCommand>): ReviewCommand {
  const who = { programme: 'county', review: 'legal-services' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

export const asItIs = {
  option: 'as-it-is',
  title: 'Legal Services as it is',
  scope: 'whole',
  model: 'INH',
  asIs: true,
} as const;

export const partner = {
  option: 'commercial-partner',
  title: 'Joint venture with a commercial partner',
  scope: 'whole',
  model: 'JV',
  asIs: false,
} as const;

export const company = {
  option: 'wholly-owned-company',
  title: 'Company wholly owned by the council',
  scope: 'whole',
  model: 'TRD',
  asIs: false,
} as const;

export const noCapital = { option: 'as-it-is', reason: 'It gives no way to raise capital for growth' };

/** From the proposal to the last stage: one entry a stage, and the two appraisals that the choice stands on. */
const way: readonly ReviewEvent[] = [
  happened('2013-09-19', { type: 'ReviewProposed', name: 'Legal Services' }),
  happened('2013-10-21', { type: 'ScopingBriefAgreed' }),
  happened('2013-12-18', { type: 'OptionIdentified', ...asItIs }),
  happened('2013-12-18', { type: 'OptionIdentified', ...partner }),
  happened('2014-02-20', { type: 'OptionAppraised', option: 'as-it-is', score: 450 }),
  happened('2014-03-03', { type: 'OptionAppraised', option: 'commercial-partner', score: 640 }),
  happened('2014-04-30', { type: 'OptionsAppraised' }),
  happened('2014-05-15', { type: 'OptionChosen', option: 'commercial-partner', reasons: [noCapital] }),
  happened('2014-07-17', { type: 'AuthorisedToProceed' }),
  happened('2015-09-09', { type: 'FullBusinessCaseSubmitted' }),
  happened('2015-10-12', { type: 'FullBusinessCaseAuthorised' }),
  happened('2016-04-01', { type: 'ImplementationStarted' }),
  happened('2017-06-01', { type: 'ReviewCompleted' }),
];

const lengths: Readonly<Record<ReviewStage, number>> = {
  proposed: 1,
  'brief-agreed': 2,
  'options-appraised': 7,
  'option-chosen': 8,
  'authorised-to-proceed': 9,
  'full-case-submitted': 10,
  'full-case-authorised': 11,
  implementing: 12,
  complete: 13,
};

/** The entries that lead the review to a stage, and no further. */
export function upTo(stage: ReviewStage): readonly ReviewEvent[] {
  return way.slice(0, lengths[stage]);
}

/** The entries up to where the options are appraised one by one and the appraisal is not yet concluded. */
export const appraisedOneByOne: readonly ReviewEvent[] = way.slice(0, lengths['options-appraised'] - 1);

/** Each stage with the entries that lead to it. */
export const everyStage: readonly (readonly [ReviewStage, readonly ReviewEvent[]])[] = reviewStages.map(
  (stage) => [stage, upTo(stage)],
);

/** A command about a review with what it comes to, and what puts it late, ahead and right. */
export type ReviewInTime = InTime<ReviewCommand, ReviewEvent>;

/** The same said as a command and as the event it comes to, on one day. */
export function said(
  day: string,
  command: Said<ReviewCommand>,
  event: Said<ReviewEvent>,
): Pick<ReviewInTime, 'command' | 'event'> {
  return { command: asked(day, command), event: happened(day, event) };
}

/** The same event again on a later day, where it could not follow itself. */
export function again(
  { event }: Pick<ReviewInTime, 'event'>,
  day: string,
  refused: string,
): Required<ReviewInTime>['contradicts'] {
  return { entry: { ...event, effectiveOn: civilDate(day) }, refused };
}
