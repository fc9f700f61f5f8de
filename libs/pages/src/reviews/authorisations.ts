import { describeDate, type CivilDate } from '#calendar';
import {
  actInWords,
  commandsInWords,
  lastDayOf,
  ruleInWords,
  envelopeOf,
  type ReviewPart,
  type TakenDecision,
} from '#programme';
import {
  authorityOf,
  makerNames,
  makersPower,
  notOnRecord,
  reviewSteps,
  standings,
  type MakersPower,
  type ReviewStep,
  type ReviewStepType,
} from '#read-model';
import { pageAddress } from '../addresses-of-pages.js';
import { namesAt, type Names } from '../names.js';
import { entryLink } from '../history/history-section.js';
import type { Asking } from '../content.js';
import { table, type Cell, type Table } from '../table.js';
import { counted, dated, day, inWords, marked, sentence } from '../words.js';

/** What each step of a review stands on, and what that comes to in a few sentences. */
export interface Authorisations {
  readonly table: Table;
  /** What is authorised, for which option and by what, and what stands on nothing; absent where nothing was chosen. */
  readonly inShort: string | undefined;
}

/** Each step as a reader asks after it. */
const stepInWords: Readonly<Record<ReviewStepType, string>> = {
  ReviewProposed: 'Review proposed',
  ScopingBriefAgreed: 'Scoping brief agreed',
  OptionsAppraised: 'Appraisal concluded',
  OptionChosen: 'Preferred option chosen',
  AuthorisedToProceed: 'Authorised to proceed to a full business case',
  FullBusinessCaseSubmitted: 'Full business case submitted',
  FullBusinessCaseAuthorised: 'Full business case authorised',
  ImplementationStarted: 'Implementation started',
  ReviewCompleted: 'Review completed',
  ReviewDeferred: 'Put on hold',
  ReviewResumed: 'Taken up again',
  ReviewReferredBack: 'Referred back',
  ReviewWithdrawn: 'Withdrawn',
  ReviewReopened: 'Reopened',
};

/** The steps that take a function of the executive to decide: a power that covers something else does not carry them. */
const executive: readonly ReviewStepType[] = [
  'OptionChosen',
  'AuthorisedToProceed',
  'FullBusinessCaseSubmitted',
  'FullBusinessCaseAuthorised',
  'ImplementationStarted',
];

/** A step with what is worked out of the decision it names. */
interface Told {
  readonly step: ReviewStep;
  readonly on: string;
  readonly maker: string;
  /** What the step says of its decision where that is not taken by the day; nothing where it is. */
  readonly notTaken: string;
  readonly power: MakersPower | undefined;
  readonly standing: string;
}

/**
 * Every step of a review by the day, those that name no decision too: which option it was for, under which decision, by
 * whom and under which power, where that decision stands on the day, and which rule was set aside for it. Each leads to the
 * review as it stood and as it was known on the day of the decision.
 */
export function authorisationsOf(asking: Asking, id: string): Authorisations {
  const { where, reader, moment } = asking;
  const { programme } = where;
  const nameOf = makerNames(authorityOf(reader, programme, moment));
  const standing = standings(reader, programme, moment);
  const names = namesAt(reader, where, moment);
  const told = reviewSteps(reader, programme, id, moment).map((step): Told => {
    const { effectiveOn, precision = 'day', provenance } = envelopeOf(step.entry);
    const { taken } = step;
    const stands = taken && standing(taken);
    return {
      step,
      on: marked(dated(effectiveOn, precision), provenance),
      maker: taken ? nameOf(taken) : '',
      notTaken: taken ? '' : notTakenInWords(step.decision, names),
      power: taken && makersPower(reader, programme, taken, moment),
      standing: !stands
        ? ''
        : stands.status === 'in-force'
          ? `in force from ${dated(stands.inForceFrom)}`
          : `not in force on ${day(moment.asAt)}: ${commandsInWords(stands.because)}`,
    };
  });
  return {
    table: table(
      'What each step stands on',
      [
        ...['Step', 'Holds from', 'For the option', 'Decision', 'By', 'Under the power'],
        ...['Where the decision stands', 'Rule set aside', 'What was on the record that day'],
      ],
      told.map((one) => rowOf(one, asking, id)),
      { empty: 'No step of it is on the record.' },
    ),
    inShort: inShort(told, moment.asAt),
  };
}

function rowOf(told: Told, { where, reader }: Asking, id: string): Cell[] {
  const { programme } = where;
  const { step, on, maker, notTaken, standing } = told;
  const { entry, type, option, taken, exception } = step;
  const { effectiveOn, precision = 'day' } = envelopeOf(entry);
  // Of a date known by its month, the end of it: nothing of what was known then is left out.
  const then = taken ? takenBy(taken) : lastDayOf({ on: effectiveOn, precision });
  const known = reader.parts.one(programme, 'review', id, reader.moments.at(then, then)).part;
  return [
    { text: stepInWords[type], href: hrefOf(entryLink(entry, where)) },
    on,
    option?.title ?? '',
    taken
      ? { text: taken.title, href: pageAddress(where, `decisions/${taken.id}`) }
      : { text: sentence(notTaken), marked: true },
    maker,
    powerInWords(told),
    sentence(standing),
    exception ? `Sets aside ${ruleInWords(exception.rule)}: ${exception.reason}` : '',
    {
      text: `${day(then)}: ${knewInWords(known)}`,
      href: pageAddress({ programme, asAt: then, knownAt: then }, `reviews/${id}`),
    },
  ];
}

/** A decision that is not taken by the day: it is on its way, of a later day, or struck. */
function notTakenInWords(decision: string | undefined, names: Names): string {
  if (decision === undefined) return 'no decision is named';
  const named = names.of(['decision'], decision)?.text;
  return named === undefined
    ? notOnRecord('decision')
    : `the decision “${named}”, which is not taken by then`;
}

/** Under which power a step stands, and whether that carries it. */
function powerInWords({ step: { type, taken }, power }: Told): string {
  if (!taken || !power) return '';
  const { makerHeldPower, authority, powerCovers } = power;
  if (makerHeldPower === null) return sentence(authority);
  if (!makerHeldPower) return `Not held: ${authority}`;
  if (!powerCovers) return 'Held; nobody has said what it covers';
  const acts = powerCovers.map((act) => actInWords[act]).join(' and ');
  return executive.includes(type) && !powerCovers.includes('executive-functions')
    ? `Held, and covers ${acts}: not this`
    : `Held: ${acts}`;
}

/** What is authorised for the option that is preferred, and what stands on nothing. */
function inShort(told: readonly Told[], asAt: CivilDate): string | undefined {
  const last = (...types: ReviewStepType[]) => told.findLastIndex(({ step }) => types.includes(step.type));
  const choice = last('OptionChosen');
  const chosen = last('ReviewReferredBack') > choice ? undefined : told[choice];
  const given = last('AuthorisedToProceed', 'FullBusinessCaseAuthorised');
  const authorised = told[given];
  const started = told[last('ImplementationStarted')];
  if (!chosen && !authorised && !started) return undefined;
  const isCurrent = authorised !== undefined && given > Math.max(choice, last('ReviewReferredBack'));
  return [
    ...(chosen && !isCurrent
      ? [
          `Nothing is authorised for the preferred option, ${chosen.step.option?.title ?? ''}, which was chosen ${when(chosen)}${under(chosen)}`,
        ]
      : []),
    ...(authorised ? [authorisedInWords(authorised), ...setAside(authorised)] : []),
    ...(isCurrent && authorised?.step.type === 'AuthorisedToProceed'
      ? [`No full business case is authorised on ${day(asAt)}`]
      : []),
    ...(started
      ? [`Implementation is recorded as started ${when(started)}${under(started)}`, ...setAside(started)]
      : []),
  ]
    .map((words) => `${words}.`)
    .join(' ');
}

const setAside = ({ step: { exception } }: Told): string[] =>
  exception ? [`It sets aside ${ruleInWords(exception.rule)}: ${exception.reason}`] : [];

function authorisedInWords(told: Told): string {
  const { step, maker, standing } = told;
  const what =
    step.type === 'AuthorisedToProceed' ? 'Work on a full business case' : 'The full business case';
  const forOption = step.option ? ` for the option “${step.option.title}”` : '';
  if (!step.taken) {
    return `${what}${forOption} is recorded as authorised ${when(told)}${under(told)}`;
  }
  const { title, takenOn, precision } = step.taken;
  const on = `${precision === 'day' ? 'on' : 'in'} ${describeDate(takenOn, precision)}`;
  const power = powerInWords(told);
  const doubt = power.startsWith('Held: ') || power.startsWith('Not checked') ? '' : ` (${power})`;
  return `${what}${forOption} was authorised by ${maker}${doubt} ${on}, under the decision “${title}”, which is ${standing}`;
}

function when({ step: { entry } }: Told): string {
  const { effectiveOn, precision = 'day' } = envelopeOf(entry);
  return `${precision === 'day' ? 'on' : 'in'} ${describeDate(effectiveOn, precision)}`;
}

function under({ step: { decision, taken }, notTaken, standing }: Told): string {
  if (taken) return ` under the decision “${taken.title}”, which is ${standing}`;
  return decision === undefined ? ', and names no decision' : `, under ${notTaken}`;
}

const takenBy = ({ takenOn: on, precision }: TakenDecision) => lastDayOf({ on, precision });
const hrefOf = (cell: Cell): string => (typeof cell === 'object' ? (cell.href ?? '') : '');

/** What was on the record of a review at a moment, in short. */
function knewInWords(review: ReviewPart | undefined): string {
  if (!review) return 'nothing of this review';
  const { options, chosen, stage } = review;
  const appraised = options.filter(({ appraisal }) => appraisal !== undefined).length;
  const preferred = options.find((option) => option.id === chosen?.option)?.title;
  return [
    inWords(stage),
    `${counted(options.length, 'option', 'options')}, ${appraised} appraised`,
    ...(preferred === undefined ? [] : [`preferred: ${preferred}`]),
  ].join('; ');
}
