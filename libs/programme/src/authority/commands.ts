import type { PlannedDate } from '../recorded.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { BodyKind, CoveredAct } from './events.js';

export type BodyCommand = Command & { readonly body: string } & (
    | {
        readonly type: 'establish-body';
        readonly name: string;
        readonly bodyKind: BodyKind;
        readonly callIn?: boolean;
      }
    | { readonly type: 'rename-body'; readonly name: string; readonly fromName?: string }
    | { readonly type: 'dissolve-body'; readonly reason?: string }
    | { readonly type: 'appoint-member'; readonly member: string; readonly until?: PlannedDate }
    | { readonly type: 'end-membership'; readonly member: string }
  );

export type OfficeCommand = Command & { readonly office: string } & (
    | { readonly type: 'create-office'; readonly title: string; readonly callIn?: boolean }
    | { readonly type: 'abolish-office'; readonly reason?: string }
    | { readonly type: 'appoint-to-office'; readonly holder: string; readonly until?: PlannedDate }
    | {
        readonly type: 'end-appointment';
        /** Who holds it, where more than one is on record; else whoever does. */
        readonly holder?: string;
      }
  );

export type PowerCommand = Command & { readonly power: string } & (
    | {
        readonly type: 'confer-power';
        readonly description?: string;
        readonly covers?: readonly CoveredAct[];
        readonly on: string;
        readonly until?: PlannedDate;
      }
    | {
        readonly type: 'delegate-power';
        readonly from: string;
        readonly to: string;
        readonly until?: PlannedDate;
        readonly conditions?: string;
      }
    | { readonly type: 'set-power-coverage'; readonly covers: readonly CoveredAct[] }
    | { readonly type: 'revoke-power'; readonly from: string }
    | { readonly type: 'end-delegation'; readonly from: string; readonly to: string }
  );

export type AuthorityCommand = BodyCommand | OfficeCommand | PowerCommand;

export const authorityCommands: { readonly [Name in AuthorityCommand['type']]: CommandDefinition } = {
  'establish-body': {
    does: 'Puts a body on record from the day it was established: a council, its cabinet, a committee, a board.',
    adds: ['BodyEstablished'],
  },
  'rename-body': { does: 'Gives a body another name.', adds: ['BodyRenamed'] },
  'dissolve-body': {
    does: 'Dissolves a body: on the day this holds from it is gone.',
    adds: ['BodyDissolved'],
    ends: true,
  },
  'appoint-member': {
    does: 'Appoints a member of a body, by office or role, until a last day or until it is ended.',
    adds: ['MemberAppointed'],
  },
  'end-membership': {
    does: 'Ends a membership: the day this holds from is its last.',
    adds: ['MembershipEnded'],
    ends: true,
  },
  'create-office': {
    does: 'Puts an office on record, such as Leader or Head of Paid Service.',
    adds: ['OfficeCreated'],
  },
  'abolish-office': {
    does: 'Abolishes an office: on the day this holds from it is gone.',
    adds: ['OfficeAbolished'],
    ends: true,
  },
  'appoint-to-office': {
    does: 'Appoints somebody to an office, until a last day or until it is ended; one holder at a time.',
    adds: ['HolderAppointed'],
  },
  'end-appointment': {
    does: 'Ends the appointment to an office: the day this holds from is its last.',
    adds: ['AppointmentEnded'],
    ends: true,
  },
  'confer-power': {
    does: 'Confers a power on a body or an office, as the constitution says: send its reference as the source.',
    adds: ['PowerConferred'],
  },
  'delegate-power': {
    does: 'Delegates a power from one that holds it, which keeps it, to another.',
    adds: ['PowerDelegated'],
  },
  'set-power-coverage': {
    does: 'Says which acts a power covers, from a day on: whoever holds it may do those, and no others.',
    adds: ['PowerCoverageSet'],
  },
  'revoke-power': {
    does: 'Revokes a power from one on which it was conferred: the day this holds from is the last of it.',
    adds: ['PowerRevoked'],
    ends: true,
  },
  'end-delegation': {
    does: 'Ends a delegation: the day this holds from is its last.',
    adds: ['DelegationEnded'],
    ends: true,
  },
};
