import { dayInWords, isTaken, lastDayOf, type Fact, type ReviewPart } from '#programme';
import { notChecked } from '../authority.js';
import { standings } from '../decision-standing.js';
import { withKind } from '../in-names.js';
import { makersPower } from '../makers-power.js';
import type { Looking, Need, NeedSort } from './sorts.js';

/** What each stage of a review waits for, and the command that leads on. */
const waits = {
  'options-appraised': ['choice-waiting', 'Choose an option', 'choose-option'],
  'option-chosen': ['proceed-waiting', 'Authorise the work to proceed', 'authorise-to-proceed'],
  'authorised-to-proceed': ['case-waiting', 'Submit the full business case', 'submit-full-business-case'],
  'full-case-submitted': [
    'authorisation-waiting',
    'Authorise the full business case, or refer the review back',
    'authorise-full-business-case',
  ],
  'full-case-authorised': ['start-waiting', 'Start implementation', 'start-implementation'],
} as const satisfies { readonly [Stage in ReviewPart['stage']]?: readonly [NeedSort, string, string] };

/** Gates that wait: what each active review is to come to next, and what a deferred one was deferred until. */
export function* reviewNeeds(looking: Looking): Iterable<Need> {
  const { reader, programme, moment } = looking;
  const authorising = inWordsOf(looking);
  for (const review of reader.parts.list(programme, 'review', moment)) {
    const { id, name, stage, stageSince, standing, deferredUntil } = review;
    const item = (sort: NeedSort, what: string, command: string, because: string, more: Partial<Need> = {}) =>
      ({
        ...{ sort, what, kind: 'review', id, name, because, since: stageSince.on },
        ...{ next: { command, fields: { review: id } }, ...more },
      }) satisfies Need;
    if (standing === 'deferred' && deferredUntil && lastDayOf(deferredUntil) <= moment.asAt) {
      const because = `deferred until ${dayInWords(deferredUntil)}`;
      yield item('deferral-over', 'Take the review up again, or defer it anew', 'resume-review', because, {
        since: review.standingSince?.on,
        by: lastDayOf(deferredUntil),
      });
    }
    if (standing !== 'active') continue;
    const endorsed = endorsedOption(review);
    if (endorsed) {
      yield item('endorsed-not-chosen', 'Choose an option', 'choose-option', endorsed.because, {
        since: endorsed.on,
      });
    } else if (isReferredBack(review)) {
      const { reason = '' } = review.referredBack ?? {};
      yield item(
        'referred-back',
        'Appraise and choose again',
        'conclude-appraisal',
        `referred back ${dayInWords(stageSince)}: ${reason}`,
      );
    } else if (stage in waits) {
      const [sort, what, command] = waits[stage as keyof typeof waits];
      yield item(
        sort,
        what,
        command,
        `${stageInWords[sort]} ${dayInWords(stageSince)}${authorising(stageSince)}`,
      );
    }
  }
}

const stageInWords = {
  'choice-waiting': 'options appraised',
  'proceed-waiting': 'option chosen',
  'case-waiting': 'authorised to proceed',
  'authorisation-waiting': 'full business case submitted',
  'start-waiting': 'full business case authorised',
} as const satisfies { readonly [Sort in NeedSort]?: string };

/** Whether a review is where a referral back left it. */
function isReferredBack({ stage, stageSince, referredBack }: ReviewPart): boolean {
  return stage === 'brief-agreed' && referredBack !== undefined && referredBack.on === stageSince.on;
}

/** The last endorsement of an option of a review that has chosen none. */
function endorsedOption({ chosen, options }: ReviewPart): { because: string; on: Fact['on'] } | undefined {
  if (chosen) return undefined;
  const [last] = options
    .filter(({ rejection }) => !rejection)
    .flatMap(({ id, title, endorsements }) =>
      endorsements.map(({ by, endorsed }) => ({ title: title ?? id, by, endorsed })),
    )
    .sort((a, b) => (a.endorsed.on > b.endorsed.on ? -1 : 1));
  if (!last) return undefined;
  const { title, by, endorsed } = last;
  return {
    because: `${by} endorsed ${title} ${dayInWords(endorsed)}, and no option is chosen`,
    on: endorsed.on,
  };
}

/** Where the decision of a fact stands, in words to go on with; nothing where the fact names none. */
function inWordsOf({ reader, programme, moment }: Looking): (fact: Fact) => string {
  const standing = standings(reader, programme, moment);
  const named = withKind(reader, programme, moment);
  return ({ decision }) => {
    if (decision === undefined) return ', and its record names no decision';
    const { part } = reader.parts.one(programme, 'decision', decision, moment);
    if (!part) return `, by ${named('decision', decision)}`;
    if (!isTaken(part)) return `, by ${named('decision', decision)}, which is not taken by then`;
    const { status, because } = standing(part);
    const { makerHeldPower, authority } = makersPower(reader, programme, part, moment);
    // What the maker could decide is not said where it is not checked; where it is, a doubt is.
    const doubt = makerHeldPower === true || authority === notChecked ? '' : `; ${authority}`;
    return status === 'in-force'
      ? `, by decision “${part.title}”${doubt}`
      : `, by decision “${part.title}”, which is not in force: ${because}${doubt}`;
  };
}
