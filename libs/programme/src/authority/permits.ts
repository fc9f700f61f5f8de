import type { Parts, Refusal } from '#timeline';
import { onDay, refuse, says, the } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { AuthorityEvent } from './events.js';
import { meaninglessForAuthority } from './meaningless.js';
import { officeIn, powerIn } from './parts.js';
import { covers, type AuthorityPart } from './state.js';

/** Why an entry about bodies, offices or powers cannot stand where it is dated, if it cannot. */
export function permitsAuthority(state: Parts<AuthorityPart>, event: AuthorityEvent): Refusal | undefined {
  return meaninglessForAuthority(state, event) ?? firstBreach(event, breaches(state, event));
}

function* breaches(state: Parts<AuthorityPart>, event: AuthorityEvent): Iterable<Refusal> {
  const { effectiveOn } = event;
  if (event.type === 'HolderAppointed') {
    const office = officeIn(state, event.office);
    const held = office?.holders.find((one) => covers(one, effectiveOn));
    if (office && held) {
      yield refuse(
        'office-held',
        `${office.title} is held by ${held.holder}, since ${onDay({ on: held.from, precision: held.precision })}${held.until ? ` until ${onDay(held.until)}` : ''}: end that appointment on the day before with end-appointment`,
      );
    }
  }
  if (event.type === 'PowerDelegated') {
    const { power, from } = event;
    if (powerIn(state, power)?.held.some((one) => one.by === from && covers(one, effectiveOn))) return;
    yield refuse(
      'power-not-held',
      says`${the.maker(from)} does not hold power ${the.power(power)} by then, and cannot delegate it: record who does, or correct the date`,
    );
  }
}
