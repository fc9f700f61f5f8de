import type { Parts } from '#timeline';
import { recordedOf } from '../recorded.js';
import { present } from '../rules.js';
import type { AuthorityCommand, BodyCommand, OfficeCommand, PowerCommand } from './commands.js';
import type { AuthorityEvent, BodyEvent, BodyKind, OfficeEvent, PowerEvent } from './events.js';
import { bodyIn, officeIn } from './parts.js';
import { actsOf, covers, type AuthorityPart } from './state.js';

type State = Parts<AuthorityPart>;

/**
 * Whether what a body decides is subject to call-in where nobody says: decisions of the executive are (Local Government Act
 * 2000, section 9F), so what a cabinet decides is, and what a council or its committees decide is not. Of officers nothing
 * is known until somebody says it.
 */
export const callInUnlessSaid = (bodyKind: BodyKind): boolean | undefined =>
  bodyKind === 'officer-group' ? undefined : bodyKind === 'cabinet';

/** The event that a command comes to, with what it changes taken from the state. */
export function eventOf(state: State, command: AuthorityCommand): AuthorityEvent {
  if ('body' in command) return eventOfBody(state, command);
  return 'office' in command ? eventOfOffice(state, command) : eventOfPower(command);
}

function eventOfBody(state: State, command: BodyCommand): BodyEvent {
  const recorded = { ...recordedOf(command), body: command.body };
  switch (command.type) {
    case 'establish-body': {
      const { name: called, bodyKind, callIn = callInUnlessSaid(bodyKind) } = command;
      return { ...recorded, type: 'BodyEstablished', name: called, bodyKind, ...present({ callIn }) };
    }
    case 'rename-body':
      return {
        ...recorded,
        type: 'BodyRenamed',
        fromName: command.fromName ?? bodyIn(state, command.body)?.name ?? '',
        toName: command.name,
      };
    case 'dissolve-body':
      return { ...recorded, type: 'BodyDissolved', ...present({ reason: command.reason }) };
    case 'appoint-member': {
      const { member, until } = command;
      return { ...recorded, type: 'MemberAppointed', member, ...present({ until }) };
    }
    case 'end-membership':
      return { ...recorded, type: 'MembershipEnded', member: command.member };
  }
}

function eventOfOffice(state: State, command: OfficeCommand): OfficeEvent {
  const recorded = { ...recordedOf(command), office: command.office };
  const office = officeIn(state, command.office);
  switch (command.type) {
    case 'create-office': {
      const { title, callIn } = command;
      return { ...recorded, type: 'OfficeCreated', title, ...present({ callIn }) };
    }
    case 'abolish-office':
      return { ...recorded, type: 'OfficeAbolished', ...present({ reason: command.reason }) };
    case 'appoint-to-office': {
      const { holder, until } = command;
      return { ...recorded, type: 'HolderAppointed', holder, ...present({ until }) };
    }
    case 'end-appointment': {
      const current = office?.holders.find((one) => covers(one, command.effectiveOn))?.holder;
      return { ...recorded, type: 'AppointmentEnded', holder: command.holder ?? current ?? '' };
    }
  }
}

function eventOfPower(command: PowerCommand): PowerEvent {
  const recorded = { ...recordedOf(command), power: command.power };
  switch (command.type) {
    case 'confer-power': {
      const { description, on, until } = command;
      const covers = command.covers && actsOf(command.covers);
      return { ...recorded, type: 'PowerConferred', ...present({ description, covers, until }), on };
    }
    case 'delegate-power': {
      const { from, to, until, conditions } = command;
      return { ...recorded, type: 'PowerDelegated', from, to, ...present({ until, conditions }) };
    }
    case 'set-power-coverage':
      return { ...recorded, type: 'PowerCoverageSet', covers: actsOf(command.covers) };
    case 'revoke-power':
      return { ...recorded, type: 'PowerRevoked', from: command.from };
    case 'end-delegation':
      return { ...recorded, type: 'DelegationEnded', from: command.from, to: command.to };
  }
}
