import { type Basis, type Fact, type PlannedDate, present } from '#acts';
import type { FinancialYear } from '#calendar';
import type { SettingPart } from '#governance';
import type { ScalePart } from './scale.js';

export interface YearShare {
  readonly year: FinancialYear;
  readonly pence: number;
}

export interface TrancheTotal {
  readonly heading: string;
  readonly pence: number;
  readonly basis: Basis;
}

export interface SavingsTarget {
  readonly pence: number;
  readonly fromYear: FinancialYear;
  readonly toYear: FinancialYear;
  readonly basis: Basis;
  readonly priceBase?: string;
  readonly set: Fact;
  readonly source?: string;
  /** In order of year, where somebody decided a split. */
  readonly years?: readonly YearShare[];
  /** When and how that split was decided: it may be known less well than the target. */
  readonly split?: Fact;
}

export interface UnitTarget {
  readonly baseline: number;
  readonly reductionPercent: number;
  /** Worked out: the baseline less the whole units that the percentage comes to. */
  readonly target: number;
  readonly set: Fact;
  readonly source?: string;
}

export interface ProgrammePart {
  readonly kind: 'programme';
  readonly id: string;
  readonly name: string;
  readonly purpose?: string;
  readonly started: Fact;
  readonly closed?: Fact & { readonly reason?: string };
  readonly source?: string;
  readonly savingsTarget?: SavingsTarget;
  readonly unitTarget?: UnitTarget;
}

export interface PhasePart {
  readonly kind: 'phase';
  readonly id: string;
  readonly name: string;
  readonly planned: Fact;
  readonly plannedStart?: PlannedDate;
  readonly plannedEnd?: PlannedDate;
  /** When and why its planned dates were last changed. */
  readonly replanned?: Fact & { readonly reason: string };
  readonly status: 'planned' | 'open' | 'closed';
  readonly opened?: Fact;
  /** Absent again once it is reopened. */
  readonly closed?: Fact & { readonly reason?: string };
  /** When and why it was last opened again after a closing. */
  readonly reopened?: Fact & { readonly reason: string };
  /** Every time it was opened, closed and opened again, in order. Never written over. */
  readonly statusLog: readonly ({ readonly how: 'opened' | 'closed' | 'reopened' } & Fact & {
      readonly reason?: string;
    })[];
  readonly source?: string;
}

export interface ThemePart {
  readonly kind: 'theme';
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly adopted: Fact;
}

export interface TranchePart {
  readonly kind: 'tranche';
  readonly id: string;
  readonly name: string;
  readonly phase?: string;
  readonly totals: readonly TrancheTotal[];
  readonly defined: Fact;
  readonly source?: string;
}

/** Every part of a programme's own stream. */
export type ProgrammeStreamPart =
  ProgrammePart | PhasePart | ThemePart | TranchePart | SettingPart | ScalePart;

export const programmeKey = (id: string): string => `programme/${id}`;
export const phaseKey = (id: string): string => `phase/${id}`;
export const themeKey = (id: string): string => `theme/${id}`;
export const trancheKey = (id: string): string => `tranche/${id}`;

// Parts are kept as JSON text and compared as text: their members come in one order, whatever happened first.

export function programmePart(fields: Omit<ProgrammePart, 'kind'>): ProgrammePart {
  const { id, name, purpose, started, closed, source, savingsTarget, unitTarget } = fields;
  const kind = 'programme';
  return present({ kind, id, name, purpose, started, closed, source, savingsTarget, unitTarget });
}

export function phasePart(fields: Omit<PhasePart, 'kind'>): PhasePart {
  const { id, name, planned, replanned, status, opened, closed, reopened, statusLog, source } = fields;
  const plannedStart = dateOf(fields.plannedStart);
  const plannedEnd = dateOf(fields.plannedEnd);
  const kind = 'phase';
  const plan = { planned, plannedStart, plannedEnd, replanned };
  return present({ kind, id, name, ...plan, status, opened, closed, reopened, statusLog, source });
}

const dateOf = (date: PlannedDate | undefined) => date && { on: date.on, precision: date.precision };
