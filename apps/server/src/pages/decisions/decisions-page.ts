import type { DecisionPart, DecisionRecord, TakenDecision } from '#programme';
import type { Row } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { about } from '../entry-table.js';
import { amount, fact, heldOn, thing, type FactLine } from '../facts.js';
import { filterForm } from '../filter-form.js';
import type { EntryShown } from '../history/entry-rows.js';
import { dataInWords, historyChart } from '../history/history-section.js';
import { table, type Cell } from '../table.js';
import { dated, day, entryInWords, inWords, marked, recordedOn, sentence } from '../words.js';

/** What may stand beside a decision: where it stands on the day, and what its record holds and lacks. */
export interface BesideDecision {
  readonly makerName?: string;
  readonly authority?: string;
  readonly standing?: { readonly status: string; readonly because?: string; readonly inForceFrom?: string };
  readonly checklist?: readonly {
    readonly says: string;
    readonly regulation: string;
    readonly held: boolean;
    readonly missing?: string;
  }[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The register of decisions, newest first. */
export function decisionsPage(where: Where, rows: readonly Row[], filters: Readonly<Record<string, string>>) {
  const fields = [
    { name: 'search', label: 'Words in the record' },
    { name: 'maker', label: 'Taken by' },
    { name: 'key', label: 'Key decision', options: ['true', 'false', 'not-stated'] },
    { name: 'from', label: 'Taken from' },
    { name: 'to', label: 'Taken to' },
  ];
  const shown = Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [
      name,
      name === 'from' || name === 'to' ? day(value) : value,
    ]),
  );
  const form = filterForm(where, 'decisions', fields, shown);
  const words: Readonly<Record<string, string>> = { True: 'Key', False: 'Not key' };
  const named = form.fields.map((field) => ({
    ...field,
    ...('options' in field && {
      options: (field.options ?? []).map((option) => ({
        ...option,
        text: words[option.text] ?? option.text,
      })),
    }),
  }));
  const withStatus = rows.some((row) => typeof row['status'] === 'string');
  const cells = rows.map((row): Cell[] => [
    {
      text: text(row['title']),
      href: pageAddress(where, `decisions/${text(row['id'])}`),
      ...(row['illustrative'] === true && { tag: 'illustrative' }),
    },
    dated(text(row['takenOn']), text(row['precision'])),
    text(row['makerName']),
    text(row['reference']),
    row['key'] === null ? 'Not stated' : row['key'] === true ? 'Key' : 'Not key',
    text(row['holdsFrom']) && `From ${day(text(row['holdsFrom']))}`,
    ...(withStatus ? [sentence(inWords(text(row['status'])))] : []),
  ]);
  const head = [
    'Decision',
    'Taken',
    'By',
    'Reference',
    'Key',
    'Holds later',
    ...(withStatus ? ['Standing'] : []),
  ];
  return {
    filters: { ...form, fields: named },
    table: table('Decisions, newest first', head, cells, {
      empty:
        Object.keys(filters).length > 0 ? 'No decision is like that.' : 'No decision was taken by this day.',
      csv: dataAddress(where, 'decisions', { ...filters, format: 'csv' }),
    }),
  };
}

/** One decision: its record, what followed from it, and its history on both axes of time. */
export function decisionPage(
  where: Where,
  decision: DecisionPart,
  beside: BesideDecision,
  followed: readonly EntryShown[],
  entries: readonly EntryShown[],
) {
  const { id, stage, title } = decision;
  const others = followed.filter(({ stream }) => !stream.endsWith(`/decision/${id}`));
  return {
    name: title ?? sentence(inWords(id)),
    facts: [
      ...fact(
        'Standing',
        beside.standing && sentence(inWords(beside.standing.status)),
        beside.standing?.because,
      ),
      ...(stage === 'taken'
        ? takenFacts(decision, beside)
        : fact('Stage', 'Not taken yet: only its notice is on the record')),
      ...procedureFacts(decision, where),
    ],
    checklist:
      beside.checklist &&
      table(
        'What the record must hold',
        ['Item', 'Held', 'Missing', 'Regulation'],
        beside.checklist.map(({ says, held, missing, regulation }): Cell[] => [
          says,
          held ? 'Held' : 'Missing',
          missing ?? '',
          regulation,
        ]),
      ),
    followed: table(
      'What followed from it',
      ['Entry', 'About', 'It says', 'Holds from', 'Recorded on'],
      others.map((entry): Cell[] => [
        entryInWords(entry.type),
        about(entry.stream, where),
        dataInWords(entry.data),
        dated(entry.effectiveOn, entry.precision, entry.provenance),
        recordedOn(entry.recordedAt),
      ]),
      { empty: 'Nothing on the record followed from it.' },
    ),
    history: historyChart(
      'History of this decision',
      entries,
      where,
      dataAddress(where, `history/${id}`, { kind: 'decision', format: 'csv' }),
    ),
    data: dataAddress(where, `decisions/${id}`),
    compare: pageAddress(where, 'compare', { thing: `decision/${id}` }),
  };
}

function takenFacts(decision: TakenDecision, beside: BesideDecision): FactLine[] {
  const { takenOn, precision, maker, recorded, key } = decision;
  return [
    ...fact('Taken', marked(dated(takenOn, precision), recorded.provenance)),
    ...fact('Taken by', beside.makerName ?? maker),
    ...fact('Authority', beside.authority && sentence(beside.authority)),
    ...fact('Meeting', decision.meeting),
    ...fact('Reference', decision.reference),
    ...fact('Decision', decision.text ?? 'The text is not on the record'),
    ...fact('Reasons', decision.reasons ?? 'Not on the record'),
    ...fact('Alternatives', ...alternatives(decision)),
    ...fact('Conflicts of interest', ...conflicts(decision)),
    ...fact('Key decision', key === undefined ? 'Not stated' : key ? 'Yes' : 'No', decision.keyReason),
    ...fact('Expenditure', amount(decision.expenditure)),
    ...fact('Savings', amount(decision.savings)),
    ...fact('Papers', ...(decision.papers ?? [])),
    ...fact('Access', accessInWords(decision.access)),
    ...fact('How it is known', sentence(recorded.provenance)),
    ...fact('Source', decision.source),
  ];
}

function alternatives({ alternatives: said }: DecisionRecord): string[] {
  if (said === undefined) return ['Not on the record'];
  return typeof said === 'string'
    ? [sentence(said)]
    : said.map(({ option, reason }) => `${option}: ${reason}`);
}

function conflicts({ conflicts: said }: DecisionRecord): string[] {
  if (said === undefined) return ['Not on the record'];
  if (typeof said === 'string') return [sentence(said)];
  return said.map(({ declaredBy, nature, dispensation }) =>
    [declaredBy, nature, dispensation].filter(Boolean).join(', '),
  );
}

function accessInWords(access: DecisionRecord['access']): string {
  if (access === undefined) return '';
  return access === 'open' ? 'Open' : `Exempt, paragraph ${access.exempt}: ${access.publicInterest}`;
}

function procedureFacts(decision: DecisionPart, where: Where): FactLine[] {
  const { notice, published, callIn, withdrawn, rescinded, superseded } = decision;
  return [
    ...fact('Notice', notice && `Published ${heldOn(notice.given)}`),
    ...fact('Published', heldOn(published)),
    ...fact('Called in', ...(callIn ? callInInWords(callIn) : [])),
    ...fact('Withdrawn', withdrawn && `${heldOn(withdrawn.withdrawn)}: ${withdrawn.reason}`),
    ...fact('Rescinded', rescinded && `${heldOn(rescinded.rescinded)}: ${rescinded.reason}`),
    ...fact(
      'Superseded',
      superseded && `${heldOn(superseded.superseded)}: ${superseded.reason}`,
      thing('decision', superseded?.by, where),
    ),
  ];
}

function callInInWords({ calledIn, grounds, outcomes }: NonNullable<DecisionPart['callIn']>): string[] {
  return [
    `${heldOn(calledIn)}: ${grounds}`,
    ...outcomes.map(({ outcome, concluded }) => `${sentence(inWords(outcome))}, ${heldOn(concluded)}`),
  ];
}
