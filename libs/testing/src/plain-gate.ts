import { addDays, isWorkingDay, lastOfMonth, lastOfYear, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type {
  AuthorityEvent,
  CoveredAct,
  DecisionEvent,
  DomainEvent,
  ProgrammeEvent,
  ReviewEvent,
} from '#programme';
import { recordedEntries } from './plain-fold.js';
import { randomProgramme } from './random-commands.js';

/** What was to begin, on which day and under which decision. */
export interface PlainGate {
  /** The act that the power of the decision is to cover. */
  readonly act: CoveredAct;
  readonly on: CivilDate;
  readonly decision: string | undefined;
}

const authorisations: Readonly<Record<string, ReviewEvent['type']>> = {
  FullBusinessCaseSubmitted: 'AuthorisedToProceed',
  'submit-full-business-case': 'AuthorisedToProceed',
  ImplementationStarted: 'FullBusinessCaseAuthorised',
  'start-implementation': 'FullBusinessCaseAuthorised',
};

/** The gate that an entry passed, read off what is believed before it in its stream; undefined where it passed none. */
export function gatePassed(event: DomainEvent, before: readonly DomainEvent[]): PlainGate | undefined {
  const { type, effectiveOn: on, decision } = event;
  if (type === 'UnitsMerged') return decision === undefined ? undefined : { act: 'staffing', on, decision };
  const given = authorisations[type];
  if (given === undefined) return undefined;
  const act = 'executive-functions';
  return { act, on, decision: before.findLast((one) => one.type === given)?.decision };
}

/** The gate before a command, by all that the book holds of its own stream on that day. */
export function gateAsked(
  log: readonly StoredEvent[],
  known: number,
  command: DomainEvent & { readonly review?: string },
): PlainGate {
  const { type, effectiveOn: on, decision } = command;
  const given = authorisations[type];
  if (given === undefined) return { act: 'staffing', on, decision };
  const held = eventsOf(log, known, `review/${command.review}`, on);
  const act = 'executive-functions';
  return { act, on, decision: held.findLast((one) => one.type === given)?.decision };
}

/**
 * The codes of the reasons why a gate is shut, by the words of design sections 1.5 and 2 and ADR 0008, 0010, 0020 and 0022:
 * read off the events that were known, one by one, with nothing of the domain's own states.
 */
export function shutPlainly(
  log: readonly StoredEvent[],
  known: number,
  { act, on, decision }: PlainGate,
): string[] {
  const authority = (day: CivilDate) =>
    authorityOn(eventsOf<AuthorityEvent>(log, known, 'authority', day), day);
  const held = authority('9999-12-31' as CivilDate).makers.size > 0;
  if (decision === undefined) return held ? ['authorisation-missing'] : [];
  const events = eventsOf<DecisionEvent>(log, known, `decision/${decision}`, on);
  const record = events.find((event) => event.type === 'DecisionRecorded');
  if (!record) return ['authorisation-missing'];
  const { takenOn = record.effectiveOn } = record;
  const then = authority(takenOn);
  const maker = then.named(record.maker);
  const power = events.flatMap((event) =>
    (event.type === 'DecisionRecorded' || event.type === 'DecisionRecordCompleted') &&
    event.power !== undefined
      ? [event.power]
      : [],
  )[0];
  const settings = (day: CivilDate) => eventsOf<ProgrammeEvent>(log, known, 'programme', day);
  return [
    ...(held && !then.couldDecide(record.maker, power, act) ? ['authorisation-without-power'] : []),
    ...(isInForce(events, on, settings, maker?.callIn, held) ? [] : ['authorisation-not-in-force']),
  ];
}

/** The believed events of a stream up to a day, in fold order, as far as the first events of a log say. */
function eventsOf<Event extends DomainEvent>(
  log: readonly StoredEvent[],
  known: number,
  stream: string,
  until: CivilDate,
): Event[] {
  const name = `${randomProgramme}/${stream}`;
  const own = log.slice(0, known).filter((stored) => stored.stream === name);
  const entries = recordedEntries(own, own.length).get(name) ?? [];
  return entries.map(({ event }) => event as Event).filter(({ effectiveOn }) => effectiveOn <= until);
}

interface PlainMaker {
  readonly office: boolean;
  readonly advises: boolean;
  readonly callIn: boolean | undefined;
  name: string;
  gone: boolean;
}
interface PlainTerm {
  readonly of: string;
  /** The power; absent where the term is that of an office-holder. */
  readonly power?: string;
  readonly from: string;
  readonly since: CivilDate;
  until: CivilDate | undefined;
}

const advising = ['cabinet-committee', 'board', 'advisory-group'];
const conferred = 'the constitution';

/** Who there was, and who held which power, on the day up to which the events go. */
function authorityOn(events: readonly AuthorityEvent[], day: CivilDate) {
  const makers = new Map<string, PlainMaker>();
  const terms: PlainTerm[] = [];
  const covered = new Map<string, readonly CoveredAct[]>();
  const end = (on: CivilDate, isIt: (term: PlainTerm) => boolean) => {
    for (const term of terms) if (isIt(term) && covers(term, on)) term.until = on;
  };
  for (const event of events) {
    const { effectiveOn: since } = event;
    switch (event.type) {
      case 'BodyEstablished': {
        const { name, callIn, bodyKind } = event;
        makers.set(event.body, {
          office: false,
          advises: advising.includes(bodyKind),
          callIn,
          name,
          gone: false,
        });
        break;
      }
      case 'OfficeCreated': {
        const { title: name, callIn } = event;
        makers.set(event.office, { office: true, advises: false, callIn, name, gone: false });
        break;
      }
      case 'BodyRenamed':
        Object.assign(makers.get(event.body) ?? {}, { name: event.name });
        break;
      case 'BodyDissolved':
        Object.assign(makers.get(event.body) ?? {}, { gone: true });
        break;
      case 'OfficeAbolished':
        Object.assign(makers.get(event.office) ?? {}, { gone: true });
        break;
      case 'HolderAppointed':
        terms.push({ of: event.office, from: event.holder, since, until: event.until?.on });
        break;
      case 'AppointmentEnded':
        end(since, (one) => one.power === undefined && one.of === event.office && one.from === event.holder);
        break;
      case 'PowerConferred':
        terms.push({ of: event.on, power: event.power, from: conferred, since, until: event.until?.on });
        if (event.covers) covered.set(event.power, event.covers);
        break;
      case 'PowerCoverageSet':
        covered.set(event.power, event.covers);
        break;
      case 'PowerDelegated':
        terms.push({ of: event.to, power: event.power, from: event.from, since, until: event.until?.on });
        break;
      case 'PowerRevoked':
        end(since, (one) => isPower(one, event) && one.of === event.from && one.from === conferred);
        break;
      case 'DelegationEnded':
        end(since, (one) => isPower(one, event) && one.of === event.to && one.from === event.from);
        break;
      case 'MemberAppointed':
      case 'MembershipEnded':
        break;
    }
  }
  const standing = [...makers].filter(([, { gone }]) => !gone);
  const idOf = (said: string) =>
    (standing.find(([id]) => id === said) ??
      standing.find(([, { name }]) => name.trim().toLowerCase() === said.trim().toLowerCase()))?.[0];
  const named = (said: string) => makers.get(idOf(said) ?? '');
  /** Whether a maker held the power it named, and that covered an act. */
  const couldDecide = (said: string, power: string | undefined, act: CoveredAct): boolean => {
    const maker = named(said);
    const own = terms.filter((term) => term.of === idOf(said) && covers(term, day));
    if (!maker || maker.advises || power === undefined) return false;
    if (maker.office && !own.some((term) => term.power === undefined)) return false;
    return own.some((term) => term.power === power) && covered.get(power)?.includes(act) === true;
  };
  return { makers, named, couldDecide };
}

const isPower = ({ power }: PlainTerm, event: { readonly power: string }) => power === event.power;

const covers = ({ since, until }: PlainTerm, day: CivilDate) =>
  since <= day && (until === undefined || until >= day);

/** Whether a decision is in force at the end of the day up to which its events go. */
function isInForce(
  events: readonly DecisionEvent[],
  on: CivilDate,
  settings: (day: CivilDate) => readonly ProgrammeEvent[],
  makersCallIn: boolean | undefined,
  held: boolean,
): boolean {
  const first = <Type extends DecisionEvent['type']>(type: Type) =>
    events.find((event): event is Extract<DecisionEvent, { type: Type }> => event.type === type);
  const record = first('DecisionRecorded');
  if (!record || (record.takenOn ?? on) > on) return false;
  if (first('DecisionWithdrawn') ?? first('DecisionRescinded') ?? first('DecisionSuperseded')) return false;

  const taken = lastDay(record, record.takenOn ?? record.effectiveOn);
  const said = events.flatMap((event) =>
    event.type === 'DecisionRecorded' || event.type === 'DecisionRecordCompleted' ? [event] : [],
  );
  const key = said.find((one) => one.key !== undefined)?.key;
  const subject = said.find((one) => one.subjectToCallIn !== undefined)?.subjectToCallIn;
  const published = first('DecisionPublished');
  const afterWindow = published && dayAfterWindow(published, settings(published.effectiveOn));

  if (first('DecisionCalledIn')) {
    const settled = first('DecisionConfirmed') ?? first('DecisionAmended');
    if (settled) return lastDay(settled) <= on;
    const concluded = events.findLast((event) => event.type === 'CallInConcluded');
    if (concluded?.outcome !== 'no-further-action') return false;
    return lastDay(concluded) <= on && afterWindow !== undefined && afterWindow <= on;
  }
  // Held to no authority, a book is not asked for a window that its record does not speak of.
  const callable = subject ?? makersCallIn ?? (key === true ? true : held ? undefined : false);
  if (callable === false) return taken <= on;
  const waived = first('CallInWaived');
  if (waived && lastDay(waived) <= on && taken <= on) return true;
  return callable === true && afterWindow !== undefined && afterWindow <= on && taken <= on;
}

/** The day after the last clear day of call-in, stepped day by day; undefined where nobody had set a window. */
function dayAfterWindow(
  published: DecisionEvent,
  settings: readonly ProgrammeEvent[],
): CivilDate | undefined {
  const valueOf = (setting: string) =>
    settings
      .flatMap((event) =>
        event.type === 'CouncilSettingChanged' && event.setting === setting ? [event.value] : [],
      )
      .at(-1);
  const [days, basis] = [valueOf('call-in-clear-days'), valueOf('call-in-basis')];
  let day = lastDay(published);
  if (typeof days !== 'number' || (basis !== 'working' && basis !== 'calendar')) return undefined;
  for (let run = 0; run < days;) {
    day = addDays(day, 1);
    if (basis === 'calendar' || isWorkingDay(day)) run += 1;
  }
  return addDays(day, 1);
}

/** The last day that the date of an event can stand for. */
function lastDay({ effectiveOn, precision }: DomainEvent, day: CivilDate = effectiveOn): CivilDate {
  if (precision === 'year') return lastOfYear(day);
  return precision === 'month' ? lastOfMonth(day) : day;
}
