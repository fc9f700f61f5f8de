import type { StreamDefinition } from '../stream.js';
import { structureCommands, type StructureCommand } from './commands.js';
import { decideStructure, structureReads, structureRules } from './decide.js';
import {
  groups,
  structureEvents,
  type FunctionalGroup,
  type NewUnit,
  type SplitShare,
  type StructureEvent,
  type UnitAttributes,
} from './events.js';
import type { Amounts, CarriedFrom, UnitBudget, UnitPosts } from './carried.js';
import type { CodePart, Lineage, StructurePart, UnitEnd, UnitPart } from './state.js';

export { groups };
export type {
  Amounts,
  CarriedFrom,
  CodePart,
  FunctionalGroup,
  Lineage,
  NewUnit,
  SplitShare,
  StructureCommand,
  StructureEvent,
  StructurePart,
  UnitAttributes,
  UnitBudget,
  UnitEnd,
  UnitPart,
  UnitPosts,
};

/** The business units of the council: one stream a programme, a part a unit and a part a code. */
export const structureStream: StreamDefinition<StructurePart, StructureCommand, StructureEvent> = {
  kind: 'structure',
  commands: structureCommands,
  events: structureEvents,
  ...structureRules,
  reads: structureReads,
  decide: decideStructure,
};
