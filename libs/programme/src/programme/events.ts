import type { FinancialYear } from '#calendar';
import type { Basis, PlannedDate, Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';
import type { PointMapping, RatingMeasure, ScalePoint } from './scale.js';

export interface YearShare {
  readonly year: FinancialYear;
  readonly pence: number;
}

export interface TrancheTotal {
  readonly heading: string;
  readonly pence: number;
  readonly basis: Basis;
}

/** What a council sets for itself, each valid from a date. */
export const councilSettings = [
  'key-decision-threshold-pence',
  'key-decision-divisions',
  'notice-clear-days',
  'notice-basis',
  'general-exception-clear-days',
  'general-exception-basis',
  'call-in-clear-days',
  'call-in-basis',
  'urgency-report-months',
] as const;
export type CouncilSetting = (typeof councilSettings)[number];

/** How a council counts clear days; the value of each setting whose name ends in `-basis`. */
export const dayBases = ['calendar', 'working'] as const;

export type ProgrammeEvent = Recorded & { readonly programme: string } & (
    | { readonly type: 'ProgrammeStarted'; readonly name: string; readonly purpose?: string }
    | { readonly type: 'ProgrammeRenamed'; readonly name: string }
    | { readonly type: 'ProgrammeClosed'; readonly reason?: string }
    | {
        readonly type: 'SavingsTargetSet';
        readonly pence: number;
        readonly fromYear: FinancialYear;
        readonly toYear: FinancialYear;
        readonly basis: Basis;
        readonly priceBase?: string;
      }
    | { readonly type: 'SavingsTargetSplit'; readonly years: readonly YearShare[] }
    | { readonly type: 'UnitTargetSet'; readonly baseline: number; readonly reductionPercent: number }
    | {
        readonly type: 'ThemeAdopted';
        readonly theme: string;
        readonly title: string;
        readonly number: number;
      }
    | {
        readonly type: 'TrancheDefined';
        readonly tranche: string;
        readonly name: string;
        readonly phase?: string;
        readonly totals: readonly TrancheTotal[];
      }
    | {
        readonly type: 'PhasePlanned';
        readonly phase: string;
        readonly name: string;
        readonly plannedStart?: PlannedDate;
        readonly plannedEnd?: PlannedDate;
      }
    | {
        readonly type: 'PhaseReplanned';
        readonly phase: string;
        readonly plannedStart?: PlannedDate;
        readonly plannedEnd?: PlannedDate;
        readonly reason: string;
      }
    | { readonly type: 'PhaseOpened'; readonly phase: string }
    | { readonly type: 'PhaseClosed'; readonly phase: string; readonly reason?: string }
    | { readonly type: 'PhaseReopened'; readonly phase: string; readonly reason: string }
    | {
        readonly type: 'CouncilSettingChanged';
        readonly setting: CouncilSetting;
        readonly value: string | number;
      }
    | {
        readonly type: 'RatingScaleDefined';
        readonly scale: string;
        readonly version: number;
        readonly name: string;
        readonly measure: RatingMeasure;
        readonly points: readonly ScalePoint[];
      }
    | {
        readonly type: 'RatingScaleChanged';
        readonly scale: string;
        readonly fromVersion: number;
        readonly version: number;
        readonly points: readonly ScalePoint[];
        readonly mapping: readonly PointMapping[];
      }
  );

export const programmeEvents: { readonly [Type in ProgrammeEvent['type']]: EventDefinition } = {
  ProgrammeStarted: { version: 1, says: 'A change programme was started.', personal: [] },
  ProgrammeRenamed: { version: 1, says: 'A programme was given another name.', personal: [] },
  ProgrammeClosed: { version: 1, says: 'A programme was closed.', personal: [] },
  SavingsTargetSet: {
    version: 1,
    says: 'The savings target was set, one figure over its years.',
    personal: [],
  },
  SavingsTargetSplit: {
    version: 1,
    says: 'Somebody decided how the savings target falls on its years.',
    personal: [],
  },
  UnitTargetSet: { version: 1, says: 'The target for the number of business units was set.', personal: [] },
  ThemeAdopted: { version: 1, says: 'A theme of the programme was adopted.', personal: [] },
  TrancheDefined: {
    version: 1,
    says: 'A tranche of reviews was defined, with its published totals.',
    personal: [],
  },
  PhasePlanned: { version: 1, says: 'A phase was planned. A plan opens nothing.', personal: [] },
  PhaseReplanned: { version: 1, says: 'The planned dates of a phase were changed.', personal: [] },
  PhaseOpened: { version: 1, says: 'A phase was opened.', personal: [] },
  PhaseClosed: { version: 1, says: 'A phase was closed.', personal: [] },
  PhaseReopened: { version: 1, says: 'A closed phase was opened again.', personal: [] },
  CouncilSettingChanged: {
    version: 1,
    says: 'The council changed one of its settings, from that day on.',
    personal: [],
  },
  RatingScaleDefined: { version: 1, says: 'A scale for rating projects was defined.', personal: [] },
  RatingScaleChanged: {
    version: 1,
    says: 'A scale for rating projects was changed. No rating given on it was.',
    personal: [],
  },
};
