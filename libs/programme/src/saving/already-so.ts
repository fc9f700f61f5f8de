import { same } from '#timeline';
import type { Recorded } from '../recorded.js';
import { addsNoDecision, restates } from '../repeated.js';
import { inOrderOfYear, planFiguresOf, type PlanFigures } from './amounts.js';
import type { SavingCommand } from './commands.js';
import type { SavingOutline } from './events.js';
import { savingOutlineOf } from './evolve.js';
import { memberOfPlan, type SavingPart, type SavingPlan } from './state.js';

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<SavingCommand['type']> = new Set([
  'identify-saving',
  'withdraw-saving',
  'release-saving',
  'reinstate-saving',
] as const);

/** Whether the record holds already what a command says, so that it changes nothing. */
export function alreadySo(saving: SavingPart, command: SavingCommand): boolean {
  switch (command.type) {
    case 'identify-saving':
      return (
        restates(saving.identified.stated, command) &&
        same(savingOutlineOf(saving), outlineAsked(command)) &&
        statesAgain(saving.identified, command)
      );
    case 'place-saving-in-business-case':
      return (
        statesAgain(saving.inBusinessCase, command) &&
        saving.inBusinessCase?.businessCase === command.businessCase &&
        (command.review === undefined || command.review === saving.review)
      );
    case 'authorise-saving':
      return statesAgain(saving.authorised, command);
    case 'forecast-saving':
      return statesAgain(saving.forecast, command) && saving.forecast?.reason === command.reason;
    case 'record-delivered-saving': {
      const held = saving.delivered.find(({ year }) => year === command.year);
      return addsNoDecision(held?.reported, command) && held?.pence === command.pence;
    }
    case 'validate-saving': {
      const held = saving.validated.find(({ year }) => year === command.year);
      return (
        addsNoDecision(held?.confirmed, command) && held?.pence === command.pence && held.by === command.by
      );
    }
    case 'reprofile-saving':
      return same(saving[memberOfPlan[command.plan]]?.profile, inOrderOfYear(command.profile));
    case 'move-saving':
      return saving.portfolio === command.toPortfolio;
    case 'change-saving-owner':
      return saving.owner === command.toOwner;
    case 'withdraw-saving':
      return (
        saving.standing === 'withdrawn' &&
        restates(saving.standingSince, command) &&
        saving.standingReason === command.reason
      );
    case 'release-saving':
      return (
        saving.standing === 'released' &&
        restates(saving.standingSince, command) &&
        saving.standingReason === command.reason
      );
    case 'reinstate-saving':
      return (
        saving.standing === 'active' &&
        restates(saving.standingSince, command) &&
        saving.standingReason === command.reason &&
        (command.review === undefined || command.review === saving.review)
      );
  }
}

/** What an identified saving is, with what goes without saying. */
export function outlineAsked({
  means = 'not-stated',
  ...asked
}: Extract<SavingCommand, { type: 'identify-saving' }>): SavingOutline {
  return savingOutlineOf({ ...asked, means });
}

function statesAgain(plan: SavingPlan | undefined, command: PlanFigures & Recorded): boolean {
  return (
    plan !== undefined &&
    addsNoDecision(plan.stated, command) &&
    same(planFiguresOf(plan), planFiguresOf(command))
  );
}
