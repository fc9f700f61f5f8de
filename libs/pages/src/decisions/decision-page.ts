import { commandsInWords, type DecisionPart } from '#programme';
import type { ClockRun, decisionDetail, MakersPower, StoodOn } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { about } from '../entry-table.js';
import { fact, type FactLine } from '../facts.js';
import type { EntryShown } from '../history/entry-rows.js';
import { saidInWords, entryLink, historyChart } from '../history/history-section.js';
import { calledOf, notOnRecord, type Names } from '../names.js';
import { table, type Cell } from '../table.js';
import { dated, day, entryInWords, inWords, recordedOn, sentence } from '../words.js';
import { clocksSection } from './clocks-section.js';
import { procedureFacts, takenFacts } from './record-facts.js';

type Detail = ReturnType<typeof decisionDetail>;

/** An entry that follows from a decision, and where the decision stands beside it. */
export interface Followed extends EntryShown {
  readonly notInForce?: string | null;
}

/** What the page of a decision is made of. */
export interface DecisionFacts {
  readonly where: Where;
  readonly decision: DecisionPart;
  readonly detail: Pick<
    Detail,
    | 'standing'
    | 'announcedTooEarly'
    | 'recordOwed'
    | 'checklist'
    | 'noticeChecklist'
    | 'keyMeasures'
    | 'supersedes'
  > & {
    readonly supersededBy: Detail['supersededBy'];
    readonly stoodOn: readonly StoodOn[];
  };
  /** Who held the power on its day: as far as is known at the moment, and as was known on that day. */
  readonly power: {
    readonly now: MakersPower;
    readonly then: MakersPower | undefined;
    readonly holder?: string;
  };
  readonly runs: readonly ClockRun[];
  readonly followed: readonly Followed[];
  readonly entries: readonly EntryShown[];
  readonly names: Names;
}

/** One decision: its record, checklist and clocks, what it led to, what it stood on, and its history on both axes of time. */
export function decisionPage(facts: DecisionFacts) {
  const { where, decision, detail, runs, entries, names, power } = facts;
  const { id, stage } = decision;
  const { standing } = detail;
  return {
    name: calledOf(decision),
    facts: [
      ...fact(
        'Standing',
        sentence(inWords(standing.status)),
        `${sentence(commandsInWords(standing.because))}.`,
      ),
      ...(stage === 'taken'
        ? takenFacts(decision, power.now.makerName, names)
        : fact('Stage', 'Not taken yet: only its notice is on the record')),
      ...procedureFacts(decision, where, names),
      ...fact(
        'Announced too early',
        detail.announcedTooEarly && { text: `${sentence(detail.announcedTooEarly.says)}.`, marked: true },
      ),
      ...fact('Beside the threshold', ...detail.keyMeasures.map(({ says }) => says)),
    ],
    power: stage === 'taken' ? powerFacts(facts) : [],
    checklist: checklistTable(facts),
    clocks: clocksSection(where, decision, standing, runs),
    followed: followedTable(facts),
    stoodOn: stoodOnTable(facts),
    others: othersFacts(facts),
    history: historyChart(
      'History of this decision',
      entries,
      where,
      dataAddress(where, `history/${id}`, { kind: 'decision', format: 'csv' }),
      names,
    ),
    statement: pageAddress(where, `decisions/${id}/statement`),
    whole: pageAddress(where, `history/${id}`, { kind: 'decision' }),
    data: dataAddress(where, `decisions/${id}`),
    compare: pageAddress(where, 'compare', { thing: `decision/${id}` }),
  };
}

function powerFacts({ where, decision, power: { now, then, holder }, names }: DecisionFacts): FactLine[] {
  if (decision.stage !== 'taken') return [];
  const { maker, takenOn, power } = decision;
  const onTheDay = { ...where, asAt: takenOn };
  return [
    ...fact('Maker', names.of(['body', 'office'], maker) ?? now.makerName ?? maker),
    ...fact('Held by', holder && { text: holder, href: pageAddress(onTheDay, `authority/${holder}`) }),
    ...fact('Power exercised', power === undefined ? 'None is named' : (names.of(['power'], power) ?? power)),
    ...fact('Whether it held the power that day', `${sentence(commandsInWords(now.authority))}.`),
    ...fact(
      'As it was known that day',
      then
        ? `${sentence(commandsInWords(then.authority))}.`
        : 'Nothing of the programme was on the record by then.',
    ),
    ...fact(
      'Who could decide what',
      { text: `On ${day(takenOn)}`, href: pageAddress(onTheDay, 'authority') },
      then && {
        text: `On ${day(takenOn)}, as it was known that day`,
        href: pageAddress({ ...onTheDay, knownAt: takenOn }, 'authority'),
      },
    ),
  ];
}

function checklistTable({ where, decision, detail }: DecisionFacts) {
  const items = [
    ...detail.checklist.map((item) => ({ of: 'Record', ...item })),
    ...detail.noticeChecklist.map((item) => ({ of: 'Notice', ...item })),
  ];
  const missing = items.filter(({ held }) => !held).length;
  const owed = detail.recordOwed ? `${detail.recordOwed.says}. ` : '';
  return {
    says:
      items.length === 0
        ? ''
        : missing === 0
          ? `${owed}Each of these items is on the record.`
          : `${owed}${missing} of ${items.length} items ${missing === 1 ? 'is' : 'are'} missing. The record is as it was seen; it does not judge.`,
    table: table(
      'What the record is to hold',
      ['Item', 'Of the', 'Held', 'Missing', 'Asked for by'],
      items.map(({ says, of, held, missing: lacks, regulation }): Cell[] => [
        says,
        of,
        held ? 'Held' : { text: 'Missing', marked: true },
        lacks ? sentence(lacks) : '',
        regulation,
      ]),
      {
        empty: 'Nothing is asked of it yet: it is not taken, and no notice is asked for.',
        csv: dataAddress(where, `decisions/${decision.id}/checklist`, { format: 'csv' }),
      },
    ),
  };
}

function followedTable({ where, decision, followed, names }: DecisionFacts) {
  const others = followed.filter(({ stream }) => !stream.endsWith(`/decision/${decision.id}`));
  const flagged = others.some(({ notInForce }) => notInForce);
  return table(
    'What it led to',
    ['Entry', 'About', 'It says', 'Holds from', 'Recorded on', ...(flagged ? ['Not in force'] : [])],
    others.map((entry): Cell[] => [
      entryLink(entry, where),
      about(entry.stream, where, names),
      saidInWords(entry, names),
      dated(entry.effectiveOn, entry.precision, entry.provenance),
      recordedOn(entry.recordedAt),
      ...(flagged ? [sentence(entry.notInForce ?? '')] : []),
    ]),
    {
      empty: 'Nothing on the record followed from it.',
      csv: dataAddress(where, `decisions/${decision.id}/led-to`, { format: 'csv' }),
    },
  );
}

function stoodOnTable({ where, decision, detail, names }: DecisionFacts) {
  const rows = detail.stoodOn.flatMap(({ id, type, facts }) =>
    facts.map(({ key, on, value: part }): Cell[] => {
      const [kind = '', thing = ''] = key.split('/');
      return [
        {
          text: `${sentence(kind)}: ${part ? calledOf(part) : (names.of([kind], thing)?.text ?? 'not on the record')}`,
          href: factAddress(where, kind, thing, on, names),
        },
        day(on),
        part === null ? 'It was not on the record' : 'On the record, and judged by',
        { text: entryInWords(type), href: pageAddress(where, 'history', { entries: id }) },
      ];
    }),
  );
  return table('What it stood on', ['Fact', 'As at', 'What was found', 'For the entry'], rows, {
    empty: 'No fact of another stream was read for it.',
    csv: dataAddress(where, `decisions/${decision.id}/stood-on`, { format: 'csv' }),
  });
}

/** The page of a fact as at the day for which it was read. */
function factAddress(where: Where, kind: string, id: string, on: string, names: Names): string {
  const named = names.of([kind], id);
  const [path = ''] = named?.href.split('?') ?? [];
  if (!path) return pageAddress({ ...where, asAt: on }, `history/${id}`);
  const within = path.split('/').slice(3).map(decodeURIComponent).join('/');
  return pageAddress({ ...where, asAt: on }, within);
}

function othersFacts({ where, detail: { supersedes, supersededBy } }: DecisionFacts): FactLine[] {
  const told = (those: Detail['supersedes']): Cell[] =>
    those.map(({ decision, title, on, precision, reason }) => ({
      text: `${title ?? notOnRecord('decision')}, ${dated(on, precision)}: ${reason}`,
      href: pageAddress(where, `decisions/${decision}`),
    }));
  return [
    ...fact('It superseded', ...told(supersedes)),
    ...fact('Superseded by', ...told(supersededBy ? [supersededBy] : [])),
  ];
}
