import type { StreamDefinition } from '../stream.js';
import { structureCommands, type StructureCommand } from './commands.js';
import { decideStructure, structureRules } from './decide.js';
import {
  groups,
  structureEvents,
  type FunctionalGroup,
  type SplitShare,
  type StructureEvent,
  type UnitAttributes,
} from './events.js';
import type { Lineage, UnitPart } from './state.js';

export { groups };
export type {
  FunctionalGroup,
  Lineage,
  SplitShare,
  StructureCommand,
  StructureEvent,
  UnitAttributes,
  UnitPart,
};

/** The business units of the council: one stream a programme, a part a unit. */
export const structureStream: StreamDefinition<UnitPart, StructureCommand, StructureEvent> = {
  kind: 'structure',
  commands: structureCommands,
  events: structureEvents,
  ...structureRules,
  reads: () => [],
  decide: decideStructure,
};
