import type { StreamDefinition } from '../stream.js';
import { authorityCommands, type AuthorityCommand } from './commands.js';
import { authorityRules, decideAuthority } from './decide.js';
import {
  actInWords,
  advisoryKinds,
  authorityEvents,
  bodyKinds,
  coveredActs,
  type AuthorityEvent,
  type BodyKind,
  type CoveredAct,
} from './events.js';
import type { AuthorityPart } from './state.js';

export {
  authorityIsRecorded,
  authorityRead,
  heldPower,
  holderOf,
  holdersOf,
  makerOn,
  mayDecide,
  notCovered,
  powerNamed,
  standingOn,
} from './may-decide.js';
export { calledBy, covers } from './state.js';
export type {
  Appointment,
  BodyPart,
  Holding,
  MakerPart,
  Membership,
  OfficePart,
  PowerPart,
  Term,
} from './state.js';
export { actInWords, advisoryKinds, bodyKinds, coveredActs };
export type { AuthorityCommand, AuthorityEvent, AuthorityPart, BodyKind, CoveredAct };

/** Who could decide what, on a date: the bodies, offices and powers of a council. One stream a programme. */
export const authorityStream: StreamDefinition<AuthorityPart, AuthorityCommand, AuthorityEvent> = {
  kind: 'authority',
  commands: authorityCommands,
  events: authorityEvents,
  ...authorityRules,
  reads: () => [],
  decide: decideAuthority,
};
