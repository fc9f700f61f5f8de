import { addDays, shortDate, type DayBasis } from '#calendar';
import {
  announcedTooEarly,
  callInWindow,
  dayInWords,
  isTaken,
  keyMeasures,
  lastDayOf,
  noticeRuns,
  settingMissing,
  takenDay,
  type ChecklistItem,
  type CouncilSetting,
  type DecisionPart,
  type Fact,
  type NoticeRun,
  type RecordOwed,
  type SettingsInForce,
  type Standing,
} from '#programme';
import { checklistsOf, recordsOwed, standings } from '../decision-standing.js';
import { settingsAt } from '../settings-at.js';
import { clearDaysLeft } from './left.js';
import type { Looking, Need, NeedSort, NextStep } from './sorts.js';

/** What needs doing about decisions: their records, their notices, their clocks, their call-in. */
export function* decisionNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const standing = standings(reader, programme, moment);
  const settings = settingsAt(reader, programme, moment);
  const owes = recordsOwed(reader, programme, moment);
  for (const decision of reader.parts.list(programme, 'decision', moment)) {
    if (isTaken(decision) && decision.takenOn > moment.asAt) continue;
    const named = { decision, about: about(decision) };
    yield* missingItems(named, owes(decision));
    yield* settingsNotSet(named, settings, moment.asAt);
    if (isTaken(decision)) yield* afterTaking(named, standing(decision), settings, moment.asAt);
    else if (!decision.withdrawn) yield* beforeTaking(named, settings, moment.asAt);
  }
}

/** A decision, and how an item names it. */
interface Named {
  readonly decision: DecisionPart;
  readonly about: Pick<Need, 'kind' | 'id' | 'name'>;
}

const about = ({ id, title }: DecisionPart): Named['about'] => ({
  kind: 'decision',
  id,
  name: title ?? 'A decision without a title',
});

/** A notice that is to be published again, for a day on which the decision can be taken. */
function* tooEarly({ decision, about }: Named, settings: SettingsInForce, asAt: Fact['on']): Iterable<Need> {
  const early = announcedTooEarly(decision, settings);
  // Once its clear days have run, it can be taken whatever it announced.
  if (!early || asAt >= early.earliest) return;
  yield {
    sort: 'announced-too-early',
    what: `Announce it for ${shortDate(early.earliest)} or later, or give notice of what lets it be earlier`,
    ...about,
    because: early.says,
    since: (decision.notice?.reissued ?? decision.notice?.given)?.on,
    by: addDays(early.earliest, -1),
    next: { command: 'reissue-key-decision-notice', fields: { decision: decision.id } },
  };
}

/** One item for each command that supplies what is missing, with everything that it can supply. */
function* missingItems({ decision, about }: Named, owed: RecordOwed | undefined): Iterable<Need> {
  const { record, notice } = checklistsOf(decision, owed);
  const since = isTaken(decision) ? decision.takenOn : decision.notice?.given.on;
  for (const [items, sort, what] of [
    [record, 'record-incomplete', 'Complete the record of the decision'],
    [notice, 'notice-incomplete', 'Complete the notice of the decision'],
  ] as const) {
    for (const [command, missing] of bySupply(items)) {
      const because = missing.map((item) => item.missing).join('; ');
      const next: NextStep = { command, fields: command === 'strike-entry' ? {} : { decision: decision.id } };
      const of = sort === 'record-incomplete' && owed ? `${owed.says}; ` : '';
      yield { sort, what, ...about, because: `${of}missing: ${because}`, since, next };
    }
  }
}

function bySupply(items: readonly ChecklistItem[]): Map<string, ChecklistItem[]> {
  const found = new Map<string, ChecklistItem[]>();
  for (const item of items) {
    const { held, suppliedBy } = item;
    if (!held && suppliedBy !== undefined) found.set(suppliedBy, [...(found.get(suppliedBy) ?? []), item]);
  }
  return found;
}

/** The settings that a decision is to be counted by and that nobody has set for its day. */
function* settingsNotSet(
  { decision, about }: Named,
  settings: SettingsInForce,
  asAt: Fact['on'],
): Iterable<Need> {
  if (decision.withdrawn) return;
  const { published } = decision;
  const taken = isTaken(decision) ? takenDay(decision) : { on: asAt, precision: 'day' as const };
  const item = (setting: CouncilSetting | undefined, because: string, since: Fact['on']): Need[] =>
    setting === undefined
      ? []
      : [
          {
            ...{ sort: 'setting-not-set', what: settingInWords[setting] ?? 'Set it for that day', ...about },
            ...{ because, since, next: { command: 'set-council-setting', fields: { setting } } },
          },
        ];
  for (const { what, because } of noticeRuns(decision, taken, settings)) {
    // Until the decision is taken the days are counted by the day asked about, and owed since the notice.
    const { given } = (what === 'notice' ? decision.notice : decision.generalException) ?? {};
    const since = isTaken(decision) ? taken.on : (given?.on ?? taken.on);
    yield* item(settingMissing(what, settings, taken.on), because, since);
  }
  if (!isTaken(decision)) return;
  const waits = published && decision.subjectToCallIn !== false && !decision.callInWaived;
  if (waits) {
    const { because } = callInWindow(published, settings);
    yield* item(settingMissing('call-in', settings, published.on), because, published.on);
  }
  for (const { measure, reached, says } of keyMeasures(decision, settings)) {
    if (reached !== null || decision.key === true) continue;
    const setting = measure === 'divisions' ? 'key-decision-divisions' : 'key-decision-threshold-pence';
    yield* item(setting, says, decision.takenOn);
  }
}

const settingInWords: { readonly [Setting in CouncilSetting]?: string } = {
  'notice-clear-days': 'Set the council’s period of notice for that day',
  'notice-basis': 'Set how the days of notice are counted',
  'general-exception-clear-days': 'Set the council’s period of general exception for that day',
  'general-exception-basis': 'Set how the days of general exception are counted',
  'call-in-clear-days': 'Set the council’s call-in window for that day',
  'call-in-basis': 'Set how the days of the call-in window are counted',
  'key-decision-threshold-pence': 'Set the council’s threshold of a key decision for that day',
  'key-decision-divisions': 'Set how many divisions make a decision key for that day',
};

function* beforeTaking(
  { decision, about }: Named,
  settings: SettingsInForce,
  asAt: Need['since'] & string,
): Iterable<Need> {
  const { id, notice, generalException, specialUrgency } = decision;
  const first = notice?.given ?? generalException?.given ?? specialUrgency?.agreed;
  if (!first) return;
  const runs = noticeRuns(decision, { on: asAt, precision: 'day' }, settings);
  const next = { command: 'record-decision', fields: { decision: id } };
  yield* tooEarly({ decision, about }, settings, asAt);
  if (!specialUrgency && runs.length > 0 && runs.every(({ run }) => run === false)) {
    // Of two that run, the one that ends first lets the decision be taken.
    const [soonest] = [...runs].sort((a, b) => ((a.earliest ?? '9') < (b.earliest ?? '9') ? -1 : 1));
    if (soonest) yield running(soonest, settings, asAt, { about, since: first.on });
    return;
  }
  const due = notice?.decisionDue;
  const early = announcedTooEarly(decision, settings);
  // Of days that nobody has set it is not known that they have run: only the day that was announced tells.
  const isKnown = specialUrgency !== undefined || runs.length === 0 || runs.some(({ run }) => run === true);
  if (!isKnown && (due === undefined || lastDayOf(due) >= asAt)) return;
  yield {
    sort: 'decision-to-take',
    what: 'Record the decision, or withdraw its notice',
    ...about,
    because: due
      ? `${early ? early.says : `the notice says that it is due ${dayInWords(due)}`}, and it is not on the record`
      : `on its way since ${dayInWords(first)}, and not on the record`,
    since: first.on,
    by: due && lastDayOf(due),
    next,
  };
}

function running(
  { what, earliest, because }: NoticeRun,
  settings: SettingsInForce,
  asAt: Need['since'] & string,
  { about, since }: Pick<Named, 'about'> & { readonly since: Fact['on'] },
): Need {
  const basis = basisOf(settings, what === 'notice' ? 'notice-basis' : 'general-exception-basis', asAt);
  const by = earliest === undefined ? undefined : addDays(earliest, -1);
  return {
    sort: 'notice-running',
    what: 'Wait until the notice has run',
    ...about,
    because,
    since,
    by,
    left: by && clearDaysLeft(by, asAt, basis),
  };
}

function* afterTaking(
  { decision, about }: Named,
  { status, because }: Standing,
  settings: SettingsInForce,
  asAt: Need['since'] & string,
): Iterable<Need> {
  const { id, published, callIn } = decision;
  const since = isTaken(decision) ? decision.takenOn : undefined;
  const item = (sort: NeedSort, what: string, command: string, more: Partial<Need> = {}): Need => ({
    ...{ sort, what, ...about, because, since, next: { command, fields: { decision: id } } },
    ...more,
  });
  if (status === 'not-known' && !published && !callIn) {
    yield item('call-in-not-known', 'Say whether the decision can be called in', 'complete-decision-record');
  } else if (status === 'taken' && !published) {
    yield item('not-published', 'Publish the decision', 'publish-decision');
  } else if (status === 'in-call-in-window' && published && !callIn) {
    const { lastDay, set } = callInWindow(published, settings);
    if (!set || (lastDay !== undefined && lastDay < asAt)) return;
    const basis = basisOf(settings, 'call-in-basis', published.on);
    yield item('call-in-window', 'Record a call-in, if there is one', 'call-in-decision', {
      since: published.on,
      by: lastDay,
      left: lastDay && clearDaysLeft(lastDay, asAt, basis),
    });
  } else if (status === 'called-in') {
    yield item('called-in', 'Record what scrutiny came to', 'record-call-in-outcome', {
      since: callIn?.calledIn.on,
    });
  } else if (status === 'referred-back' || status === 'referred-to-council') {
    const what = 'Record that it was confirmed, amended or withdrawn';
    yield item('called-in', what, 'confirm-decision', { since: callIn?.outcomes.at(-1)?.concluded.on });
  }
}

function basisOf(settings: SettingsInForce, setting: CouncilSetting, on: Fact['on']): DayBasis {
  return settings(setting, on) === 'working' ? 'working' : 'calendar';
}
