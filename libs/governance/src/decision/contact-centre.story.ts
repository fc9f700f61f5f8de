import type { Facts, Recorded } from '#acts';
import { civilDate } from '#calendar';
import type { InTime } from '../../../programme/src/command.contract.js';
import type { CouncilSetting } from '../council-settings.js';
import { settingKey } from '../council-settings.js';
import type { DecisionCommand, DecisionEvent } from './index.js';
import { decisionKey } from './state.js';

/** What is said of the decision on the Contact Centre, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'decision' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** The key of the decision on the Contact Centre, which the specs tell of; only specs import this file. */
export const contactCentre = decisionKey('contact-centre');

/** An entry of the decision on the Contact Centre. */
export function happened(day: string, said: Said<DecisionEvent>): DecisionEvent {
  return { decision: 'contact-centre', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the decision on the Contact Centre. */
export function asked(day: string, said: Said<DecisionCommand>): DecisionCommand {
  const who = { programme: 'county', decision: 'contact-centre' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about it with what it comes to, and what puts it late, ahead and right. */
export type DecisionInTime = InTime<DecisionCommand, DecisionEvent>;

/** The same said as a command and as the event it comes to, on one day. */
export function said(
  day: string,
  command: Said<DecisionCommand>,
  event: Said<DecisionEvent>,
): Pick<DecisionInTime, 'command' | 'event'> {
  return { command: asked(day, command), event: happened(day, event) };
}

/** The same event again on a later day, where it could not follow itself. */
export function again(
  { event }: Pick<DecisionInTime, 'event'>,
  day: string,
  refused: string,
): Required<DecisionInTime>['contradicts'] {
  return { entry: { ...event, effectiveOn: civilDate(day) }, refused };
}

export const notice = {
  title: 'Contact Centre: extension of the contract',
  matter: 'Whether to extend the contract for the Contact Centre',
} as const;

export const record = {
  title: 'Contact Centre: extension of the contract',
  maker: 'Cabinet Member for Communications',
} as const;

export const text = { text: 'That the contract be extended to 8 December 2025', reasons: 'It performs well' };

export const takenOn = civilDate('2019-03-21');

/** The notice of 4 February, the key decision of 21 March and its publication on 22 March 2019. */
export const noticed: readonly DecisionEvent[] = [
  happened('2019-02-04', { type: 'KeyDecisionNoticeGiven', ...notice }),
];
export const taken: readonly DecisionEvent[] = [
  ...noticed,
  happened('2019-03-21', { type: 'DecisionRecorded', takenOn, key: true, ...record, ...text }),
];
export const published: readonly DecisionEvent[] = [
  ...taken,
  happened('2019-03-22', { type: 'DecisionPublished' }),
];

export const grounds = { by: ['Two members of two groups'], grounds: 'The price was not said' };

export const calledIn: readonly DecisionEvent[] = [
  ...published,
  happened('2019-03-28', { type: 'DecisionCalledIn', ...grounds }),
];
export const referredBack: readonly DecisionEvent[] = [
  ...calledIn,
  happened('2019-04-10', { type: 'CallInConcluded', outcome: 'back-to-decision-maker' }),
];

/** A council's settings, each valid from a day, and decisions on the record: what a command reads elsewhere. */
export function council(
  settings: readonly (readonly [from: string, setting: CouncilSetting, value: string | number])[],
  decisions: readonly string[] = [],
): Facts {
  return {
    get: (key, on = civilDate('2999-12-31')) => {
      if (decisions.some((id) => key === decisionKey(id))) return { kind: 'decision', stage: 'taken' };
      const values = settings.filter(([from, setting]) => key === settingKey(setting) && from <= on);
      const last = values.at(-1);
      return last && { kind: 'setting', id: last[1], value: last[2] };
    },
  };
}

/** Kent's settings as its records show them. */
export const kent = council(
  [
    ['2012-09-10', 'key-decision-threshold-pence', 1_000_000_00],
    ['2012-09-10', 'key-decision-divisions', 2],
    ['2012-09-10', 'notice-clear-days', 28],
    ['2012-09-10', 'notice-basis', 'calendar'],
    ['2012-09-10', 'general-exception-clear-days', 5],
    ['2012-09-10', 'general-exception-basis', 'working'],
    ['2012-09-10', 'call-in-clear-days', 5],
    ['2012-09-10', 'call-in-basis', 'working'],
  ],
  ['new-contact-centre'],
);
