import type { Facts, Recorded } from '#acts';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import { portfolioPart, type PortfolioPart } from '../portfolio/state.js';
import { fiveToThree, fivePoints, threePoints } from '../programme/delivery-confidence.story.js';
import type { ScalePart } from '../programme/scale.js';
import type { ProjectCommand, ProjectEvent } from './index.js';

/** What is said of the project, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'project' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry of the project that sets up a legal company, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<ProjectEvent>): ProjectEvent {
  return { project: 'legal-company', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about the project. */
export function asked(day: string, said: Said<ProjectCommand>): ProjectCommand {
  const who = { programme: 'county', project: 'legal-company' };
  return { ...who, effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<ProjectCommand>, event: Said<ProjectEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

/** A fact of a day, minuted. */
export const minuted = (day: string) =>
  ({ on: civilDate(day), precision: 'day', provenance: 'minuted' }) as const;

export const inMonth = (day: string) => ({ on: civilDate(day), precision: 'month' }) as const;

/** A financial year, such as "2016/17". */
export function year(text: string): FinancialYear {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
}

const portfolio = (id: string, changed: Partial<PortfolioPart> = {}) =>
  portfolioPart({
    ...{ id, name: id, status: 'open', opened: minuted('2013-09-19'), sponsorLog: [], statusLog: [] },
    ...changed,
  });
const confidence: ScalePart = {
  kind: 'scale',
  id: 'confidence',
  name: 'Delivery confidence',
  measure: 'delivery-confidence',
  versions: [
    { version: 1, points: fivePoints, since: minuted('2014-04-01') },
    { version: 2, points: threePoints, mapping: fiveToThree, since: minuted('2016-04-01') },
  ],
};
const status: ScalePart = {
  kind: 'scale',
  id: 'status',
  name: 'Status',
  measure: 'rag',
  versions: [
    {
      version: 1,
      points: ['green', 'amber', 'red'].map((id, at) => ({ id, label: id, order: at + 1 })),
      since: minuted('2014-04-01'),
    },
  ],
};
const held = new Map<string, PortfolioPart | ScalePart>([
  ['portfolio/corporate', portfolio('corporate')],
  ['portfolio/growth', portfolio('growth')],
  ['portfolio/adults', portfolio('adults', { status: 'closed', closed: minuted('2016-03-31') })],
  ['scale/confidence', confidence],
  ['scale/status', status],
]);

/**
 * What the record holds elsewhere: the portfolios corporate and growth, open, and adults, closed on 31 March 2016; the
 * scale of confidence at its second version, and that of status at its first.
 */
export const elsewhere: Facts = { get: (key) => held.get(key) };

const charter = {
  name: 'Legal Services company',
  portfolio: 'corporate',
  review: 'legal-services',
  summary: 'Sets up the company that the council chose',
};
export const chartering = said(
  '2016-03-21',
  { type: 'charter-project', ...charter },
  { type: 'ProjectChartered', ...charter },
);

export const moving = said(
  '2016-09-01',
  { type: 'move-project', toPortfolio: 'growth' },
  { type: 'ProjectMoved', fromPortfolio: 'corporate', toPortfolio: 'growth' },
);

export const defining = said(
  '2016-06-13',
  { type: 'reach-project-stage', stage: 'defined' },
  { type: 'ProjectStageReached', fromStage: 'chartered', stage: 'defined' },
);

const firstDay = { milestone: 'first-day', title: 'First day of trading', planned: inMonth('2017-04-01') };
export const planning = said(
  '2016-06-13',
  { type: 'plan-milestone', ...firstDay },
  { type: 'MilestonePlanned', ...firstDay },
);

const slip = {
  milestone: 'first-day',
  forecast: { on: civilDate('2017-06-01'), precision: 'day' },
  reason: 'The licence came late',
} as const;
export const forecasting = said(
  '2017-01-26',
  { type: 'forecast-milestone', ...slip },
  { type: 'MilestoneForecast', ...slip },
);

export const reaching = said(
  '2017-06-01',
  { type: 'reach-milestone', milestone: 'first-day' },
  { type: 'MilestoneReached', milestone: 'first-day' },
);

const budget = { year: year('2016/17'), gross: 250_000_00, priceBase: '2016/17 prices' };
export const budgeting = said(
  '2016-06-13',
  { type: 'set-project-budget', ...budget },
  { type: 'ProjectBudgetSet', ...budget },
);

export const rating = {
  measure: 'delivery-confidence',
  scale: 'confidence',
  version: 2,
  point: 'medium',
  assessor: 'Head of Internal Audit',
  independence: 'independent',
  basis: 'Gate review of the plan',
} as const;
export const gaugingConfidence = said(
  '2016-09-30',
  { type: 'rate-project', ...rating },
  { type: 'ProjectRated', ...rating },
);

export const green = {
  measure: 'rag',
  scale: 'status',
  version: 1,
  point: 'green',
  assessor: 'Project Manager',
  independence: 'self',
  basis: 'Highlight report',
} as const;

const end = { outcome: 'delivered', reason: 'The company trades' } as const;
export const closing = said(
  '2017-09-29',
  { type: 'close-project', ...end },
  { type: 'ProjectClosed', ...end },
);

const more = { reason: 'A second office is to follow' };
export const reopening = said(
  '2018-01-08',
  { type: 'reopen-project', ...more },
  { type: 'ProjectReopened', ...more },
);

export const renamed = happened('2018-04-01', { type: 'ProjectRenamed', name: 'The legal company' });

export const chartered = [chartering.event];
export const planned = [...chartered, planning.event];
export const closed = [...planned, closing.event];
