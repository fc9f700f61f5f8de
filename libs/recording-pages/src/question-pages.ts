import type { Content } from '#pages';
import { describeDate, type CivilDate } from '#calendar';
import { describeCommand, type FieldDescription } from '#intake';
import { anchorOf, fieldsShown, type FieldsShown } from './fields-page.js';
import { circumstanceFields, whatFields } from './steps.js';
import type { Things } from './things.js';
import { isFilledIn, type Typed, type TypedProblem } from './typed.js';
import { isAlwaysDecided } from './when-answers.js';
import { happened } from './what-happened.js';

/** A question page, as it is asked again or for the first time. */
export interface QuestionPage {
  readonly command: string;
  readonly typed: Typed;
  readonly problems: readonly TypedProblem[];
  readonly things: Things;
  /** Where the answers go. */
  readonly action: string;
  readonly back: string;
  /** True where what was typed came in with a form from before somebody signed in. */
  readonly confirm: boolean;
  /** What stands above the question, where it is part of something larger. */
  readonly caption?: string;
}

/** What happened: the fields of the command. */
export function whatPage(asked: QuestionPage): Content {
  const { command, typed, problems, things } = asked;
  const shown = fieldsShown(whatFields(command), typed, problems, things);
  return page('record-what', happened(command), asked, shown, {
    says: describeCommand(command)?.does ?? '',
    shown,
  });
}

/** When it happened, which decision it follows from, and how that is known. */
export function whenPage(asked: QuestionPage, today: CivilDate): Content {
  const { command, typed, problems, things } = asked;
  const fields = circumstanceFields(command);
  const [decision, how] = [fields.filter(isDecision), fields.filter((field) => !isDecision(field))];
  const shown = fieldsShown(decision, typed, problems, things);
  const known = fieldsShown(how, typed, problems, things);
  const description = describeCommand(command);
  const decided = typed['decided'] ?? (description?.decided ? 'yes' : 'no');
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.problem;
  const all: FieldsShown = {
    needed: [...shown.needed, ...known.needed],
    more: [...shown.more, ...known.more],
    open: false,
  };
  return page('record-when', 'When did this actually happen?', asked, all, {
    when: typed['when'] ?? 'today',
    today: describeDate(today, 'day'),
    day: typed['when-day'] ?? '',
    part: typed['when-part'] ?? '',
    holds: typed['holds'] ?? '',
    asksIfDecided: !isAlwaysDecided(command),
    decided,
    ends: description?.ends === true,
    errors: {
      when: problemOf('when'),
      day: problemOf('when-day'),
      part: problemOf('when-part'),
      holds: problemOf('holds'),
      decided: problemOf('decided'),
    },
    decisionFields: [...shown.needed, ...shown.more],
    knownFields: [...known.needed, ...known.more],
    knownOpen: how.some(
      ({ name }) => isFilledIn(typed, name) || problems.some(({ field }) => field.startsWith(name)),
    ),
    holdsOpen: (typed['holds'] ?? '') !== '' || problemOf('holds') !== undefined,
    happened: happened(command),
  });
}

const isDecision = ({ name }: FieldDescription): boolean => name === 'decision';

/** Names of the page of dates that are fields of their own, and so may be led to. */
const ownAnchors: Readonly<Record<string, string>> = {
  when: 'when',
  'when-day': 'when-day',
  'when-part': 'when-part',
  holds: 'holds',
  decided: 'decided',
};

function page(
  template: string,
  heading: string,
  asked: QuestionPage,
  shown: FieldsShown,
  data: object,
): Content {
  const { problems, action, back, confirm, caption } = asked;
  return {
    title: problems.length > 0 ? `Error: ${heading}` : heading,
    template,
    streams: [],
    undated: true,
    data: {
      heading,
      problems: problems.map(({ field, problem }) => ({
        text: problem,
        ...(field !== '' && { href: `#${ownAnchors[field] ?? anchorOf(field, shown)}` }),
      })),
      action,
      back,
      confirm,
      caption,
      ...data,
    },
  };
}
