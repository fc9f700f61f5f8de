import { addDays, type CivilDate } from '#calendar';
import { commandsInWords, isTaken, lastDayOf, type DecisionPart, type Standing } from '#programme';
import type { ClockRun } from '#read-model';
import { dataAddress, type Where } from '../addresses-of-pages.js';
import { clearDays } from '../charts/clear-days.js';
import { stations, type Step } from '../charts/stations.js';
import { table, type Cell } from '../table.js';
import { day, inWords, sentence } from '../words.js';

const clockNames: Readonly<Record<ClockRun['clock'], string>> = {
  notice: 'Notice of a key decision',
  'general-exception': 'General exception',
  'call-in': 'Call-in',
};

/** What comes on the day after the last clear day. */
const comesAfter: Readonly<Record<ClockRun['clock'], string>> = {
  notice: 'earliest decision',
  'general-exception': 'earliest decision',
  'call-in': 'window over',
};

/** The clocks of a decision: its days on a line, and each clock day by day, with the arithmetic beside it. */
export function clocksSection(
  where: Where,
  decision: DecisionPart,
  standing: Standing | undefined,
  runs: readonly ClockRun[],
) {
  const steps = stepsOf(decision, standing, runs);
  const title = 'The days of this decision';
  const svg = stations('decision-days', title, steps);
  return {
    because: standing && `${sentence(commandsInWords(standing.because))}.`,
    line: svg === undefined ? undefined : { title, svg },
    clocks: runs.map((run) => ({
      title: clockNames[run.clock],
      because: `${sentence(run.because)}. ${run.basis === 'working' ? 'Weekends and bank holidays, in grey, do not count.' : 'Every day counts, weekends and bank holidays too.'}`,
      svg: clearDays(run, `${clockNames[run.clock]}, day by day`, comesAfter[run.clock]),
    })),
    table: table('Clear days, day by day', ['Day', 'Clock', 'What it is', 'Clear day'], rowsOf(runs), {
      empty: 'No clock of clear days runs for this decision.',
      csv: dataAddress(where, `decisions/${decision.id}/clocks`, { format: 'csv' }),
      numeric: [3],
    }),
  };
}

function rowsOf(runs: readonly ClockRun[]): Cell[][] {
  return runs.flatMap(({ clock, each }) =>
    each.map(({ on, what, clearDay, rest }): Cell[] => [
      day(on),
      clockNames[clock],
      [what === 'first-day-after' ? sentence(comesAfter[clock]) : sentence(inWords(what)), rest]
        .filter(Boolean)
        .join(': '),
      clearDay ?? '',
    ]),
  );
}

function stepsOf(decision: DecisionPart, standing: Standing | undefined, runs: readonly ClockRun[]): Step[] {
  const { notice, generalException, specialUrgency, published, callInWaived, callIn } = decision;
  const { reconsidered, withdrawn, rescinded, superseded } = decision;
  const step = (says: string, held: Parameters<typeof lastDayOf>[0] | undefined): Step[] =>
    held === undefined ? [] : [{ says, on: lastDayOf(held), happened: held.precision === 'day' }];
  const counted = (says: string, on: CivilDate | undefined): Step[] =>
    on === undefined ? [] : [{ says, on, happened: false }];
  const ran = (clock: ClockRun['clock']) => runs.find((run) => run.clock === clock);
  return [
    ...step('Notice published', notice?.given),
    ...step('General exception', generalException?.given),
    ...step('Urgency agreed', specialUrgency?.agreed),
    ...counted('Earliest decision', ran('notice')?.then),
    ...(isTaken(decision) ? step('Taken', { on: decision.takenOn, precision: decision.precision }) : []),
    ...step('Published', published),
    ...step('Call-in waived', callInWaived?.waived),
    ...counted('Last day to call in', ran('call-in') && addDays((ran('call-in') as ClockRun).then, -1)),
    ...step('Called in', callIn?.calledIn),
    ...(callIn?.outcomes ?? []).flatMap(({ outcome, concluded }) =>
      step(sentence(inWords(outcome)), concluded),
    ),
    ...(reconsidered ? step(sentence(reconsidered.how), reconsidered.reconsidered) : []),
    ...counted('In force', standing?.inForceFrom),
    ...step('Withdrawn', withdrawn?.withdrawn),
    ...step('Rescinded', rescinded?.rescinded),
    ...step('Superseded', superseded?.superseded),
  ];
}
