import { same, type Parts, type Refusal, type Saying } from '#timeline';
import { onDay, refuse, says, the } from '../rules.js';
import type { PowerEvent } from './events.js';
import { idIn, powerIn } from './parts.js';
import { covers, type AuthorityPart, type Holding } from './state.js';

type State = Parts<AuthorityPart>;

/** Where an entry about a power would record nothing: no exception can give it a meaning. */
export function meaninglessForPower(state: State, event: PowerEvent): Refusal | undefined {
  const { power: id, effectiveOn } = event;
  const power = powerIn(state, id);
  const current = (isIt: (one: Holding) => boolean) =>
    power?.held.some((one) => isIt(one) && covers(one, effectiveOn)) ?? false;
  switch (event.type) {
    case 'PowerConferred': {
      const { on, description, covers: acts } = event;
      const refusal = cannotHold(state, on) ?? (acts && coversNothing(id, acts));
      if (refusal) return refusal;
      if (acts && power?.covers && !same(acts, power.covers)) return coversOtherwise(id);
      if (current(({ by, how }) => by === on && how === 'constitution')) return heldAlready(id, on);
      if (power || description !== undefined) return undefined;
      return refuse(
        'power-not-described',
        says`Say what may be decided under power ${the.power(id)}: its description is not on the record yet`,
      );
    }
    case 'PowerDelegated': {
      const { from, to } = event;
      if (!power) return notConferred(id);
      const refusal = onRecord(state, from) ?? cannotHold(state, to);
      if (refusal) return refusal;
      if (from === to) {
        return refuse(
          'delegated-to-itself',
          says`${the.maker(from)} cannot delegate power ${the.power(id)} to itself: name another`,
        );
      }
      return current(({ by, delegatedBy }) => by === to && delegatedBy === from)
        ? heldAlready(id, to)
        : undefined;
    }
    case 'PowerCoverageSet':
      return power ? coversNothing(id, event.covers) : notConferred(id);
    case 'PowerRevoked':
      if (!power) return notConferred(id);
      return current(({ by, how }) => by === event.from && how === 'constitution')
        ? undefined
        : nothingToEnd(says`Power ${the.power(id)} is not conferred on ${the.maker(event.from)} by then`);
    case 'DelegationEnded':
      if (!power) return notConferred(id);
      return current(({ by, delegatedBy }) => by === event.to && delegatedBy === event.from)
        ? undefined
        : nothingToEnd(
            says`Power ${the.power(id)} is not delegated from ${the.maker(event.from)} to ${the.maker(event.to)} by then`,
          );
  }
}

function cannotHold(state: State, id: string): Refusal | undefined {
  const refusal = onRecord(state, id);
  if (refusal || !idIn(state, id)?.advisory) return refusal;
  return refuse(
    'advisory-body',
    says`${the.maker(id)} advises and endorses, and can hold no power: name the council, the cabinet, a committee, a group of officers or an office`,
  );
}

function onRecord(state: State, id: string): Refusal | undefined {
  const held = idIn(state, id);
  if (!held) {
    return refuse(
      'holder-not-on-record',
      says`No body or office ${the.maker(id)} is on record by then: put it there with establish-body or create-office, or date this later`,
    );
  }
  if (!held.gone) return undefined;
  return refuse(
    'holder-gone',
    says`${the.maker(id)} was ${held.of === 'body' ? 'dissolved' : 'abolished'} on ${onDay(held.gone)}: date this earlier, or name another`,
  );
}

const notConferred = (id: string): Refusal =>
  refuse(
    'power-not-conferred',
    says`No power ${the.power(id)} is conferred on anybody by then: confer it first with confer-power, or date this later`,
  );

/** A power that covers nothing is none: it is revoked. */
function coversNothing(id: string, acts: readonly string[]): Refusal | undefined {
  if (acts.length > 0) return undefined;
  return refuse(
    'covers-nothing',
    says`Say which acts power ${the.power(id)} covers: one at least, or end it with revoke-power`,
  );
}

const coversOtherwise = (id: string): Refusal =>
  refuse(
    'power-covers-otherwise',
    says`Power ${the.power(id)} covers other acts by then: leave covers out, and say it with set-power-coverage for everyone who holds it`,
  );

const heldAlready = (id: string, holder: string): Refusal =>
  refuse(
    'power-held-already',
    says`${the.maker(holder)} holds power ${the.power(id)} in that way by then already: end that first, or correct the date`,
  );

const nothingToEnd = (words: Saying): Refusal =>
  refuse('nothing-to-end', says`${words}: correct the date, or whom you name`);
