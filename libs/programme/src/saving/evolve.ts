import type { Changes, Parts } from '#timeline';
import { factOf, type Fact } from '../recorded.js';
import { present } from '../rules.js';
import { inOrderOfYear, planFiguresOf, type PlanFigures } from './amounts.js';
import type { SavingEvent, SavingOutline } from './events.js';
import { meaninglessForSaving } from './meaningless.js';
import { memberOfPlan, savingKey, savingPart, type SavingPart, type SavingPlan } from './state.js';

/** What an entry makes of a saving; nothing where it has no meaning. */
export function evolveSaving(state: Parts<SavingPart>, event: SavingEvent): Changes<SavingPart> {
  const key = savingKey(event.saving);
  const saving = state.get(key);
  if (meaninglessForSaving(saving, event)) return [];
  if (event.type === 'SavingIdentified') return [[key, identified(event)]];
  return saving ? [[key, savingPart({ ...saving, ...change(saving, event) })]] : [];
}

function identified(event: Extract<SavingEvent, { type: 'SavingIdentified' }>): SavingPart {
  const { saving: id, source, owner, portfolio } = event;
  const fact = factOf(event);
  return savingPart({
    id,
    ...savingOutlineOf(event),
    ...(owner !== undefined && { ownerSince: fact }),
    ...(portfolio !== undefined && { portfolioSince: fact }),
    ...(source !== undefined && { source }),
    standing: 'active',
    standingLog: [],
    reprofileLog: [],
    identified: planOf(event),
    delivered: [],
    validated: [],
  });
}

function change(
  saving: SavingPart,
  event: Exclude<SavingEvent, { type: 'SavingIdentified' }>,
): Partial<SavingPart> {
  const fact = factOf(event);
  switch (event.type) {
    case 'SavingPlacedInBusinessCase': {
      const { businessCase, review } = event;
      return { inBusinessCase: { ...planOf(event), businessCase }, ...present({ review }) };
    }
    case 'SavingAuthorised':
      return { authorised: planOf(event) };
    case 'SavingForecast':
      return { forecast: { ...planOf(event), ...present({ reason: event.reason }) } };
    case 'SavingDelivered': {
      const { year, pence } = event;
      return { delivered: withYear(saving.delivered, { year, pence, reported: fact }) };
    }
    case 'SavingValidated': {
      const { year, pence, by } = event;
      return { validated: withYear(saving.validated, { year, pence, by, confirmed: fact }) };
    }
    case 'SavingReprofiled': {
      const { plan, reason } = event;
      const member = memberOfPlan[plan];
      const held = saving[member];
      if (!held) return {};
      const fromProfile = inOrderOfYear(event.fromProfile);
      const toProfile = inOrderOfYear(event.toProfile);
      return {
        [member]: { ...held, profile: toProfile, reprofiled: { ...fact, reason, fromProfile } },
        reprofileLog: [...saving.reprofileLog, { plan, ...fact, fromProfile, toProfile, reason }],
      };
    }
    case 'SavingMoved':
      return { portfolio: event.toPortfolio, portfolioSince: fact };
    case 'SavingOwnerChanged':
      return { owner: event.toOwner, ownerSince: fact };
    case 'SavingWithdrawn':
      return standing(saving, 'withdrawn', fact, event.reason);
    case 'SavingReleased':
      return standing(saving, 'released', fact, event.reason);
    case 'SavingReinstated': {
      const { reason, review } = event;
      return { ...standing(saving, 'active', fact, reason), ...present({ review }) };
    }
  }
}

/** The standing from a day on; the former one stays in the log. */
function standing(
  { standingLog }: SavingPart,
  to: SavingPart['standing'],
  fact: Fact,
  reason: string,
): Partial<SavingPart> {
  return {
    standing: to,
    standingSince: fact,
    standingReason: reason,
    standingLog: [...standingLog, { standing: to, ...fact, reason }],
  };
}

function planOf(event: Extract<SavingEvent, PlanFigures>): SavingPlan {
  return { ...planFiguresOf(event), stated: factOf(event) };
}

/** What a saving is, alone. */
export function savingOutlineOf(outline: SavingOutline): SavingOutline {
  const { name, category, means, recurrence, basis, priceBase, published } = outline;
  const { owner, portfolio, review, project, unit } = outline;
  return {
    ...present({ name, category, means, recurrence, basis, priceBase, published }),
    ...present({ owner, portfolio, review, project, unit }),
  };
}

/** The amounts with one year's amount in place of the one it had, in order of year. */
function withYear<Amount extends { readonly year: string }>(
  amounts: readonly Amount[],
  amount: Amount,
): Amount[] {
  return [...amounts.filter(({ year }) => year !== amount.year), amount].sort((a, b) =>
    a.year < b.year ? -1 : 1,
  );
}
