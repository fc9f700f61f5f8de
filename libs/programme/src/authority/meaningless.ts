import type { Parts, Refusal } from '#timeline';
import { describeDate } from '#calendar';
import type { PlannedDate, Recorded } from '../recorded.js';
import { onDay, refuse, says, the } from '../rules.js';
import type { AuthorityEvent, BodyEvent, OfficeEvent } from './events.js';
import { meaninglessForPower } from './meaningless-power.js';
import { calledOtherwise } from './premise.js';
import { bodyIn, idIn, namedIn, officeIn } from './parts.js';
import { covers, type AuthorityPart } from './state.js';

type State = Parts<AuthorityPart>;

/** Where an entry about bodies, offices or powers would record nothing: no exception can give it a meaning. */
export function meaninglessForAuthority(state: State, event: AuthorityEvent): Refusal | undefined {
  if ('until' in event) {
    const refusal = endsBeforeItBegins(event, event.until);
    if (refusal) return refusal;
  }
  if ('body' in event) return meaninglessForBody(state, event);
  return 'office' in event ? meaninglessForOffice(state, event) : meaninglessForPower(state, event);
}

function endsBeforeItBegins({ effectiveOn }: Recorded, until: PlannedDate | undefined): Refusal | undefined {
  if (until === undefined || until.on >= effectiveOn) return undefined;
  return refuse(
    'ends-before-it-begins',
    `The term begins on ${describeDate(effectiveOn, 'day')} and would end on ${onDay(until)}: correct one of the dates`,
  );
}

function meaninglessForBody(state: State, event: BodyEvent): Refusal | undefined {
  const { body: id } = event;
  if (event.type === 'BodyEstablished') return idTaken(state, id) ?? nameTaken(state, id, event.name);
  const body = bodyIn(state, id);
  if (!body) {
    return refuse(
      'body-not-established',
      says`No body ${the.body(id)} is established by then: put it on record with establish-body, or date this later`,
    );
  }
  if (body.dissolved) {
    return refuse(
      'body-dissolved',
      says`Body ${the.body(id)} was dissolved on ${onDay(body.dissolved)}: date this earlier, or name another`,
    );
  }
  switch (event.type) {
    case 'BodyRenamed':
      return calledOtherwise(body.name, event.fromName) ?? nameTaken(state, id, event.toName);
    case 'BodyDissolved':
      return undefined;
    case 'MemberAppointed': {
      const held = body.members.find((one) => one.member === event.member && covers(one, event.effectiveOn));
      return (
        held &&
        refuse(
          'already-a-member',
          says`${the.maker(event.member)} is a member of ${body.name} already, since ${onDay({ on: held.from, precision: held.precision })}: end that membership first`,
        )
      );
    }
    case 'MembershipEnded':
      if (body.members.some((one) => one.member === event.member && covers(one, event.effectiveOn)))
        return undefined;
      return refuse(
        'not-a-member',
        says`${the.maker(event.member)} is no member of ${body.name} by then: appoint them first, or correct the date or the name`,
      );
  }
}

function meaninglessForOffice(state: State, event: OfficeEvent): Refusal | undefined {
  const { office: id } = event;
  if (event.type === 'OfficeCreated') return idTaken(state, id) ?? nameTaken(state, id, event.title);
  const office = officeIn(state, id);
  if (!office) {
    return refuse(
      'office-not-created',
      says`No office ${the.office(id)} is created by then: put it on record with create-office, or date this later`,
    );
  }
  if (office.abolished) {
    return refuse(
      'office-abolished',
      says`Office ${the.office(id)} was abolished on ${onDay(office.abolished)}: date this earlier, or name another`,
    );
  }
  switch (event.type) {
    case 'OfficeAbolished':
    case 'HolderAppointed':
      return undefined;
    case 'AppointmentEnded':
      if (office.holders.some((one) => one.holder === event.holder && covers(one, event.effectiveOn)))
        return undefined;
      return refuse(
        'nobody-to-end',
        `${office.title} is not held ${event.holder === '' ? '' : `by ${event.holder} `}by then: record the appointment first, or correct the date`,
      );
  }
}

function idTaken(state: State, id: string): Refusal | undefined {
  const held = idIn(state, id);
  return (
    held &&
    refuse(
      'id-taken',
      says`${the.maker(id)} is on record already as ${held.of === 'body' ? 'a body' : 'an office'}: strike that entry to correct it, or choose another id`,
    )
  );
}

function nameTaken(state: State, id: string, name: string): Refusal | undefined {
  const other = namedIn(state, name);
  if (other === undefined || other === id) return undefined;
  return refuse(
    'name-taken',
    says`${the.maker(other)} is called ${name} by then: give one of the two another name, so that a decision says whose it is`,
  );
}
