import { addDays, type CivilDate } from '#calendar';
import { dayInWords, lastDayOf, outcomeOf, type PlannedDate } from '#programme';
import { owedBy, type OutcomeRow } from '../outcomes.js';
import { daysAhead, type Looking, type Need } from './sorts.js';

/** Planned dates that have passed, or will within days, and have not come to anything. */
export function* planNeeds(looking: Looking): Iterable<Need> {
  yield* phaseNeeds(looking);
  yield* milestoneNeeds(looking);
  yield* outcomeNeeds(looking);
}

function* phaseNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const isNear = within(moment.asAt);
  for (const phase of reader.parts.list(programme, 'phase', moment)) {
    const { id, name, status, planned, opened, plannedStart, plannedEnd } = phase;
    const about = { kind: 'phase', id, name };
    const fields = { phase: id };
    if (status === 'planned' && plannedStart && isNear(plannedStart)) {
      yield {
        ...{ sort: 'phase-to-open', what: 'Open the phase, or plan it anew', ...about },
        because: `planned to start ${dayInWords(plannedStart)}, and not opened`,
        since: planned.on,
        by: lastDayOf(plannedStart),
        next: { command: 'open-phase', fields },
      };
    }
    if (status === 'open' && plannedEnd && isNear(plannedEnd)) {
      yield {
        ...{ sort: 'phase-to-close', what: 'Close the phase, or plan it anew', ...about },
        because: `planned to end ${dayInWords(plannedEnd)}, and open`,
        since: opened?.on,
        by: lastDayOf(plannedEnd),
        next: { command: 'close-phase', fields },
      };
    }
  }
}

function* milestoneNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const isNear = within(moment.asAt);
  for (const project of reader.parts.list(programme, 'project', moment)) {
    if (project.status !== 'open') continue;
    for (const { id, title, planned, forecast, actual } of project.milestones) {
      const due = forecast ?? planned;
      if (actual || !isNear(due)) continue;
      yield {
        sort: 'milestone-due',
        what: `Say that the milestone was reached, or forecast it anew: ${title}`,
        kind: 'project',
        id: project.id,
        name: project.name,
        because: `${forecast ? 'forecast for' : 'planned for'} ${dayInWords(due).replace(/^in /, '')}, and not reached`,
        since: due.made.on,
        by: lastDayOf(due),
        next: { command: 'reach-milestone', fields: { project: project.id, milestone: id } },
      };
    }
  }
}

/** What would bring each thing that a review owes, and the command that records it. */
const brings: Readonly<Record<OutcomeRow['outcome'], readonly [what: string, command: string]>> = {
  'scoping-brief': ['Agree the scoping brief', 'agree-scoping-brief'],
  understanding: ['Write down what the service is today', 'record-service-understanding'],
  options: ['Identify the options, with who might provide them', 'identify-option'],
  'preferred-option': ['Choose an option', 'choose-option'],
  authorisation: ['Authorise the work to proceed', 'authorise-to-proceed'],
};

function* outcomeNeeds({ reader, programme, moment }: Looking): Iterable<Need> {
  const isNear = within(moment.asAt);
  for (const review of reader.parts.list(programme, 'review', moment)) {
    const { id, name } = review;
    for (const { outcome, state } of owedBy(review, moment.asAt)) {
      const due = outcomeOf(review, outcome)?.dueLog.at(-1);
      if (!due || (state !== 'owed' && state !== 'overdue') || !isNear(due)) continue;
      const [what, command] = brings[outcome];
      yield {
        ...{ sort: 'outcome-due', what: `${what}, or move its day`, kind: 'review', id, name },
        because: `due by ${dayInWords(due).replace(/^in /, '')}, and not there`,
        since: due.made.on,
        by: due.on,
        next: { command, fields: { review: id } },
      };
    }
  }
}

/** Whether a planned date has passed on a day, or is at most so many days off. */
function within(asAt: CivilDate): (date: PlannedDate) => boolean {
  const until = addDays(asAt, daysAhead.planned);
  return (date) => lastDayOf(date) <= until;
}
