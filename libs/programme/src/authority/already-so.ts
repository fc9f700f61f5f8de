import { same, type Parts } from '#timeline';
import type { PlannedDate, Recorded } from '../recorded.js';
import { restates } from '../repeated.js';
import { present } from '../rules.js';
import type { AuthorityCommand, BodyCommand, OfficeCommand, PowerCommand } from './commands.js';
import { callInUnlessSaid } from './event-of.js';
import { bodyIn, officeIn, powerIn } from './parts.js';
import { actsOf, type AuthorityPart, type Holding, type Term } from './state.js';

type State = Parts<AuthorityPart>;

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<AuthorityCommand['type']> = new Set([
  'establish-body',
  'dissolve-body',
  'appoint-member',
  'end-membership',
  'create-office',
  'abolish-office',
  'appoint-to-office',
  'end-appointment',
  'confer-power',
  'delegate-power',
  'revoke-power',
  'end-delegation',
] as const);

/** Whether the record holds already what a command says, so that it changes nothing. */
export function alreadySo(state: State, command: AuthorityCommand): boolean {
  if ('body' in command) return saidOfBody(state, command);
  return 'office' in command ? saidOfOffice(state, command) : saidOfPower(state, command);
}

function saidOfBody(state: State, command: BodyCommand): boolean {
  const body = bodyIn(state, command.body);
  if (!body) return false;
  switch (command.type) {
    case 'establish-body':
      return (
        restates(body.established, command) &&
        body.name === command.name &&
        body.bodyKind === command.bodyKind &&
        body.callIn === (command.callIn ?? callInUnlessSaid(command.bodyKind))
      );
    case 'rename-body':
      return !body.dissolved && body.name === command.name;
    case 'dissolve-body':
      return restates(body.dissolved, command) && body.dissolved?.reason === command.reason;
    case 'appoint-member':
      return body.members.some((one) => one.member === command.member && begins(one, command));
    case 'end-membership':
      return body.members.some((one) => one.member === command.member && ends(one, command));
  }
}

function saidOfOffice(state: State, command: OfficeCommand): boolean {
  const office = officeIn(state, command.office);
  if (!office) return false;
  switch (command.type) {
    case 'create-office':
      return (
        restates(office.created, command) &&
        office.title === command.title &&
        office.callIn === command.callIn
      );
    case 'abolish-office':
      return restates(office.abolished, command) && office.abolished?.reason === command.reason;
    case 'appoint-to-office':
      return office.holders.some((one) => one.holder === command.holder && begins(one, command));
    case 'end-appointment':
      return office.holders.some(
        (one) => (command.holder ?? one.holder) === one.holder && ends(one, command),
      );
  }
}

function saidOfPower(state: State, command: PowerCommand): boolean {
  const power = powerIn(state, command.power);
  if (!power) return false;
  const some = (isIt: (one: Holding) => boolean) => power.held.some(isIt);
  switch (command.type) {
    case 'confer-power':
      return (
        (command.description ?? power.description) === power.description &&
        (command.covers === undefined || same(power.covers, actsOf(command.covers))) &&
        some((one) => one.by === command.on && one.how === 'constitution' && begins(one, command))
      );
    case 'delegate-power':
      return some(
        (one) =>
          one.by === command.to &&
          one.delegatedBy === command.from &&
          one.conditions === command.conditions &&
          begins(one, command),
      );
    case 'set-power-coverage':
      return same(power.covers, actsOf(command.covers));
    case 'revoke-power':
      return some((one) => one.by === command.from && one.how === 'constitution' && ends(one, command));
    case 'end-delegation':
      return some((one) => one.by === command.to && one.delegatedBy === command.from && ends(one, command));
  }
}

/** Whether a term began as a command says: on its day, until its last, and by no other decision. */
function begins(term: Term, command: Recorded & { readonly until?: PlannedDate }): boolean {
  const { from: on, precision, provenance, decision } = term;
  return (
    restates(present({ on, precision, provenance, decision }), command) && same(term.until, command.until)
  );
}

/** Whether a term has the day of a command as its last already. */
function ends(term: Term, { effectiveOn: on, precision = 'day' }: Recorded): boolean {
  return same(term.until, { on, precision });
}
