import { refuse, says, the } from '#acts';
import { idOf, optional, required, text } from '#fields';
import { same } from '#timeline';
import { acts, until } from './authority-fields.js';
import { inOrderOfList, type CoveredAct } from './covered-acts.js';
import { act } from './makers.js';
import { powerIn, registerIn } from './parts.js';
import { canHold, conferredOn, coversSomething, given, notHeld } from './powers.js';
import { idKey, powerKey, registerKey, registerPart, termOf, withId } from './state.js';
import { endsAfterItBegins } from './terms.js';

export const conferPower = act({
  command: 'confer-power',
  event: 'PowerConferred',
  version: 1,
  says: 'Confers a power on a body or an office, as the constitution says: send its reference as the source.',
  happened: 'A power was conferred',
  fields: {
    power: required(idOf('power', 'either'), 'The power.'),
    description: optional(text, 'What may be decided under it; needed the first time.'),
    covers: optional(
      acts,
      'The acts it covers: what may be done under it. Needed once something is to be authorised under it.',
    ),
    on: required(idOf('maker'), 'The body or the office that holds it from then on.', 'Held by'),
    until,
  },
  settles: ({ covers }): { covers?: readonly CoveredAct[] } => ({
    covers: covers && inOrderOfList(covers),
  }),
  touches: ({ power: id, on }) => [powerKey(id), idKey(on), registerKey],
  *meaningless(state, entry) {
    const { power: id, on, description, covers, effectiveOn } = entry;
    const power = powerIn(state, id);
    yield* endsAfterItBegins(entry);
    yield* canHold(state, on);
    if (covers) yield* coversSomething(id, covers);
    if (covers && power?.covers && !same(covers, power.covers)) {
      yield refuse(
        'power-covers-otherwise',
        says`Power ${the.power(id)} covers other acts by then: leave covers out, and say it with set-power-coverage for everyone who holds it`,
      );
    }
    yield* notHeld(state, id, on, effectiveOn, conferredOn(on));
    if (!power && description === undefined) {
      yield refuse(
        'power-not-described',
        says`Say what may be decided under power ${the.power(id)}: its description is not on the record yet`,
      );
    }
  },
  evolve(state, entry) {
    const { power: id, on: by, description, covers, source } = entry;
    const held = { by, how: 'constitution', ...termOf(entry, entry.until) } as const;
    const register = registerIn(state);
    return [
      ...given(state, id, held, { description, covers, source }),
      ...(register ? [[registerKey, registerPart(withId(register.powers, id))] as const] : []),
    ];
  },
  example: {
    effectiveOn: '2001-09-10',
    source: 'Constitution, appendix 2, part 2',
    power: 'found-company',
    description: 'To found a company of the council, or to take shares in one',
    covers: ['executive-functions'],
    on: 'cabinet',
    until: '2017-12-31',
  },
});
