import type { Changes, Parts } from '#timeline';
import { factOf, type Recorded } from '../recorded.js';
import { present } from '../rules.js';
import { advisoryKinds, type AuthorityEvent, type BodyEvent, type OfficeEvent } from './events.js';
import { evolvePower } from './evolve-power.js';
import { meaninglessForAuthority } from './meaningless.js';
import { bodyIn, idIn, namedIn, officeIn, registerIn } from './parts.js';
import {
  appointment,
  bodyKey,
  bodyPart,
  covers,
  idKey,
  idPart,
  membership,
  nameKey,
  namePart,
  officeKey,
  officePart,
  registerKey,
  registerPart,
  termOf,
  type AuthorityPart,
  type BodyPart,
  type IdPart,
  type OfficePart,
} from './state.js';

type State = Parts<AuthorityPart>;
type AuthorityChanges = Changes<AuthorityPart>;

/** What an entry makes of the bodies, offices and powers; nothing where it has no meaning. */
export function evolveAuthority(state: State, event: AuthorityEvent): AuthorityChanges {
  if (meaninglessForAuthority(state, event)) return [];
  if ('body' in event) return evolveBody(state, event);
  return 'office' in event ? evolveOffice(state, event) : evolvePower(state, event);
}

function evolveBody(state: State, event: BodyEvent): AuthorityChanges {
  const { body: id } = event;
  switch (event.type) {
    case 'BodyEstablished': {
      const { name, bodyKind, callIn, source } = event;
      const body = bodyPart({ id, name, bodyKind, callIn, established: factOf(event), source, members: [] });
      const advisory = advisoryKinds.includes(bodyKind);
      return [[bodyKey(id), body], ...registered(state, id, name, { of: 'body', advisory })];
    }
    case 'BodyRenamed': {
      const { fromName, toName } = event;
      return [...body(state, id, () => ({ name: toName })), named(fromName, null), named(toName, id)];
    }
    case 'BodyDissolved': {
      const dissolved = { ...factOf(event), ...present({ reason: event.reason }) };
      return [
        ...body(state, id, () => ({ dissolved })),
        ...givenUp(state, bodyIn(state, id)?.name, id),
        ...gone(state, id, event),
      ];
    }
    case 'MemberAppointed': {
      const appointed = membership({ member: event.member, ...termOf(event, event.until) });
      return body(state, id, ({ members }) => ({ members: [...members, appointed] }));
    }
    case 'MembershipEnded': {
      const { member, effectiveOn: on, precision = 'day' } = event;
      const until = { on, precision };
      return body(state, id, ({ members }) => ({
        members: members.map((one) =>
          one.member === member && covers(one, on) ? membership({ ...one, until }) : one,
        ),
      }));
    }
  }
}

function evolveOffice(state: State, event: OfficeEvent): AuthorityChanges {
  const { office: id } = event;
  switch (event.type) {
    case 'OfficeCreated': {
      const { title, callIn, source } = event;
      const office = officePart({ id, title, callIn, created: factOf(event), source, holders: [] });
      return [[officeKey(id), office], ...registered(state, id, title, { of: 'office', advisory: false })];
    }
    case 'OfficeAbolished': {
      const abolished = { ...factOf(event), ...present({ reason: event.reason }) };
      return [
        ...office(state, id, () => ({ abolished })),
        ...givenUp(state, officeIn(state, id)?.title, id),
        ...gone(state, id, event),
      ];
    }
    case 'HolderAppointed': {
      const appointed = appointment({ holder: event.holder, ...termOf(event, event.until) });
      return office(state, id, ({ holders }) => ({ holders: [...holders, appointed] }));
    }
    case 'AppointmentEnded': {
      const { holder, effectiveOn: on, precision = 'day' } = event;
      const until = { on, precision };
      return office(state, id, ({ holders }) => ({
        holders: holders.map((one) =>
          one.holder === holder && covers(one, on) ? appointment({ ...one, until }) : one,
        ),
      }));
    }
  }
}

/** The id, the name and the register once a body or an office is on record. */
function registered(
  state: State,
  id: string,
  name: string,
  standing: Pick<IdPart, 'of' | 'advisory'>,
): AuthorityChanges {
  const idTaken = [idKey(id), idPart({ ...standing, powers: [] }, id)] as const;
  const first = registerIn(state) ? [] : [[registerKey, registerPart([])] as const];
  return [idTaken, named(name, id), ...first];
}

const named = (name: string, names: string | null) => [nameKey(name), namePart(name, names)] as const;

/** A name is free once what had it is gone. */
function givenUp(state: State, name: string | undefined, id: string): AuthorityChanges {
  return name !== undefined && namedIn(state, name) === id ? [named(name, null)] : [];
}

function gone(state: State, id: string, event: Recorded): AuthorityChanges {
  const standing = idIn(state, id);
  return standing ? [[idKey(id), idPart({ ...standing, gone: factOf(event) }, id)]] : [];
}

function body(state: State, id: string, change: (body: BodyPart) => Partial<BodyPart>): AuthorityChanges {
  const held = bodyIn(state, id);
  return held ? [[bodyKey(id), bodyPart({ ...held, ...change(held) })]] : [];
}

function office(
  state: State,
  id: string,
  change: (office: OfficePart) => Partial<OfficePart>,
): AuthorityChanges {
  const held = officeIn(state, id);
  return held ? [[officeKey(id), officePart({ ...held, ...change(held) })]] : [];
}
