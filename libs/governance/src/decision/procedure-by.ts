import { type Fact, present } from '#acts';
import type { CivilDate } from '#calendar';
import type { DecisionPart, DecisionProcedure } from './state.js';

/** A decision with its procedure as far as it had come by the end of a day. What its record says is left as it is. */
export function procedureBy<D extends DecisionPart>(decision: D, on: CivilDate): D {
  const by = (fact: Fact | undefined): boolean => fact !== undefined && fact.on <= on;
  const { notice, generalException, specialUrgency, published, callInWaived, callIn } = decision;
  const { reconsidered, withdrawn, rescinded, superseded } = decision;
  const procedure: DecisionProcedure = {
    ...(by(notice?.given) && present({ notice })),
    ...(by(generalException?.given) && present({ generalException })),
    ...(by(specialUrgency?.agreed) && present({ specialUrgency })),
    ...(by(published) && present({ published })),
    ...(by(callInWaived?.waived) && present({ callInWaived })),
    ...(callIn &&
      by(callIn.calledIn) && {
        callIn: { ...callIn, outcomes: callIn.outcomes.filter(({ concluded }) => by(concluded)) },
      }),
    ...(by(reconsidered?.reconsidered) && present({ reconsidered })),
    ...(by(withdrawn?.withdrawn) && present({ withdrawn })),
    ...(by(rescinded?.rescinded) && present({ rescinded })),
    ...(by(superseded?.superseded) && present({ superseded })),
  };
  const emptied = Object.fromEntries(procedureFields.map((name) => [name, undefined]));
  return present({ ...decision, ...emptied, ...procedure });
}

const procedureFields: readonly (keyof DecisionProcedure)[] = [
  'notice',
  'generalException',
  'specialUrgency',
  'published',
  'callInWaived',
  'callIn',
  'reconsidered',
  'withdrawn',
  'rescinded',
  'superseded',
];
