import type { PlannedDate, Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export const bodyKinds = [
  'council',
  'cabinet',
  'cabinet-committee',
  'committee',
  'board',
  'advisory-group',
  'officer-group',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** The kinds of body that advise and endorse: none of them can hold a power. */
export const advisoryKinds: readonly BodyKind[] = ['cabinet-committee', 'board', 'advisory-group'];

/** What can be decided under a power: the acts that it covers. */
export const coveredActs = [
  'executive-functions',
  'staffing',
  'budget-and-policy-framework',
  'delegated-functions',
] as const;
export type CoveredAct = (typeof coveredActs)[number];

/** Each act as a sentence goes on with it. */
export const actInWords: Readonly<Record<CoveredAct, string>> = {
  'executive-functions': 'executive functions',
  staffing: 'staffing and the organisation of business units',
  'budget-and-policy-framework': 'the budget and the policy framework',
  'delegated-functions': 'functions of the council that were delegated',
};

export type BodyEvent = Recorded & { readonly body: string } & (
    | {
        readonly type: 'BodyEstablished';
        readonly name: string;
        readonly bodyKind: BodyKind;
        /** Whether what it decides is subject to call-in; absent where nobody said. */
        readonly callIn?: boolean;
      }
    | { readonly type: 'BodyRenamed'; readonly fromName: string; readonly toName: string }
    | { readonly type: 'BodyDissolved'; readonly reason?: string }
    | {
        readonly type: 'MemberAppointed';
        /** The id of an office, or a role; no personal name. */
        readonly member: string;
        /** The last day of the term, where it is known in advance. */
        readonly until?: PlannedDate;
      }
    | { readonly type: 'MembershipEnded'; readonly member: string }
  );

export type OfficeEvent = Recorded & { readonly office: string } & (
    | { readonly type: 'OfficeCreated'; readonly title: string; readonly callIn?: boolean }
    | { readonly type: 'OfficeAbolished'; readonly reason?: string }
    | {
        readonly type: 'HolderAppointed';
        /** An opaque person id. */
        readonly holder: string;
        readonly until?: PlannedDate;
      }
    | { readonly type: 'AppointmentEnded'; readonly holder: string }
  );

export type PowerEvent = Recorded & { readonly power: string } & (
    | {
        readonly type: 'PowerConferred';
        /** What may be decided under it; needed the first time. The constitution's reference is its `source`. */
        readonly description?: string;
        /** The acts that it covers from then on, where that was said with it. */
        readonly covers?: readonly CoveredAct[];
        /** The body or the office that holds it from then on. */
        readonly on: string;
        readonly until?: PlannedDate;
      }
    | {
        readonly type: 'PowerDelegated';
        readonly from: string;
        readonly to: string;
        readonly until?: PlannedDate;
        readonly conditions?: string;
      }
    | { readonly type: 'PowerCoverageSet'; readonly covers: readonly CoveredAct[] }
    | { readonly type: 'PowerRevoked'; readonly from: string }
    | { readonly type: 'DelegationEnded'; readonly from: string; readonly to: string }
  );

export type AuthorityEvent = BodyEvent | OfficeEvent | PowerEvent;

export const authorityEvents: { readonly [Type in AuthorityEvent['type']]: EventDefinition } = {
  BodyEstablished: { version: 1, says: 'A body was established.', personal: [] },
  BodyRenamed: { version: 1, says: 'A body was given another name.', personal: [] },
  BodyDissolved: {
    version: 1,
    says: 'A body was dissolved; the date is the first day it is gone.',
    personal: [],
  },
  MemberAppointed: { version: 1, says: 'A member was appointed to a body, by office or role.', personal: [] },
  MembershipEnded: { version: 1, says: 'A membership ended; the date is its last day.', personal: [] },
  OfficeCreated: { version: 1, says: 'An office was created.', personal: [] },
  OfficeAbolished: {
    version: 1,
    says: 'An office was abolished; the date is the first day it is gone.',
    personal: [],
  },
  HolderAppointed: { version: 1, says: 'Somebody was appointed to an office.', personal: ['holder'] },
  AppointmentEnded: {
    version: 1,
    says: 'An appointment to an office ended; the date is its last day.',
    personal: ['holder'],
  },
  PowerConferred: { version: 1, says: 'A power was conferred on a body or an office.', personal: [] },
  PowerDelegated: {
    version: 1,
    says: 'A power was delegated by one that held it, which keeps it.',
    personal: [],
  },
  PowerCoverageSet: {
    version: 1,
    says: 'It was said which acts a power covers, from that day on.',
    personal: [],
  },
  PowerRevoked: {
    version: 1,
    says: 'A power was revoked from one on which it was conferred; the date is the last day of it.',
    personal: [],
  },
  DelegationEnded: { version: 1, says: 'A delegation ended; the date is its last day.', personal: [] },
};
