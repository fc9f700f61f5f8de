import { partInBy } from '#acts';
import type { BodyPart, OfficePart, PowerPart } from './authority/state.js';
import type { SettingPart } from './council-settings.js';
import type { DecisionPart } from './decision/state.js';

/** What a thing of each kind is that a council decides by: who may, what they decided, and what it has set for itself. */
export interface PartOfGovernance {
  readonly setting: SettingPart;
  readonly body: BodyPart;
  readonly office: OfficePart;
  readonly power: PowerPart;
  readonly decision: DecisionPart;
}

export const partIn = partInBy<PartOfGovernance>();
