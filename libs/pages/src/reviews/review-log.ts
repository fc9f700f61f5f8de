import type { ReviewPart } from '#programme';
import type { StageLine, StandingLine } from '#read-model';
import type { Where } from '../addresses-of-pages.js';
import { amount, decisionOf, heldOn } from '../facts.js';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import { counted, dated, inWords, sentence } from '../words.js';

/** A review with how long each of its stages and standings lasted by the day asked. */
export type ReviewOnTheDay = Omit<ReviewPart, 'stageLog' | 'standingLog'> & {
  readonly stageLog: readonly StageLine[];
  readonly standingLog: readonly StandingLine[];
};

const howInWords: Readonly<Record<StageLine['how'], string>> = {
  reached: '',
  'referred-back': 'referred back',
  reopened: 'reopened',
};

/** Every stage the review entered, the ones it went back from with them, and how many days it was at each. */
export function stagesTable({ stageLog, options }: ReviewOnTheDay, where: Where, nameOf: NameOf): Table {
  const titleOf = (option: string) => options.find((one) => one.id === option)?.title ?? option;
  return table(
    'Stages',
    ['Stage', 'Entered', 'Left', 'Days', 'Decision', 'What was said'],
    stageLog.map((one): Cell[] => [
      { text: sentence(inWords(one.stage)), ...(one.how !== 'reached' && { tag: howInWords[one.how] }) },
      heldOn(one),
      left(one),
      days(one),
      decisionOf(one, where, nameOf),
      one.option === undefined ? (one.reason ?? one.summary ?? '') : titleOf(one.option),
    ]),
    { numeric: [3] },
  );
}

/** Every hold, withdrawal and taking up again, with its reason, and how many days it lasted. */
export function standingsTable({ standingLog }: ReviewOnTheDay, where: Where, nameOf: NameOf): Table {
  return table(
    'On hold, withdrawn and taken up again',
    ['What', 'From', 'Until', 'Days', 'Decision', 'Why'],
    standingLog.map((one): Cell[] => [
      sentence(one.how),
      heldOn(one),
      left(one),
      days(one),
      decisionOf(one, where, nameOf),
      one.reason ?? '',
    ]),
    { numeric: [3] },
  );
}

/** What was found of options, and why they were rejected, before it was said anew. */
export function formerlyTable({ options }: ReviewOnTheDay, where: Where, nameOf: NameOf): Table | undefined {
  const rows = options.flatMap(({ title, formerAppraisals = [], formerRejections = [] }) => [
    ...formerAppraisals.map(({ appraised, summary, cost, saving, risk, score }): Cell[] => [
      title,
      'Appraised',
      heldOn(appraised),
      decisionOf(appraised, where, nameOf),
      summary ?? '',
      amount(cost),
      amount(saving),
      sentence(risk ?? ''),
      score ?? '',
    ]),
    ...formerRejections.map(({ rejected, reason }): Cell[] => [
      title,
      'Rejected',
      heldOn(rejected),
      decisionOf(rejected, where, nameOf),
      reason,
      ...['', '', '', ''],
    ]),
  ]);
  if (rows.length === 0) return undefined;
  const heads = ['Option', 'What', 'On', 'Decision', 'What was said', 'Cost', 'Saving', 'Risk', 'Score'];
  return table('What was said of its options before', heads, rows, { numeric: [5, 6, 8] });
}

const left = ({ leftOn, leftPrecision }: StageLine | StandingLine): string =>
  leftOn === null ? '' : dated(leftOn, leftPrecision ?? undefined);

/** How long it lasted; what lasts still says so. */
const days = ({ leftOn, days: lasted }: StageLine | StandingLine): string =>
  leftOn === null ? `${counted(lasted, 'day', 'days')} so far` : String(lasted);
