import type { StreamDefinition } from '../stream.js';
import {
  businessCases,
  planNames,
  savingCategories,
  savingMeans,
  savingRecurrences,
  yearEffects,
  type BusinessCase,
  type PlanName,
  type SavingCategory,
  type SavingMeans,
  type SavingRecurrence,
  type SavingYear,
  type YearEffect,
} from './amounts.js';
import { savingCommands, type SavingCommand } from './commands.js';
import { decideSaving, savingReads, savingRules } from './decide.js';
import { savingEvents, type SavingEvent } from './events.js';
import {
  countedOf,
  savingMeasures,
  savingStatuses,
  statedBy,
  type SavingMeasure,
  type SavingPart,
  type SavingStatus,
} from './state.js';

export {
  businessCases,
  countedOf,
  planNames,
  savingCategories,
  savingMeans,
  savingMeasures,
  savingRecurrences,
  savingStatuses,
  statedBy,
  yearEffects,
};
export type {
  BusinessCase,
  PlanName,
  SavingCategory,
  SavingCommand,
  SavingEvent,
  SavingMeans,
  SavingMeasure,
  SavingPart,
  SavingRecurrence,
  SavingStatus,
  SavingYear,
  YearEffect,
};

/** A saving, a stream each. */
export const savingStream: StreamDefinition<SavingPart, SavingCommand, SavingEvent> = {
  kind: 'saving',
  commands: savingCommands,
  events: savingEvents,
  ...savingRules,
  reads: savingReads,
  decide: decideSaving,
};
