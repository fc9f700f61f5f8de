import type { Facts, PlannedDate, Recorded } from '#acts';
import { civilDate, type CivilDate } from '#calendar';
import { Timeline } from '#timeline';
import { authorityStream, type AuthorityCommand, type AuthorityEvent } from './index.js';

/** What is said of the county's authority, without its day; minuted where nothing else is said. */
type Said<T> = T extends Recorded
  ? Omit<T, 'programme' | 'effectiveOn' | 'provenance'> & Partial<Pick<Recorded, 'provenance'>>
  : never;

/** An entry about who could decide what in the county, which the specs tell of; only specs import this file. */
export function happened(day: string, said: Said<AuthorityEvent>): AuthorityEvent {
  return { effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** A command about who could decide what in the county. */
export function asked(day: string, said: Said<AuthorityCommand>): AuthorityCommand {
  return { programme: 'county', effectiveOn: civilDate(day), provenance: 'minuted', ...said };
}

/** The same said as a command and as the event it comes to, on one day. */
export function said(day: string, command: Said<AuthorityCommand>, event: Said<AuthorityEvent>) {
  return { command: asked(day, command), event: happened(day, event) };
}

export const lastDay = (on: string): PlannedDate => ({ on: civilDate(on), precision: 'day' });

const council = { body: 'county-council', name: 'County Council', bodyKind: 'council' } as const;
const cabinet = { body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet' } as const;
const group = {
  body: 'advisory-group',
  name: 'Transformation Advisory Group',
  bodyKind: 'advisory-group',
} as const;

export const establishing = said(
  '2001-09-10',
  { type: 'establish-body', ...cabinet },
  { type: 'BodyEstablished', ...cabinet, callIn: true },
);
export const creating = said(
  '2001-09-10',
  { type: 'create-office', office: 'leader', title: 'Leader', callIn: true },
  { type: 'OfficeCreated', office: 'leader', title: 'Leader', callIn: true },
);
export const conferring = said(
  '2001-09-10',
  {
    type: 'confer-power',
    power: 'found-company',
    description: 'To found a company of the council',
    covers: ['executive-functions'],
    on: 'cabinet',
    source: 'Constitution, appendix 2, part 2',
  },
  {
    type: 'PowerConferred',
    power: 'found-company',
    description: 'To found a company of the council',
    covers: ['executive-functions'],
    on: 'cabinet',
    source: 'Constitution, appendix 2, part 2',
  },
);

/** The council, its cabinet, a group that advises it, and the office of the Leader, as they were established. */
export const established: readonly AuthorityEvent[] = [
  happened('1974-04-01', { type: 'BodyEstablished', ...council, callIn: false }),
  establishing.event,
  creating.event,
  happened('2013-09-19', { type: 'BodyEstablished', ...group, callIn: false }),
];

/** A Leader whose term was known in advance, and the next. */
export const led: readonly AuthorityEvent[] = [
  ...established,
  happened('2009-05-21', {
    type: 'HolderAppointed',
    office: 'leader',
    holder: 'person-1',
    until: lastDay('2013-05-22'),
  }),
  happened('2013-05-23', { type: 'HolderAppointed', office: 'leader', holder: 'person-2' }),
];

/** The cabinet may found companies, and the Leader by its delegation, from April 2015 to the end of March 2016. */
export const conferred: readonly AuthorityEvent[] = [
  ...led,
  conferring.event,
  happened('2015-04-01', {
    type: 'PowerDelegated',
    power: 'found-company',
    from: 'cabinet',
    to: 'leader',
    until: lastDay('2016-03-31'),
  }),
];

/** What another stream reads of these entries, as at any day. */
export function factsOf(entries: readonly AuthorityEvent[], effectiveOn = '2026-11-24'): Facts {
  const timeline = Timeline.of(
    authorityStream,
    entries.map((event, revision) => ({
      id: `entry-${revision}`,
      revision,
      effectiveOn: event.effectiveOn,
      event,
    })),
  );
  return { get: (key, on: CivilDate = civilDate(effectiveOn)) => timeline.asAt(on).get(key) };
}
