import type { StoredEvent } from '#event-store';
import { isTaken, envelopeOf, type RuleException, type TakenDecision } from '#programme';
import { gatesOpened } from './gates-opened.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** The entries by which a review goes on, stops or goes back. */
const reviewStepTypes = [
  'ReviewProposed',
  'ScopingBriefAgreed',
  'OptionsAppraised',
  'OptionChosen',
  'AuthorisedToProceed',
  'FullBusinessCaseSubmitted',
  'FullBusinessCaseAuthorised',
  'ImplementationStarted',
  'ReviewCompleted',
  'ReviewDeferred',
  'ReviewResumed',
  'ReviewReferredBack',
  'ReviewWithdrawn',
  'ReviewReopened',
] as const;
export type ReviewStepType = (typeof reviewStepTypes)[number];

/** A step of a review that is on the record, and what it stands on. */
export interface ReviewStep {
  readonly entry: StoredEvent;
  readonly type: ReviewStepType;
  /** The option that was preferred once it was taken; absent where none was. */
  readonly option?: { readonly id: string; readonly title: string };
  /** The id of the decision that it follows from, or of the one that opened its gate; absent where it names none. */
  readonly decision?: string;
  /** That decision, where it is taken by the day that is asked about. */
  readonly taken?: TakenDecision;
  /** The rule that it sets aside, and why. */
  readonly exception?: RuleException;
}

/** Every step of a review by a day, in the order in which they hold, whether it names a decision or not. */
export function reviewSteps(reader: Reader, programme: string, id: string, moment: Moment): ReviewStep[] {
  const review = reader.parts.one(programme, 'review', id, moment).part;
  const titleOf = (option: string) => review?.options.find((one) => one.id === option)?.title ?? option;
  let preferred: string | undefined;
  const entries = reader.log.believedIn(programme, `${programme}/review/${id}`, moment);
  const opened = gatesOpened(entries);
  return entries.flatMap((entry): ReviewStep[] => {
    if (!isStep(entry.type)) return [];
    const envelope = envelopeOf(entry);
    const { option } = entry.data as { option?: string };
    if (entry.type === 'OptionChosen') preferred = option;
    if (entry.type === 'ReviewReferredBack') preferred = undefined;
    const decision = envelope.decision ?? opened.get(entry.id);
    const part =
      decision === undefined ? undefined : reader.parts.one(programme, 'decision', decision, moment).part;
    return [
      {
        entry,
        type: entry.type,
        ...(preferred !== undefined && { option: { id: preferred, title: titleOf(preferred) } }),
        ...(decision !== undefined && { decision }),
        ...(isTaken(part) && { taken: part }),
        ...(envelope.exception && { exception: envelope.exception }),
      },
    ];
  });
}

const isStep = (type: string): type is ReviewStepType =>
  (reviewStepTypes as readonly string[]).includes(type);
