import type { FinancialYear } from '#calendar';
import type { Basis, PlannedDate } from '../recorded.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { CouncilSetting, TrancheTotal, YearShare } from './events.js';
import type { PointMapping, RatingMeasure, ScalePoint } from './scale.js';

export type ProgrammeCommand = Command &
  (
    | { readonly type: 'start-programme'; readonly name: string; readonly purpose?: string }
    | { readonly type: 'rename-programme'; readonly name: string }
    | { readonly type: 'close-programme'; readonly reason?: string }
    | {
        readonly type: 'set-savings-target';
        readonly pence: number;
        readonly fromYear: FinancialYear;
        readonly toYear: FinancialYear;
        readonly basis: Basis;
        readonly priceBase?: string;
      }
    | { readonly type: 'split-savings-target'; readonly years: readonly YearShare[] }
    | { readonly type: 'set-unit-target'; readonly baseline: number; readonly reductionPercent: number }
    | {
        readonly type: 'adopt-theme';
        readonly theme: string;
        readonly title: string;
        readonly number: number;
      }
    | {
        readonly type: 'define-tranche';
        readonly tranche: string;
        readonly name: string;
        readonly phase?: string;
        readonly totals: readonly TrancheTotal[];
      }
    | {
        readonly type: 'plan-phase';
        readonly phase: string;
        readonly name: string;
        readonly plannedStart?: PlannedDate;
        readonly plannedEnd?: PlannedDate;
      }
    | {
        readonly type: 'replan-phase';
        readonly phase: string;
        readonly plannedStart?: PlannedDate;
        readonly plannedEnd?: PlannedDate;
        readonly reason: string;
      }
    | { readonly type: 'open-phase'; readonly phase: string }
    | { readonly type: 'close-phase'; readonly phase: string; readonly reason?: string }
    | { readonly type: 'reopen-phase'; readonly phase: string; readonly reason: string }
    | {
        readonly type: 'set-council-setting';
        readonly setting: CouncilSetting;
        readonly value: string | number;
      }
    | {
        readonly type: 'define-rating-scale';
        readonly scale: string;
        readonly version: number;
        readonly name: string;
        readonly measure: RatingMeasure;
        readonly points: readonly ScalePoint[];
      }
    | {
        readonly type: 'change-rating-scale';
        readonly scale: string;
        readonly version: number;
        readonly fromVersion?: number;
        readonly points: readonly ScalePoint[];
        readonly mapping: readonly PointMapping[];
      }
  );

export const programmeCommands: { readonly [Name in ProgrammeCommand['type']]: CommandDefinition } = {
  'start-programme': {
    does: 'Starts a change programme; the first command of any.',
    adds: ['ProgrammeStarted'],
  },
  'rename-programme': { does: 'Gives the programme another name.', adds: ['ProgrammeRenamed'] },
  'close-programme': { does: 'Closes the programme.', adds: ['ProgrammeClosed'], ends: true },
  'set-savings-target': {
    does: 'Sets the savings target, one figure over its years.',
    adds: ['SavingsTargetSet'],
  },
  'split-savings-target': {
    does: 'Records how somebody decided to split the savings target over its years.',
    adds: ['SavingsTargetSplit'],
  },
  'set-unit-target': { does: 'Sets the target for the number of business units.', adds: ['UnitTargetSet'] },
  'adopt-theme': { does: 'Adopts a theme of the programme.', adds: ['ThemeAdopted'] },
  'define-tranche': {
    does: 'Defines a tranche of reviews with its published totals.',
    adds: ['TrancheDefined'],
  },
  'plan-phase': { does: 'Plans a phase. A plan opens nothing.', adds: ['PhasePlanned'] },
  'replan-phase': { does: 'Changes the planned dates of a phase.', adds: ['PhaseReplanned'] },
  'open-phase': { does: 'Opens a phase.', adds: ['PhaseOpened'] },
  'close-phase': { does: 'Closes a phase.', adds: ['PhaseClosed'], ends: true },
  'reopen-phase': { does: 'Opens a closed phase again.', adds: ['PhaseReopened'] },
  'set-council-setting': {
    does: 'Changes a setting of the council from a day on.',
    adds: ['CouncilSettingChanged'],
  },
  'define-rating-scale': { does: 'Defines a scale for rating projects.', adds: ['RatingScaleDefined'] },
  'change-rating-scale': {
    does: 'Puts a new version of a scale in force, and says what each old point comes to. Changes no rating.',
    adds: ['RatingScaleChanged'],
  },
};
