import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { authoriseSaving } from './authorise-saving.js';
import { changeSavingOwner } from './change-saving-owner.js';
import { forecastSaving } from './forecast-saving.js';
import { identifySaving } from './identify-saving.js';
import { moveSaving } from './move-saving.js';
import { placeSavingInBusinessCase } from './place-saving-in-business-case.js';
import { recordDeliveredSaving } from './record-delivered-saving.js';
import { reinstateSaving } from './reinstate-saving.js';
import { releaseSaving } from './release-saving.js';
import { reprofileSaving } from './reprofile-saving.js';
import type { SavingPart } from './state.js';
import { validateSaving } from './validate-saving.js';
import { withdrawSaving } from './withdraw-saving.js';

export {
  businessCases,
  planNames,
  savingCategories,
  savingMeans,
  savingRecurrences,
  type BusinessCase,
  type PlanName,
  type SavingMeans,
  type SavingRecurrence,
  type SavingYear,
} from './amounts.js';
export {
  countedOf,
  savingMeasures,
  savingStatuses,
  type SavingMeasure,
  type SavingPart,
  type SavingStatus,
} from './state.js';

const acts = [
  identifySaving,
  placeSavingInBusinessCase,
  authoriseSaving,
  forecastSaving,
  recordDeliveredSaving,
  validateSaving,
  reprofileSaving,
  moveSaving,
  changeSavingOwner,
  withdrawSaving,
  releaseSaving,
  reinstateSaving,
] as const;

export type SavingCommand = CommandOf<(typeof acts)[number]>;
export type SavingEvent = EntryOf<(typeof acts)[number]>;

/** A saving, a stream each. */
export const savingStream = streamOf<SavingPart, typeof acts>({
  kind: 'saving',
  id: 'saving',
  heading: 'A saving',
  acts,
});
