import { factOf, listed, onDay, type Recorded, refuse, says, the } from '#acts';
import { listOf, objectOf, optional } from '#fields';
import type { Refusal } from '#timeline';
import { inOrder, reaching, type Move } from './moves.js';
import { against, option, type OptionReason } from './option-fields.js';
import { formerRejections, identified, reasoned } from './options.js';
import { review } from './review-fields.js';
import { act, changed, type State } from './reviews.js';
import { notPredetermined } from './spectrum.js';
import { appraisedAndGoingOn } from './stages.js';
import { optionPart, reviewIn, reviewKey, type ReviewOption } from './state.js';

const move: Move = { to: 'option-chosen', from: appraisedAndGoingOn };

interface Choice {
  readonly review: string;
  readonly option: string;
  readonly reasons: readonly OptionReason[];
}

export const chooseOption = act({
  command: 'choose-option',
  event: 'OptionChosen',
  version: 1,
  says: 'Chooses the preferred option, with the reasons against the others.',
  happened: 'An option was chosen',
  fields: {
    review,
    option,
    reasons: optional(
      listOf(objectOf(against)),
      'A reason for each option that is not chosen and not yet rejected.',
    ),
  },
  settles: ({ reasons = [] }) => ({ reasons }),
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, entry) {
    yield* identified(state, entry.review, entry.option);
    yield* notChosenYet(state, entry);
    yield* oneReasonEach(state, entry);
    yield* reasoned(entry.review, entry.reasons);
  },
  *breaches(state, entry) {
    yield* inOrder(state, entry.review, move);
    yield* notPredetermined(state, entry.review, entry.option);
    yield* everyOtherReasoned(state, entry);
  },
  evolve: (state, entry) =>
    changed(state, entry.review, (before) => ({
      ...reaching(before, entry, move.to, {}, { option: entry.option }),
      options: before.options.map((one) => afterChoice(one, entry)),
      chosen: { option: entry.option, chosen: factOf(entry) },
    })),
  example: {
    takenOn: '2014-05-15',
    decision: 'legal-option',
    provenance: 'reconstructed',
    source: 'Press of April 2014',
    exception: { rule: 'option-without-reason', reason: 'not in the source' },
    review: 'legal-services',
    option: 'commercial-partner',
    reasons: [{ option: 'shared-service', reason: 'No authority was ready to share' }],
  },
});

function* notChosenYet(state: State, { review: id, option: chosen }: Choice): Iterable<Refusal> {
  const { stage, chosen: before } = reviewIn(state, id) ?? {};
  if (stage === move.to && before?.option === chosen) {
    yield refuse(
      'option-already-chosen',
      says`Option ${the.option(chosen, id)} of review ${the.review(id)} was chosen on ${onDay(before.chosen)}: strike that entry to correct it`,
    );
  }
}

function* oneReasonEach(state: State, { review: id, option: chosen, reasons }: Choice): Iterable<Refusal> {
  const named = new Set<string>();
  for (const { option: other } of reasons) {
    yield* identified(state, id, other);
    if (other === chosen) {
      yield refuse(
        'reason-against-chosen',
        says`Option ${the.option(chosen, id)} is the one chosen: give reasons against the others only`,
      );
    }
    if (named.has(other)) {
      yield refuse(
        'reason-twice',
        says`Option ${the.option(other, id)} has two reasons against it: give one, and all of it there`,
      );
    }
    named.add(other);
  }
}

/** The option chosen before lost its rejection when it was chosen, so it needs a reason like every other. */
function* everyOtherReasoned(
  state: State,
  { review: id, option: chosen, reasons }: Choice,
): Iterable<Refusal> {
  const named = new Set([chosen, ...reasons.map((reason) => reason.option)]);
  const options = reviewIn(state, id)?.options ?? [];
  const open = options.filter((one) => !one.rejection && !named.has(one.id)).map((one) => one.id);
  if (open.length === 0) return;
  yield refuse(
    'option-without-reason',
    says`Say why each option was not chosen: there is no reason yet against ${listed(
      open.map((one) => the.option(one, id)),
      ', ',
    )}. Give it with the choice, or reject it first`,
  );
}

/** The option chosen is no longer rejected; the others are, where a reason comes with the choice. */
function afterChoice(held: ReviewOption, choice: Choice & Recorded): ReviewOption {
  if (held.id === choice.option) {
    return optionPart({ ...held, ...formerRejections(held), rejection: undefined });
  }
  const reason = choice.reasons.find((one) => one.option === held.id)?.reason;
  return reason === undefined
    ? held
    : optionPart({ ...held, ...formerRejections(held), rejection: { reason, rejected: factOf(choice) } });
}
