import {
  versionInForce,
  type AnyPart,
  type PhasePart,
  type PortfolioPart,
  type ProjectPart,
  type ReviewPart,
  type SavingPart,
  type ScalePart,
  type ServicePart,
  type SettingPart,
  type TakenDecision,
  type ThemePart,
  type TranchePart,
  type UnitPart,
} from '#programme';
import { authorityLists } from './authority-lists.js';
import { phaseRow, phaseStart } from './overview.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { budgetsInWords } from './unit-amounts.js';
import { reportList } from './report-list.js';
import { stagesEntered, standingsEntered } from './review-log.js';
import { savingRow } from './savings.js';

/** A row of a list: flat enough to be a line of a CSV, with the whole part under its own address. */
export type Row = Readonly<Record<string, unknown>>;

/** A list view: which things it is made of, which streams it reads, and how a thing becomes a row. */
export interface ListView {
  readonly name: string;
  readonly kind: string;
  /** The second part of the names of the streams that the view reads. */
  readonly streams: readonly string[];
  /** A thing as a row; where filters are given, its amounts are of what they ask for. */
  row(
    part: AnyPart,
    reader: Reader,
    programme: string,
    moment: Moment,
    filters?: Readonly<Record<string, string>>,
  ): Row;
  /** What its things are ordered by, the least of it first; by their ids where left out. */
  orderedBy?(part: AnyPart): string | number;
  /** What is worked out of a thing for the day, beside what is on record of it. */
  onTheDay?(part: AnyPart, reader: Reader, programme: string, moment: Moment): Row;
}

const illustrative = (provenance: string | undefined) => provenance === 'illustrative';

/** The things of a list in its order: numbers as numbers and days as days, and else as they are listed by id. */
export function inOrder<Part extends AnyPart>(view: ListView, parts: readonly Part[]): readonly Part[] {
  if (!view.orderedBy) return parts;
  const keyed = parts.map((part) => ({ part, key: view.orderedBy?.(part) ?? '' }));
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1)).map(({ part }) => part);
}

/** Every list there is but decisions, history and changes, which have questions of their own. */
export const listViews: readonly ListView[] = [
  {
    name: 'phases',
    kind: 'phase',
    streams: ['programme'],
    row: (part) => phaseRow(part as PhasePart),
    orderedBy: (part) => phaseStart(part as PhasePart),
  },
  {
    name: 'themes',
    kind: 'theme',
    streams: ['programme'],
    orderedBy: (part) => (part as ThemePart).number,
    row: (part) => {
      const { id, number, title, adopted } = part as ThemePart;
      return { id, number, title, adoptedOn: adopted.on, provenance: adopted.provenance };
    },
  },
  {
    name: 'tranches',
    kind: 'tranche',
    streams: ['programme'],
    row: (part) => {
      const { id, name, phase, totals, defined } = part as TranchePart;
      return {
        id,
        name,
        phase: phase ?? null,
        headings: totals.map(({ heading, pence, basis }) => `${heading}: ${pence} pence, ${basis}`),
        definedOn: defined.on,
        provenance: defined.provenance,
      };
    },
  },
  {
    name: 'settings',
    kind: 'setting',
    streams: ['programme'],
    row: (part) => {
      const { id, value, changed } = part as SettingPart;
      return { id, value, since: changed.on, provenance: changed.provenance };
    },
  },
  {
    name: 'scales',
    kind: 'scale',
    streams: ['programme'],
    row: (part) => {
      const scale = part as ScalePart;
      const { version, points, since } = versionInForce(scale);
      return {
        id: scale.id,
        name: scale.name,
        measure: scale.measure,
        version,
        points: points.map(({ id, label }) => `${id}: ${label}`),
        since: since.on,
        provenance: since.provenance,
      };
    },
  },
  {
    name: 'portfolios',
    kind: 'portfolio',
    streams: ['portfolio', 'project'],
    row: (part, reader, programme, moment) => {
      const { id, name, sponsor, status, opened, closed } = part as PortfolioPart;
      const projects = reader.parts
        .list(programme, 'project', moment)
        .filter((project) => project.portfolio === id && project.status === 'open')
        .map((project) => project.id);
      return {
        id,
        name,
        sponsor: sponsor ?? null,
        status,
        openedOn: opened.on,
        closedOn: closed?.on ?? null,
        projects,
        illustrative: illustrative(opened.provenance),
      };
    },
  },
  {
    name: 'projects',
    kind: 'project',
    streams: ['project'],
    row: (part) => {
      const { id, name, portfolio, review, stage, status, chartered, closed } = part as ProjectPart;
      return {
        id,
        name,
        portfolio,
        review: review ?? null,
        stage,
        status,
        charteredOn: chartered.on,
        closedOn: closed?.on ?? null,
        illustrative: illustrative(chartered.provenance),
      };
    },
  },
  {
    name: 'reviews',
    kind: 'review',
    streams: ['review'],
    onTheDay: (part, _reader, _programme, { asAt }) => ({
      stageLog: stagesEntered(part as ReviewPart, asAt),
      standingLog: standingsEntered(part as ReviewPart, asAt),
    }),
    row: (part) => {
      const { id, name, service, phase, stage, stageSince, standing, chosen, options, proposed } =
        part as ReviewPart;
      return {
        id,
        name,
        service: service ?? null,
        phase: phase ?? null,
        stage,
        stageSince: stageSince.on,
        standing,
        preferredOption: chosen?.option ?? null,
        preferredOptionTitle: options.find((option) => option.id === chosen?.option)?.title ?? null,
        chosenOn: chosen?.chosen.on ?? null,
        provenance: proposed.provenance,
        illustrative: illustrative(stageSince.provenance),
      };
    },
  },
  {
    name: 'services',
    kind: 'service',
    streams: ['service'],
    row: (part) => {
      const { id, name, directorate, tranche, heading, registered, withdrawn, budgets } = part as ServicePart;
      const latest = budgets.at(-1);
      return {
        id,
        name,
        directorate: directorate ?? null,
        tranche: tranche ?? null,
        heading: heading ?? null,
        budgetYear: latest?.year ?? null,
        grossPence: latest?.gross ?? null,
        netPence: latest?.net ?? null,
        notStatedPence: latest?.notStated ?? null,
        budgetProvenance: latest?.set.provenance ?? null,
        provenance: registered.provenance,
        illustrative: illustrative(latest?.set.provenance ?? registered.provenance),
        withdrawnOn: withdrawn?.on ?? null,
      };
    },
  },
  {
    name: 'units',
    kind: 'unit',
    streams: ['structure'],
    row: (part) => {
      const unit = part as UnitPart;
      return {
        id: unit.id,
        name: unit.name,
        code: unit.code ?? null,
        unitKind: unit.unitKind ?? null,
        directorate: unit.directorate ?? null,
        group: unit.group ?? null,
        status: unit.status,
        registeredOn: unit.registered.on,
        opening: unit.opening,
        endedOn: unit.ended?.on ?? null,
        posts: unit.posts?.count ?? null,
        budgets: budgetsInWords(unit.budgets),
        predecessors: unit.predecessors.map(({ unit: id }) => id),
        successors: unit.successors.map(({ unit: id }) => id),
        illustrative: illustrative(unit.registered.provenance),
      };
    },
  },
  ...authorityLists,
  reportList,
  {
    name: 'savings',
    kind: 'saving',
    streams: ['saving'],
    row: (part, _reader, _programme, _moment, { year } = {}) => savingRow(part as SavingPart, year),
  },
];

/** A decision as the register shows it. */
export function decisionRow(part: TakenDecision, holdsFrom: string | null, makerName: string): Row {
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
    illustrative: illustrative(recorded.provenance),
  };
}
