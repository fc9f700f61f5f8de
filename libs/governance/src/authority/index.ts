import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { abolishOffice } from './abolish-office.js';
import { appointMember } from './appoint-member.js';
import { appointToOffice } from './appoint-to-office.js';
import { conferPower } from './confer-power.js';
import { createOffice } from './create-office.js';
import { delegatePower } from './delegate-power.js';
import { dissolveBody } from './dissolve-body.js';
import { endAppointment } from './end-appointment.js';
import { endDelegation } from './end-delegation.js';
import { endMembership } from './end-membership.js';
import { establishBody } from './establish-body.js';
import { renameBody } from './rename-body.js';
import { revokePower } from './revoke-power.js';
import { setPowerCoverage } from './set-power-coverage.js';
import type { AuthorityPart } from './state.js';

export { advisoryKinds, bodyKinds, type BodyKind } from './body-kinds.js';
export { actInWords, coveredActs, type CoveredAct } from './covered-acts.js';
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
  AuthorityPart,
  BodyPart,
  Holding,
  MakerPart,
  Membership,
  OfficePart,
  PowerPart,
  Term,
} from './state.js';

const acts = [
  appointToOffice,
  endAppointment,
  appointMember,
  endMembership,
  delegatePower,
  endDelegation,
  conferPower,
  setPowerCoverage,
  revokePower,
  establishBody,
  renameBody,
  dissolveBody,
  createOffice,
  abolishOffice,
] as const;

export type AuthorityCommand = CommandOf<(typeof acts)[number]>;
export type AuthorityEvent = EntryOf<(typeof acts)[number]>;

/** Who could decide what, on a date: the bodies, offices and powers of a council. One stream a programme. */
export const authorityStream = streamOf<AuthorityPart, typeof acts>({
  kind: 'authority',
  heading: 'Who may decide',
  acts,
});
