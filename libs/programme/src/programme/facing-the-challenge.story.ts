import type { Recorded } from '#acts';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import type { ProgrammeCommand, ProgrammeEvent } from './index.js';

/** What is said of the programme, without its id and its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

const who = { programme: 'county', provenance: 'minuted' } as const;

/** An entry of the programme that the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<ProgrammeEvent>): ProgrammeEvent {
  return { ...who, effectiveOn: civilDate(day), ...said };
}

/** A command of the programme that the specs tell of. */
export function asked(day: string, said: Said<ProgrammeCommand>): ProgrammeCommand {
  return { ...who, effectiveOn: civilDate(day), ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<ProgrammeCommand>, event: Said<ProgrammeEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

/** A fact of a day, minuted. */
export const minuted = (day: string) =>
  ({ on: civilDate(day), precision: 'day', provenance: 'minuted' }) as const;

export const onDay = (day: string) => ({ on: civilDate(day), precision: 'day' }) as const;
export const inMonth = (day: string) => ({ on: civilDate(day), precision: 'month' }) as const;

/** A financial year, such as "2015/16". */
export function year(text: string): FinancialYear {
  const read = parseFinancialYear(text);
  if (read === undefined) throw new Error(`${text} is no financial year`);
  return read;
}

export const started = happened('2013-07-18', { type: 'ProgrammeStarted', name: 'Facing the Challenge' });

/** £239m over the three years from 2015/16. */
export const target = {
  pence: 239_000_000_00,
  fromYear: year('2015/16'),
  toYear: year('2017/18'),
  basis: 'not-stated',
} as const;
export const targetSet = happened('2013-09-19', { type: 'SavingsTargetSet', ...target });

export const thirds = [
  { year: year('2015/16'), pence: 83_000_000_00 },
  { year: year('2016/17'), pence: 80_000_000_00 },
  { year: year('2017/18'), pence: 76_000_000_00 },
] as const;

export const phase1 = {
  phase: 'phase-1',
  name: 'Phase 1',
  plannedStart: inMonth('2013-10-01'),
  plannedEnd: inMonth('2014-04-30'),
} as const;
export const phasePlanned = happened('2013-09-19', { type: 'PhasePlanned', ...phase1 });
export const phaseOpened = happened('2013-10-01', { type: 'PhaseOpened', phase: 'phase-1' });
export const phaseClosed = happened('2014-04-30', { type: 'PhaseClosed', phase: 'phase-1' });
export const renamed = happened('2015-03-26', { type: 'ProgrammeRenamed', name: 'Transformation' });
export const closed = happened('2016-03-31', { type: 'ProgrammeClosed', reason: 'Its phases are over' });

/** The same entry on another day. */
export const again = (entry: ProgrammeEvent, day: string): ProgrammeEvent => ({
  ...entry,
  effectiveOn: civilDate(day),
});
