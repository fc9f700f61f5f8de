import type { CivilDate } from '#calendar';
import {
  groups,
  headings,
  projectStages,
  ratingMeasures,
  reviewStages,
  versionInForce,
  type TakenDecision,
} from '#programme';
import { bodies, offices, powers } from './authority-lists.js';
import {
  count,
  day,
  either,
  fieldsOf,
  id,
  illustrative,
  isIllustrative,
  listOf,
  oneOf,
  orNull,
  pence,
  precision,
  provenance,
  text,
  year,
  yesOrNo,
  type RowOf,
} from './columns.js';
import { lineage } from './lineage.js';
import { list } from './list.js';
import { phaseColumns, phaseRow, phaseStart } from './overview.js';
import { budgetsInWords, statementsBehind } from './unit-amounts.js';
import { reports } from './report-list.js';
import { stagesEntered, standingsEntered } from './review-log.js';
import { savingColumns, savingRow } from './savings.js';

const phases = list({
  name: 'phases',
  kind: 'phase',
  streams: ['programme'],
  columns: phaseColumns,
  orderedBy: phaseStart,
  row: phaseRow,
});

const themes = list({
  name: 'themes',
  kind: 'theme',
  streams: ['programme'],
  columns: { id, number: count, title: text, adoptedOn: day, provenance },
  orderedBy: ({ number }) => number,
  row: (theme) => ({
    ...fieldsOf(theme, 'id', 'number', 'title'),
    adoptedOn: theme.adopted.on,
    provenance: theme.adopted.provenance,
  }),
});

const tranches = list({
  name: 'tranches',
  kind: 'tranche',
  streams: ['programme'],
  columns: { id, name: text, phase: orNull(id), headings: listOf(text), definedOn: day, provenance },
  row: (tranche) => ({
    ...fieldsOf(tranche, 'id', 'name', 'phase'),
    headings: tranche.totals.map(({ heading, pence, basis }) => `${heading}: ${pence} pence, ${basis}`),
    definedOn: tranche.defined.on,
    provenance: tranche.defined.provenance,
  }),
});

const settings = list({
  name: 'settings',
  kind: 'setting',
  streams: ['programme'],
  columns: { id, value: either(text, count), since: day, provenance },
  row: ({ id, value, changed }) => ({ id, value, since: changed.on, provenance: changed.provenance }),
});

const scales = list({
  name: 'scales',
  kind: 'scale',
  streams: ['programme'],
  columns: {
    ...{ id, name: text, measure: oneOf(...ratingMeasures), version: count },
    ...{ points: listOf(text), since: day, provenance },
  },
  row: (scale) => {
    const { version, points, since } = versionInForce(scale);
    return {
      ...fieldsOf(scale, 'id', 'name', 'measure'),
      version,
      points: points.map(({ id, label }) => `${id}: ${label}`),
      since: since.on,
      provenance: since.provenance,
    };
  },
});

const status = oneOf('open', 'closed');

const portfolios = list({
  name: 'portfolios',
  kind: 'portfolio',
  streams: ['portfolio', 'project'],
  columns: {
    ...{ id, name: text, sponsor: orNull(text), status, openedOn: day, closedOn: orNull(day) },
    ...{ projects: listOf(id), illustrative },
  },
  row: (portfolio, reader, programme, moment) => ({
    ...fieldsOf(portfolio, 'id', 'name', 'sponsor', 'status'),
    openedOn: portfolio.opened.on,
    closedOn: portfolio.closed?.on ?? null,
    projects: reader.parts
      .list(programme, 'project', moment)
      .filter((project) => project.portfolio === portfolio.id && project.status === 'open')
      .map((project) => project.id),
    illustrative: isIllustrative(portfolio.opened.provenance),
  }),
});

const projects = list({
  name: 'projects',
  kind: 'project',
  streams: ['project'],
  columns: {
    ...{ id, name: text, portfolio: id, review: orNull(id), stage: oneOf('chartered', ...projectStages) },
    ...{ status, charteredOn: day, closedOn: orNull(day), illustrative },
  },
  row: (project) => ({
    ...fieldsOf(project, 'id', 'name', 'portfolio', 'review', 'stage', 'status'),
    charteredOn: project.chartered.on,
    closedOn: project.closed?.on ?? null,
    illustrative: isIllustrative(project.chartered.provenance),
  }),
});

const reviews = list({
  name: 'reviews',
  kind: 'review',
  streams: ['review'],
  columns: {
    ...{ id, name: text, service: orNull(id), phase: orNull(id), stage: oneOf(...reviewStages) },
    ...{ stageSince: day, standing: oneOf('active', 'deferred', 'withdrawn'), preferredOption: orNull(id) },
    ...{ preferredOptionTitle: orNull(text), chosenOn: orNull(day), provenance, illustrative },
  },
  row: (review) => ({
    ...fieldsOf(review, 'id', 'name', 'service', 'phase', 'stage'),
    stageSince: review.stageSince.on,
    standing: review.standing,
    preferredOption: review.chosen?.option ?? null,
    preferredOptionTitle: review.options.find(({ id }) => id === review.chosen?.option)?.title ?? null,
    chosenOn: review.chosen?.chosen.on ?? null,
    provenance: review.proposed.provenance,
    illustrative: isIllustrative(review.stageSince.provenance),
  }),
  onTheDay: (review, _reader, _programme, { asAt }) => ({
    stageLog: stagesEntered(review, asAt),
    standingLog: standingsEntered(review, asAt),
  }),
});

const services = list({
  name: 'services',
  kind: 'service',
  streams: ['service'],
  columns: {
    ...{ id, name: text, directorate: orNull(text), tranche: orNull(id) },
    ...{ heading: orNull(oneOf(...headings)), budgetYear: orNull(year), grossPence: orNull(pence) },
    ...{ netPence: orNull(pence), notStatedPence: orNull(pence), budgetProvenance: orNull(provenance) },
    ...{ provenance, illustrative, withdrawnOn: orNull(day) },
  },
  row: (service) => {
    const { registered, withdrawn, budgets } = service;
    const latest = budgets.at(-1);
    return {
      ...fieldsOf(service, 'id', 'name', 'directorate', 'tranche', 'heading'),
      budgetYear: latest?.year ?? null,
      grossPence: latest?.gross ?? null,
      netPence: latest?.net ?? null,
      notStatedPence: latest?.notStated ?? null,
      budgetProvenance: latest?.set.provenance ?? null,
      provenance: registered.provenance,
      illustrative: isIllustrative(latest?.set.provenance ?? registered.provenance),
      withdrawnOn: withdrawn?.on ?? null,
    };
  },
});

const units = list({
  name: 'units',
  kind: 'unit',
  streams: ['structure'],
  columns: {
    ...{ id, name: text, code: orNull(text), unitKind: orNull(text), directorate: orNull(text) },
    ...{ group: orNull(oneOf(...groups)), status: oneOf('open', 'merged', 'split', 'closed') },
    ...{ registeredOn: day, opening: yesOrNo, endedOn: orNull(day), posts: orNull(count) },
    ...{ budgets: listOf(text), predecessors: listOf(id), successors: listOf(id), illustrative },
  },
  row: (unit) => ({
    ...fieldsOf(unit, 'id', 'name', 'code', 'unitKind', 'directorate', 'group', 'status'),
    registeredOn: unit.registered.on,
    opening: unit.opening,
    endedOn: unit.ended?.on ?? null,
    posts: unit.posts?.count ?? null,
    budgets: budgetsInWords(unit.budgets),
    predecessors: unit.predecessors.map(({ unit: id }) => id),
    successors: unit.successors.map(({ unit: id }) => id),
    illustrative: isIllustrative(unit.registered.provenance),
  }),
  onTheDay: (unit, reader, programme, moment) => ({
    lineage: lineage(reader, programme, unit.id, moment),
    statements: statementsBehind(reader, programme, unit, moment),
  }),
});

const savings = list({
  name: 'savings',
  kind: 'saving',
  streams: ['saving'],
  columns: savingColumns,
  row: (saving, _reader, _programme, _moment, { year }) => savingRow(saving, year),
});

/** Every list there is but decisions, history and changes, which have questions of their own. */
export const listViews = [
  phases,
  themes,
  tranches,
  settings,
  scales,
  portfolios,
  projects,
  reviews,
  services,
  units,
  bodies,
  offices,
  powers,
  reports,
  savings,
] as const;

type Lists = { readonly [One in (typeof listViews)[number] as One['kind']]: One };

/** A kind of thing that has a list, the name of the list, and a row of it. */
export type ListedKind = keyof Lists;
export type ListName<K extends ListedKind = ListedKind> = Lists[K]['name'];
export type RowOfKind<K extends ListedKind> = RowOf<Lists[K]['columns']>;

export const decisionColumns = {
  ...{ id, reference: orNull(text), title: text, maker: text, makerName: text, power: orNull(text) },
  ...{ takenOn: day, precision, key: orNull(yesOrNo), holdsFrom: orNull(day), provenance, illustrative },
};

/** A decision as the register shows it. */
export function decisionRow(
  part: TakenDecision,
  holdsFrom: CivilDate | null,
  makerName: string,
): RowOf<typeof decisionColumns> {
  const { id, reference, title, maker, power, takenOn, precision, key, recorded } = part;
  return {
    id,
    reference: reference ?? null,
    title,
    maker,
    makerName,
    power: power ?? null,
    takenOn,
    precision,
    key: key ?? null,
    holdsFrom,
    provenance: recorded.provenance,
    illustrative: isIllustrative(recorded.provenance),
  };
}
