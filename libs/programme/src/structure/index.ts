import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { closeUnit } from './close-unit.js';
import { mergeUnits } from './merge-units.js';
import { reclassifyUnit } from './reclassify-unit.js';
import { recodeUnit } from './recode-unit.js';
import { recodeUnits } from './recode-units.js';
import { registerUnit } from './register-unit.js';
import { renameUnit } from './rename-unit.js';
import { setUnitBudget } from './set-unit-budget.js';
import { setUnitPosts } from './set-unit-posts.js';
import { splitUnit } from './split-unit.js';
import type { StructurePart } from './state.js';
import { transferUnit } from './transfer-unit.js';

export type { Amounts, CarriedFrom, UnitBudget, UnitPosts } from './carried.js';
export type { CodePart, Lineage, StructurePart, UnitEnd, UnitPart } from './state.js';
export { groups, type UnitAttributes } from './unit-fields.js';

const acts = [
  mergeUnits,
  splitUnit,
  closeUnit,
  registerUnit,
  transferUnit,
  renameUnit,
  recodeUnit,
  recodeUnits,
  reclassifyUnit,
  setUnitBudget,
  setUnitPosts,
] as const;

export type StructureCommand = CommandOf<(typeof acts)[number]>;
export type StructureEvent = EntryOf<(typeof acts)[number]>;

/** The business units of the council: one stream a programme, a part a unit and a part a code. */
export const structureStream = streamOf<StructurePart, typeof acts>({
  kind: 'structure',
  heading: 'A business unit changed',
  acts,
});
