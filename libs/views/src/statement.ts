import { describeDate, shortDate } from '#calendar';
import {
  commandsInWords,
  isTaken,
  noDocuments,
  noneConsidered,
  noneDeclared,
  type DecisionPart,
  type PlannedDate,
  type Standing,
  type TakenDecision,
} from '#programme';
import type { decisionDetail, Superseding } from '#read-model';
import { escaped } from './html.js';
import { definitions, list, paragraphs, statementPage, type PrintedFrom } from './statement-page.js';

export interface StatementFacts extends PrintedFrom {
  readonly decision: DecisionPart;
  readonly detail: ReturnType<typeof decisionDetail>;
}

/**
 * The statement of a decision as a page to print: what its record holds in the order of what it owes, then its notice in
 * the order of regulation 9, then where it stands with the arithmetic. It reports; it judges nothing.
 */
export function decisionStatement(facts: StatementFacts): string {
  return statementPage(`Decision statement: ${called(facts.decision)}`, statementBody(facts), facts);
}

/** The statement alone, as HTML to stand in a page: every text of the record in it is escaped. */
export function statementBody({ decision, detail }: Pick<StatementFacts, 'decision' | 'detail'>): string {
  return [
    `<h1>${escaped(called(decision))}</h1>`,
    about(decision, detail),
    isTaken(decision) ? recordSection(decision, detail) : '',
    noticeSection(decision, detail),
    standingSection(detail),
    formerSection(decision),
  ].join('\n');
}

/** What is printed of a decision whose first entry holds only from a later day: nothing of it, its title neither. */
export function statementOfNothing(printed: PrintedFrom): string {
  const main = `<h1>${later}</h1><p>Nothing of it holds on this day: its first entry is dated later.</p>`;
  return statementPage(`Decision statement: ${later}`, main, printed);
}

const later = 'A decision of a later day';

const called = ({ title }: DecisionPart): string => title ?? 'A decision without a title';

const onDay = ({ on, precision }: PlannedDate): string => describeDate(on, precision);

type Checked = StatementFacts['detail']['checklist'][number];

function about(decision: DecisionPart, { authority, makerName }: StatementFacts['detail']): string {
  if (!isTaken(decision)) return definitions([['Decision', 'Not taken by this day']]);
  const { reference, maker, meeting, key, keyReason, access, papers, recorded } = decision;
  return definitions([
    ['Reference', reference ?? 'none on the record'],
    ['Taken by', makerName ?? maker],
    ['Whether it held the power on that day', commandsInWords(authority)],
    ['Meeting', meeting],
    ['Key decision', key === undefined ? 'the record does not say' : key ? 'yes' : 'no'],
    ['Why it is, or is not', keyReason],
    ['Access', accessInWords(access)],
    ['Papers', papers && list(papers)],
    ['How it is known', recorded.provenance],
  ]);
}

function accessInWords(access: TakenDecision['access']): string | undefined {
  if (typeof access !== 'object') return access;
  return `exempt under paragraph ${access.exempt} of Schedule 12A to the Local Government Act 1972: ${access.publicInterest}`;
}

function recordSection(decision: TakenDecision, { checklist, recordOwed }: StatementFacts['detail']): string {
  const held: Readonly<Record<string, string | undefined>> = {
    decision: `${paragraphs(decision.text)}<p>Made ${escaped(onDay({ on: decision.takenOn, precision: decision.precision }))}.</p>`,
    reasons: paragraphs(decision.reasons),
    alternatives: alternativesOf(decision),
    conflicts: conflictsOf(decision),
    dispensations: dispensationsOf(decision),
    meeting: paragraphs(decision.meeting),
    available: decision.published && paragraphs(`Published ${onDay(decision.published)}.`),
  };
  const owed = recordOwed ? paragraphs(`${recordOwed.says}.`) : '';
  return `<h2>The record</h2>${owed}${items(checklist, held)}`;
}

function alternativesOf({ alternatives = [] }: TakenDecision): string {
  if (alternatives === noneConsidered) return '<p>None considered.</p>';
  return list(alternatives.map(({ option, reason }) => `${option}: rejected, ${reason}`)).html;
}

function conflictsOf({ conflicts = [] }: TakenDecision): string {
  if (conflicts === noneDeclared) return '<p>None declared.</p>';
  return list(conflicts.map(({ declaredBy, nature }) => `${declaredBy}: ${nature}`)).html;
}

function dispensationsOf({ conflicts = [] }: TakenDecision): string {
  if (conflicts === noneDeclared) return '<p>None: no conflict was declared.</p>';
  const noted = conflicts.flatMap(({ declaredBy, dispensation }) =>
    dispensation === undefined ? [] : [`${declaredBy}: ${dispensation}`],
  );
  return noted.length > 0 ? list(noted).html : '';
}

function noticeSection({ notice }: DecisionPart, { noticeChecklist }: StatementFacts['detail']): string {
  if (noticeChecklist.length === 0) return '';
  const documents = notice?.documents;
  const held: Readonly<Record<string, string | undefined>> = {
    'key-decision': notice && paragraphs(`Notice first published ${onDay(notice.given)}.`),
    matter: paragraphs(notice?.matter),
    maker: paragraphs(notice?.maker) + (notice?.members ? list(notice.members).html : ''),
    due: notice?.decisionDue && paragraphs(onDay(notice.decisionDue)),
    documents: documents === noDocuments ? '<p>None.</p>' : documents && list(documents).html,
    address: paragraphs(notice?.address),
    'other-documents': paragraphs(notice?.otherDocuments),
    'request-details': paragraphs(notice?.requestDetails),
  };
  return `<h2>The notice</h2>${items(noticeChecklist, held)}`;
}

/** The items of a checklist in their order: what each holds, or that it is missing and what supplies it. */
function items(checklist: readonly Checked[], held: Readonly<Record<string, string | undefined>>): string {
  const each = checklist.map(({ item, says, regulation, missing, suppliedBy: command = '' }) => {
    const gap =
      missing === undefined
        ? ''
        : `<p class="missing">Not on the record: ${escaped(missing)}. It is supplied ${escaped(suppliedBy[command] ?? 'by completing the record')}.</p>`;
    return `<li><h3>${escaped(says)}</h3><p class="asked">${escaped(regulation)}</p>${held[item] ?? ''}${gap}</li>`;
  });
  return `<ol>${each.join('')}</ol>`;
}

/** How an item is supplied, as a sentence goes on with it, by the command that supplies it. */
const suppliedBy: Readonly<Record<string, string>> = {
  'strike-entry': 'by correcting the entry: it is struck and recorded again',
  'publish-decision': 'by recording that the decision was published',
  'give-key-decision-notice': 'by recording the notice',
  'reissue-key-decision-notice': 'by recording the notice as it was published again',
  'complete-decision-record': 'by completing the record of the decision',
};

function standingSection(detail: StatementFacts['detail']): string {
  const { standing, clocks, keyMeasures, supersedes, supersededBy } = detail;
  return `<h2>Where it stands</h2>${definitions([
    ['Standing', standingInWords[standing.status]],
    ['In force from', standing.inForceFrom && shortDate(standing.inForceFrom)],
    ['Worked out', commandsInWords(standing.because)],
    ...clocks.notice.map(({ because }) => ['Days of notice', because] as const),
    ['Announced too early', detail.announcedTooEarly?.says],
    ['Days to call in', clocks.callIn?.because],
    ...keyMeasures.map(({ says }) => ['Beside the threshold', says] as const),
    ['Supersedes', supersedes.length > 0 ? list(supersedes.map(superseding)) : undefined],
    ['Superseded by', supersededBy ? superseding(supersededBy) : undefined],
  ])}`;
}

const standingInWords: Readonly<Record<Standing['status'], string>> = {
  noticed: 'not taken yet',
  taken: 'taken, not in force yet',
  'not-known': 'taken; whether it is in force is not known',
  'in-call-in-window': 'taken, not in force yet',
  'called-in': 'called in, not in force',
  'referred-back': 'called in and referred back to the decision maker, not in force',
  'referred-to-council': 'called in and referred to the full council, not in force',
  'in-force': 'in force',
  withdrawn: 'withdrawn',
  rescinded: 'rescinded',
  superseded: 'superseded',
};

function superseding({ title, on, precision, reason }: Superseding): string {
  return `${title ?? 'A decision that is not on the record'}, ${describeDate(on, precision)}: ${reason}`;
}

function formerSection(decision: DecisionPart): string {
  const { formerly = [] } = decision;
  if (formerly.length === 0) return '';
  const each = formerly.map(
    ({ text, reasons, amended }) =>
      `<h3>Before it was amended ${escaped(onDay(amended))}</h3>${paragraphs(text)}${paragraphs(reasons && `Reasons: ${reasons}`)}`,
  );
  return `<h2>What it said before</h2>${each.join('')}`;
}
