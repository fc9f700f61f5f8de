import type { NamedField } from '#fields';
import { same, type Changes, type Parts, type Refusal } from '#timeline';
import {
  type AnyAct,
  asData,
  type CommandOf,
  type Data,
  type EntryOf,
  namedFieldsOf,
  ownOf,
  premisesOf,
  stillSo,
} from './act.js';
import type { Facts } from './facts.js';
import { recordedOf } from './recorded.js';
import { present } from './present.js';
import {
  type Command,
  type CommandDefinition,
  type Decided,
  type DomainEvent,
  type EventDefinition,
  firstBreach,
  type StreamDefinition,
} from './stream.js';

/** What a stream is beside its acts. */
export interface StreamOfActs<Acts extends readonly AnyAct[]> {
  /** The second part of the stream's name. */
  readonly kind: string;
  /** The field of every act that names the thing it is about; absent for a stream with no id. */
  readonly id?: string;
  /** What its acts are headed by where people look for one: "A business unit changed". */
  readonly heading: string;
  /** Every act, the most usual first. */
  readonly acts: Acts;
}

/**
 * The stream that acts make up: each command comes to the entry of its act, or to nothing where that would change nothing,
 * or is refused.
 *
 * @throws Error two acts have one command or one entry
 */
export function streamOf<Part, const Acts extends readonly AnyAct[]>({
  kind,
  id,
  heading,
  acts,
}: StreamOfActs<Acts>): StreamDefinition<Part, CommandOf<Acts[number]>, EntryOf<Acts[number]>> {
  type C = CommandOf<Acts[number]>;
  type E = EntryOf<Acts[number]>;
  const byCommand = new Map<string, AnyAct>(acts.map((act) => [act.command, act]));
  const byType = new Map<string, AnyAct>(acts.map((act) => [act.event, act]));
  if (byCommand.size < acts.length || byType.size < acts.length)
    throw new Error(`Two acts of the stream ${kind} have one command or one entry`);
  const commands = Object.fromEntries(acts.map((act) => [act.command, definitionOf(act, id)]));
  const events = Object.fromEntries(acts.map((act) => [act.event, entryDefinitionOf(act)]));
  return {
    kind,
    heading,
    acts,
    commands: commands as StreamDefinition<Part, C, E>['commands'],
    events: events as StreamDefinition<Part, C, E>['events'],
    touches: (event) => actOf(event).touches(event),
    alsoTouches: (state, event) => actOf(event).alsoTouches?.(state, event) ?? [],
    meaningless,
    permits,
    evolve,
    reads: (command, state) => actFor(command).reads?.(command, state) ?? [],
    decide,
    repeats,
  };

  function actOf(event: DomainEvent): AnyAct {
    return byType.get(event.type) as AnyAct;
  }

  function actFor(command: Command): AnyAct {
    return byCommand.get(command.type) as AnyAct;
  }

  function meaningless(state: Parts<Part>, event: E): Refusal | undefined {
    return firstOf(actOf(event).meaningless?.(state, event));
  }

  function evolve(state: Parts<Part>, event: E): Changes<Part> {
    return meaningless(state, event) ? [] : (actOf(event).evolve(state, event) as Changes<Part>);
  }

  function permits(state: Parts<Part>, event: E): Refusal | undefined {
    return meaningless(state, event) ?? firstBreach(event, breachesOf(actOf(event), state, event));
  }

  function entryFor(state: Parts<Part>, command: C, facts: Facts): E | Refusal {
    const act = actFor(command);
    const settled = (act.settles?.(command, state, facts) ?? {}) as Refusal | Data;
    if ('refused' in settled) return settled as Refusal;
    const said = asData(command);
    const given = Object.fromEntries(namedFieldsOf(act).map(({ name }) => [name, said[name]]));
    const held = { ...given, ...premisesFor(act, state, said), ...settled };
    const entry: DomainEvent = present({ ...recordedOf(command), ...held, type: act.event });
    return entry as E;
  }

  function decide(state: Parts<Part>, command: C, facts: Facts): Decided<E> {
    const event = entryFor(state, command, facts);
    if ('refused' in event) return event;
    const act = actFor(command);
    const refusal =
      permits(state, event) ??
      firstOf(act.meaninglessElsewhere?.(facts, event, state)) ??
      firstBreach(event, act.elsewhere?.(facts, event, state) ?? []);
    if (refusal) return refusal;
    return evolve(state, event).every(([key, part]) => same(state.get(key), part)) ? [] : [event];
  }

  function repeats(
    state: Parts<Part>,
    command: C,
    facts: Facts,
    recorded: (key: string) => readonly E[],
  ): boolean {
    const act = actFor(command);
    const decided = entryFor(state, command, facts);
    const asked = ('refused' in decided ? { ...command, type: act.event } : decided) as E;
    const [key] = act.touches(asked);
    const said = [command, asked].map(asData);
    return key !== undefined && recorded(key).some((held) => isSaidAgain(act, said, held, command));
  }
}

function firstOf(refusals: Iterable<Refusal> = []): Refusal | undefined {
  for (const refusal of refusals) return refusal;
  return undefined;
}

/** Whether an entry says what a command says: every field as it was sent, or as it was settled when it was recorded. */
function isSaidAgain(
  act: AnyAct,
  said: readonly Data[],
  held: DomainEvent,
  { precision = 'day', decision }: Command,
): boolean {
  if (held.type !== act.event || (held.precision ?? 'day') !== precision) return false;
  if (decision !== undefined && held.decision !== decision) return false;
  const [command = {}] = said;
  const kept = asData(held);
  const holds = (field: NamedField): boolean =>
    field.premise
      ? command[field.name] === undefined || said.some((one) => same(one[field.name], kept[field.name]))
      : said.some((one) => same(ownOf([field], one), ownOf([field], kept)));
  return namedFieldsOf(act).every(holds);
}

/** What an entry changes from: as the command says, else as it is in a state. */
function premisesFor(act: AnyAct, state: Parts<unknown>, sent: Data): Data {
  return Object.fromEntries(
    premisesOf(act).map(([name, premise]) => [
      name,
      sent[name] ?? (premise.when?.(sent) === false ? null : premise.is(state, sent)),
    ]),
  );
}

function* breachesOf(act: AnyAct, state: Parts<unknown>, event: DomainEvent): Iterable<Refusal> {
  const held = asData(event);
  for (const [name, premise] of premisesOf(act)) yield* stillSo(premise, state, held, held[name]);
  yield* act.breaches?.(state, event) ?? [];
}

function definitionOf(act: AnyAct, id: string | undefined): CommandDefinition {
  const { says: does, event, ends } = act;
  return { does, adds: [event], ...(id !== undefined && { id }), ...(ends && { ends }) };
}

function entryDefinitionOf(act: AnyAct): EventDefinition {
  const personal = namedFieldsOf(act).filter((field) => field.personal);
  return { version: act.version, says: `${act.happened}.`, personal: personal.map(({ name }) => name) };
}
