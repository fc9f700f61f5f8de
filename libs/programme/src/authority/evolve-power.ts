import type { Changes, Parts } from '#timeline';
import { present } from '../rules.js';
import type { PowerEvent } from './events.js';
import { idIn, powerIn, registerIn } from './parts.js';
import {
  covers,
  holding,
  idKey,
  idPart,
  powerKey,
  powerPart,
  registerKey,
  registerPart,
  termOf,
  withId,
  type AuthorityPart,
  type Holding,
  type PowerPart,
} from './state.js';

type State = Parts<AuthorityPart>;

/** What an entry that has a meaning makes of a power, and of whoever is given it. */
export function evolvePower(state: State, event: PowerEvent): Changes<AuthorityPart> {
  switch (event.type) {
    case 'PowerConferred': {
      const { power, on: by, until, description, covers: acts, source } = event;
      const held = { by, how: 'constitution', ...termOf(event, until) } as const;
      const register = registerIn(state);
      return [
        ...given(state, power, held, { description, covers: acts, source }),
        ...(register ? [[registerKey, registerPart(withId(register.powers, power))] as const] : []),
      ];
    }
    case 'PowerDelegated': {
      const { power, from: delegatedBy, to: by, until, conditions } = event;
      const further = present({ delegatedBy, conditions });
      return given(state, power, { by, how: 'delegation', ...termOf(event, until), ...further });
    }
    case 'PowerCoverageSet': {
      const power = powerIn(state, event.power);
      return power ? [[powerKey(event.power), powerPart({ ...power, covers: event.covers })]] : [];
    }
    case 'PowerRevoked':
      return taken(state, event, ({ by, how }) => how === 'constitution' && by === event.from);
    case 'DelegationEnded':
      return taken(state, event, ({ by, delegatedBy }) => delegatedBy === event.from && by === event.to);
  }
}

/** A power with one more holding of it, and the holder with one more power. */
function given(
  state: State,
  id: string,
  held: Holding,
  said: Partial<Record<'description' | 'source', string | undefined>> & {
    covers?: PowerPart['covers'];
  } = {},
): Changes<AuthorityPart> {
  const power = powerIn(state, id);
  const holder = idIn(state, held.by);
  const description = said.description ?? power?.description;
  if (description === undefined || !holder) return [];
  const source = power ? power.source : said.source;
  const acts = said.covers ?? power?.covers;
  const holdings = [...(power?.held ?? []), holding(held)];
  return [
    [powerKey(id), powerPart({ id, description, ...present({ covers: acts, source }), held: holdings })],
    [idKey(held.by), idPart({ ...holder, powers: withId(holder.powers, id) }, held.by)],
  ];
}

function taken(
  state: State,
  { power: id, effectiveOn: on, precision = 'day' }: PowerEvent,
  isIt: (one: Holding) => boolean,
): Changes<AuthorityPart> {
  const power = powerIn(state, id);
  if (!power) return [];
  const until = { on, precision };
  const held = power.held.map((one) => (isIt(one) && covers(one, on) ? holding({ ...one, until }) : one));
  return [[powerKey(id), powerPart({ ...power, held })]];
}
