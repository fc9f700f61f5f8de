import type { Parts, Refusal } from '#timeline';
import { portfolioKey, type PortfolioPart } from '../portfolio/state.js';
import { projectKey, type ProjectPart } from '../project/state.js';
import { recordedOf } from '../recorded.js';
import { reviewKey, type ReviewPart } from '../review/state.js';
import { onDay, present, refuse } from '../rules.js';
import { isRefusal, permitted, settled, type Decided, type Facts } from '../stream.js';
import type { UnitPart } from '../structure/state.js';
import { alreadySo, outlineAsked, repeats } from './already-so.js';
import { inOrderOfYear, planFiguresOf } from './amounts.js';
import type { SavingCommand } from './commands.js';
import type { SavingEvent } from './events.js';
import { evolveSaving } from './evolve.js';
import { permitsSaving } from './permits.js';
import { memberOfPlan, savingKey, type SavingPart } from './state.js';

export const savingRules = {
  evolve: evolveSaving,
  permits: permitsSaving,
  touches: (event: SavingEvent) => [savingKey(event.saving)],
};

const unitKey = (id: string): string => `unit/${id}`;

interface Named {
  readonly portfolio?: string | undefined;
  readonly review?: string | undefined;
  readonly project?: string | undefined;
  readonly unit?: string | undefined;
}

/** What a command would put the saving under. */
function namedBy(command: SavingCommand): Named {
  switch (command.type) {
    case 'identify-saving':
      return command;
    case 'move-saving':
      return { portfolio: command.toPortfolio };
    case 'place-saving-in-business-case':
    case 'reinstate-saving':
      return { review: command.review };
    case 'authorise-saving':
    case 'forecast-saving':
    case 'record-delivered-saving':
    case 'validate-saving':
    case 'reprofile-saving':
    case 'change-saving-owner':
    case 'withdraw-saving':
    case 'release-saving':
      return {};
  }
}

/** The keys of what a command reads elsewhere: the portfolio, review, project and unit it would put the saving under. */
export function savingReads(command: SavingCommand): readonly string[] {
  const { portfolio, review, project, unit } = namedBy(command);
  return [
    ...(portfolio === undefined ? [] : [portfolioKey(portfolio)]),
    ...(review === undefined ? [] : [reviewKey(review)]),
    ...(project === undefined ? [] : [projectKey(project)]),
    ...(unit === undefined ? [] : [unitKey(unit)]),
  ];
}

/**
 * The event that a command about a saving comes to, none where it changes nothing, or a refusal. Reads from `facts` the
 * portfolio, review, project and unit that the saving would be under: each must stand by then.
 */
export function decideSaving(
  state: Parts<SavingPart>,
  command: SavingCommand,
  facts: Facts,
): Decided<SavingEvent> {
  const saving = state.get(savingKey(command.saving));
  const permittedHere = permitted(savingRules, state, [eventOf(saving, command)]);
  const decided = isRefusal(permittedHere)
    ? permittedHere
    : (notThere(namedBy(command), facts) ?? permittedHere);
  const isSo = () => saving !== undefined && alreadySo(saving, command);
  return settled(decided, command, { alreadySo: isSo, repeats });
}

function notThere({ portfolio, review, project, unit }: Named, facts: Facts): Refusal | undefined {
  if (portfolio !== undefined) {
    const held = facts.get(portfolioKey(portfolio)) as PortfolioPart | undefined;
    if (held?.status !== 'open') {
      return refuse(
        'portfolio-not-open',
        held?.closed
          ? `Portfolio ${portfolio} was closed on ${onDay(held.closed)}: reopen it first, date this earlier, or name another`
          : `No portfolio ${portfolio} is opened by then: open it first, date this later, or name another`,
      );
    }
  }
  if (review !== undefined) {
    const held = facts.get(reviewKey(review)) as ReviewPart | undefined;
    if (!held || held.standing === 'withdrawn') {
      return refuse(
        'review-not-standing',
        held
          ? `Review ${review} is withdrawn by then: reopen it first, date this earlier, or name another`
          : `No review ${review} is proposed by then: propose it first, date this later, or name another`,
      );
    }
  }
  if (project !== undefined) {
    const held = facts.get(projectKey(project)) as ProjectPart | undefined;
    if (held?.status !== 'open') {
      return refuse(
        'project-not-open',
        `No project ${project} is open by then: charter it first, date this within its time, or name another`,
      );
    }
  }
  if (unit !== undefined) {
    const held = facts.get(unitKey(unit)) as UnitPart | undefined;
    if (held?.status !== 'open') {
      return refuse(
        'unit-not-open',
        `No unit ${unit} is open by then: register it first, date this within its time, or name another`,
      );
    }
  }
  return undefined;
}

function eventOf(saving: SavingPart | undefined, command: SavingCommand): SavingEvent {
  const recorded = { ...recordedOf(command), saving: command.saving };
  switch (command.type) {
    case 'identify-saving':
      return { ...recorded, type: 'SavingIdentified', ...outlineAsked(command), ...planFiguresOf(command) };
    case 'place-saving-in-business-case': {
      const { businessCase, review } = command;
      const placed = { businessCase, ...present({ review }), ...planFiguresOf(command) };
      return { ...recorded, type: 'SavingPlacedInBusinessCase', ...placed };
    }
    case 'authorise-saving':
      return { ...recorded, type: 'SavingAuthorised', ...planFiguresOf(command) };
    case 'forecast-saving': {
      const { reason } = command;
      return { ...recorded, type: 'SavingForecast', ...planFiguresOf(command), ...present({ reason }) };
    }
    case 'record-delivered-saving': {
      const { year, pence } = command;
      return { ...recorded, type: 'SavingDelivered', year, pence };
    }
    case 'validate-saving': {
      const { year, pence, by } = command;
      return { ...recorded, type: 'SavingValidated', year, pence, by };
    }
    case 'reprofile-saving': {
      const { plan, profile, reason } = command;
      const fromProfile = inOrderOfYear(command.fromProfile ?? saving?.[memberOfPlan[plan]]?.profile ?? []);
      const toProfile = inOrderOfYear(profile);
      return { ...recorded, type: 'SavingReprofiled', plan, fromProfile, toProfile, reason };
    }
    case 'move-saving': {
      const { toPortfolio, fromPortfolio = saving?.portfolio } = command;
      return { ...recorded, type: 'SavingMoved', ...present({ fromPortfolio }), toPortfolio };
    }
    case 'change-saving-owner': {
      const { toOwner, fromOwner = saving?.owner } = command;
      return { ...recorded, type: 'SavingOwnerChanged', ...present({ fromOwner }), toOwner };
    }
    case 'withdraw-saving':
      return { ...recorded, type: 'SavingWithdrawn', reason: command.reason };
    case 'release-saving':
      return { ...recorded, type: 'SavingReleased', reason: command.reason };
    case 'reinstate-saving': {
      const { reason, review } = command;
      return { ...recorded, type: 'SavingReinstated', reason, ...present({ review }) };
    }
  }
}
