import type { CivilDate } from '#calendar';
import {
  CommandIdReused,
  eventId,
  WrongExpectedRevision,
  type EventStore,
  type NewEvent,
} from '#event-store';
import {
  entryStruck,
  isTaken,
  ownCaseRefusal,
  refuse,
  says,
  streamNameOf,
  streamNameOfPart,
  streamOfCommand,
  the,
  written,
  type Circumstances,
  type Command,
  type DomainEvent,
  type EntryStruck,
  type Facts,
  whoseRecord,
} from '#programme';
import type { Refusal } from '#timeline';
import { ownCaseEntries, waivedFor, type DutiesApart } from './duties.js';
import { judge, type CommandOfChange, type Judgement } from './judge.js';
import { OpenStreams, type OpenStream } from './open-streams.js';
import type { Sender, StrikeAsked, RecordingOutcome } from './outcome.js';
import type { TakenIds } from './taken-ids.js';

/** What is asked of one stream: commands, or a strike with what replaces it. */
interface ChangeToStream {
  readonly asked: readonly CommandOfChange<Command>[];
  readonly strike?: StrikeAsked;
  /** The day that it is about. */
  readonly on: CivilDate;
}

/** The day that one of the commands of a change is about; that of the whole where it is none of them. */
const dayOf = ({ asked, on }: ChangeToStream, index?: number): CivilDate =>
  (index === undefined ? undefined : asked[index]?.command.effectiveOn) ?? on;

/** How often a command is judged again when others keep appending to its stream, before the caller is told. */
const mostAttempts = 50;

/**
 * Judges commands against the book and appends what they come to: one append to one stream, at the exact revision it
 * was judged on. Commands on one stream wait for one another; commands on different streams do not.
 */
export class Recorder {
  private readonly streams: OpenStreams;
  private readonly queues = new Map<string, Promise<unknown>>();
  /** Whether duties are kept apart; whoever plays a change first plays it under the same. */
  readonly duties: DutiesApart | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly options: {
      readonly mostOpenEntries?: number;
      readonly duties?: DutiesApart | undefined;
      /** Asked for what the store cannot tell; left out, the ids of commands are those that the store knows. */
      readonly taken?: TakenIds;
    } = {},
  ) {
    this.duties = options.duties;
    this.streams = new OpenStreams(store, options.mostOpenEntries ?? 200_000);
  }

  /** Records one command in its stream. A refusal is an outcome; only a fault of the store throws. */
  record(command: Command, sender: Sender): Promise<RecordingOutcome> {
    const stream = streamNameOf(command);
    const change = { asked: [{ command }], on: command.effectiveOn };
    return this.underKey(command.programme, sender.commandId, () =>
      this.inTurn(stream, () => this.attempt(command.programme, stream, change, sender)),
    );
  }

  /** Strikes entries of one stream and records what replaces them, in one append. */
  strike(strike: StrikeAsked, sender: Sender): Promise<RecordingOutcome> {
    const change = { asked: strike.replacement, strike, on: strike.recorded.effectiveOn };
    return this.underKey(strike.programme, sender.commandId, () =>
      this.inTurn(strike.stream, () => this.attempt(strike.programme, strike.stream, change, sender)),
    );
  }

  /** Does work under an id that belongs to a programme, after whatever is under way here under the same one. */
  underKey<T>(programme: string, id: string, work: () => Promise<T>): Promise<T> {
    return this.inTurn(`${programme} ${id}`, work);
  }

  /** The streams in which an id is taken by a command of its own, as far as the store or the views know. */
  async takenByCommand(programme: string, id: string): Promise<readonly string[]> {
    const { taken } = this.options;
    return (await this.store.streamsOfCommand(programme, id)) ?? taken?.byCommand(programme, id) ?? [];
  }

  /** A stream as it was last read here: enough to say what its entries and its things are called. */
  lastSeen(stream: string): Promise<Pick<OpenStream, 'timeline' | 'strikes'>> {
    return this.streams.lastSeen(stream);
  }

  private async attempt(
    programme: string,
    stream: string,
    change: ChangeToStream,
    sender: Sender,
  ): Promise<RecordingOutcome> {
    const taken = await this.takenByCommand(programme, sender.commandId);
    // Where two servers took one id into two streams, each has its own result.
    const [elsewhere] = taken.includes(stream)
      ? []
      : [...taken, ...(this.options.taken?.byBatch(programme, sender.commandId) ?? [])];
    if (elsewhere !== undefined) return { outcome: 'command-id-reused', stream: elsewhere };
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      // What was last seen is enough to append by, at its exact revision; before saying no the stream is read again.
      const hasty = attempt === 1;
      const open = hasty ? await this.streams.lastSeen(stream) : await this.streams.open(stream);
      if (open.commands.has(sender.commandId)) return this.firstResult(stream, sender);
      const outcome = await this.tried(programme, open, change, sender);
      if (outcome === undefined) continue;
      if (outcome.outcome === 'recorded' || outcome.outcome === 'command-id-reused') return outcome;
      if (!hasty) return outcome;
    }
    const { revision } = await this.streams.open(stream);
    return { outcome: 'stale', stream, revision };
  }

  /** One attempt on the stream as it is held. Undefined where it had moved on and the command must be judged again. */
  private async tried(
    programme: string,
    open: OpenStream,
    change: ChangeToStream,
    sender: Sender,
  ): Promise<RecordingOutcome | undefined> {
    const { name: stream, revision } = open;
    if (sender.ifRevision !== undefined && sender.ifRevision !== revision) {
      return { outcome: 'stale', stream, revision };
    }
    const starting = change.asked[0]?.command.type === 'start-programme' && !change.strike;
    if (!starting && !(await this.isStarted(programme))) return { outcome: 'unknown-programme', programme };
    const unknown = await this.unknownDecision(programme, change.asked);
    if (unknown) return { outcome: 'refused', stream, effectiveOn: dayOf(change, unknown.index), ...unknown };
    const wrong = change.strike && this.strikeRefusal(open, change.strike, stream);
    if (wrong) return { outcome: 'refused', stream, effectiveOn: dayOf(change), refusal: wrong };
    const judged = await this.judged(programme, open, change, sender.commandId);
    // Reading facts took its time, and this stream may be among what was read.
    if (!judged) return undefined;
    const { judgement, basedOn } = judged;
    return this.settle(programme, stream, open, change, sender, judgement, basedOn);
  }

  private async firstResult(stream: string, sender: Sender): Promise<RecordingOutcome> {
    const first = await this.store.commandResult(stream, sender.commandId);
    if (!first)
      throw new Error(`${stream} holds an entry of command ${sender.commandId}, and no result of it`);
    if (first.fingerprint !== sender.fingerprint) return { outcome: 'command-id-reused', stream };
    const { revision, position, events } = first.appended;
    return { outcome: 'recorded', stream, revision, position, events, repeated: true };
  }

  /** Nothing recorded is ever gone: a programme that was started once needs no second look. */
  private async isStarted(programme: string): Promise<boolean> {
    const stream = `${programme}/programme`;
    if ((await this.streams.lastSeen(stream)).revision >= 0) return true;
    return (await this.streams.open(stream)).revision >= 0;
  }

  /** Appends what was permitted. Undefined where the stream had moved on and the command must be judged again. */
  private async settle(
    programme: string,
    stream: string,
    open: OpenStream,
    change: ChangeToStream,
    sender: Sender,
    judgement: Judgement<DomainEvent>,
    basedOn: string | undefined,
  ): Promise<RecordingOutcome | undefined> {
    if (judgement.outcome === 'nothing') {
      return {
        outcome: 'nothing',
        stream,
        revision: open.revision,
        ...(open.position !== undefined && { position: open.position }),
      };
    }
    if (judgement.outcome === 'refused') {
      const { refusal, index, conflict } = judgement;
      return {
        outcome: 'refused',
        stream,
        effectiveOn: dayOf(change, index),
        refusal,
        ...(index !== undefined && { index }),
        ...(conflict && {
          conflict: {
            id: conflict.id,
            type: conflict.event.type,
            effectiveOn: conflict.effectiveOn,
            ...(conflict.event.decision !== undefined && { decision: conflict.event.decision }),
          },
        }),
      };
    }
    const { entries: added } = judgement;
    const struck = change.strike?.entries ?? [];
    const own = this.duties
      ? ownCaseEntries(open.timeline, open.parties, added, struck, sender.actor)
      : new Set<string>();
    // What is not durable yet is believed by nobody: the timeline takes it in when it comes back from the store.
    judgement.undo();
    if (own.size > 0 && this.duties?.held === 'refuse')
      return { outcome: 'refused', stream, effectiveOn: dayOf(change), refusal: ownCaseRefusal };
    const waived =
      own.size > 0 && this.duties?.held === 'waive' ? { waived: waivedFor(this.duties.reason) } : {};
    const circumstances: Circumstances = {
      actor: sender.actor,
      capacity: sender.capacity,
      correlationId: sender.correlationId ?? sender.commandId,
      ...(sender.causationId !== undefined && { causationId: sender.causationId }),
      ...(basedOn !== undefined && { basedOn }),
    };
    const events: NewEvent[] = [];
    if (change.strike) {
      const { entries, reason, authority, recorded } = change.strike;
      const struck: EntryStruck = { ...recorded, type: entryStruck, entries, reason, authority };
      const id = eventId(programme, stream, sender.commandId, 0);
      const under = added.some((entry) => own.has(entry.id))
        ? circumstances
        : { ...circumstances, ...waived };
      events.push({ id, ...written(struck, 1, under) } as NewEvent);
    }
    for (const { id, event, replaces } of judgement.entries) {
      const version = open.definition.events[event.type]?.version ?? 1;
      const inPlace = {
        ...circumstances,
        ...(replaces !== undefined && { replaces }),
        ...(own.has(id) && waived),
      };
      events.push({ id, ...written(event, version, inPlace) } as NewEvent);
    }
    try {
      const appended = await this.store.append({
        stream,
        events,
        expected: open.revision < 0 ? 'none' : open.revision,
        commandId: sender.commandId,
        fingerprint: sender.fingerprint,
      });
      const { revision, position, repeated } = appended;
      this.streams.takeIn(open, appended.events);
      return { outcome: 'recorded', stream, revision, position, events: appended.events, repeated };
    } catch (error) {
      if (error instanceof CommandIdReused) return { outcome: 'command-id-reused', stream };
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /**
   * Judges a change with what it reads in other streams, and says up to which position they were read. What it reads can
   * depend on where its commands stand, so it is judged again until it asks for no stream that is not read. Undefined where
   * its own stream has moved on meanwhile.
   */
  private async judged(
    programme: string,
    open: OpenStream,
    { asked, strike }: ChangeToStream,
    commandId: string,
  ): Promise<{ judgement: Judgement<DomainEvent>; basedOn: string | undefined } | undefined> {
    const { name: stream, revision } = open;
    const streams = new Map<string, OpenStream>();
    for (;;) {
      if (open.revision !== revision) return undefined;
      const read = new Set<string>();
      const judgement = judge(
        open.definition,
        open.timeline,
        { asked, ...(strike && { strike: strike.entries }) },
        {
          firstRevision: revision + 1,
          idOf: (index) => eventId(programme, stream, commandId, index),
        },
        (command, state) => {
          const keys = open.definition.reads(command, state);
          const names = new Set(keys.map((key) => streamNameOfPart(programme, key)));
          for (const name of names) read.add(name);
          return factsFrom(programme, command, (name) => (names.has(name) ? streams.get(name) : undefined));
        },
      );
      const missing = [...read].filter((name) => !streams.has(name));
      if (missing.length === 0) return { judgement, basedOn: lastOf(read, streams) };
      if (judgement.outcome === 'permitted') judgement.undo();
      for (const name of missing) streams.set(name, await this.streams.open(name));
    }
  }

  /** The refusal of the first command that follows from a decision which is not on the record. */
  private async unknownDecision(programme: string, asked: readonly CommandOfChange<Command>[]) {
    for (const [index, { command }] of asked.entries()) {
      const { decision } = command;
      if (decision === undefined || streamOfCommand(command.type)?.kind === 'decision') continue;
      const open = await this.streams.open(`${programme}/decision/${decision}`);
      if (isTaken(open.timeline.asAt().get(`decision/${decision}`))) continue;
      const because = says`No decision ${the.decision(decision)} is on the record: record it first with record-decision, or correct its id`;
      return { refusal: refuse('unknown-decision', because), index };
    }
    return undefined;
  }

  private strikeRefusal(open: OpenStream, strike: StrikeAsked, stream: string): Refusal | undefined {
    for (const id of strike.entries) {
      const entry = the.entry(id);
      if (!open.timeline.entry(id)) {
        return refuse(
          'entry-not-found',
          open.strikes.has(id)
            ? says`Entry ${entry} is itself a strike and cannot be struck: record the fact again instead`
            : says`No entry ${entry} is on the record of ${whoseRecord(stream)}: look it up in the history of the thing it is about`,
        );
      }
      if (open.timeline.isStruck(id)) {
        return refuse(
          'entry-already-struck',
          says`Entry ${entry} is already struck: if it was right after all, record the fact again`,
        );
      }
    }
    const stray = strike.replacement.find(({ command }) => streamNameOf(command) !== stream);
    if (stray) {
      return refuse(
        'replacement-elsewhere',
        says`A replacement must belong to the record of ${whoseRecord(stream)}, as what it replaces does: send ${stray.command.type} as a command of its own`,
      );
    }
    return undefined;
  }

  private inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(stream) ?? Promise.resolve();
    const turn = before.then(work, work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(stream, settled);
    void settled.then(() => {
      if (this.queues.get(stream) === settled) this.queues.delete(stream);
    });
    return turn;
  }
}

/** What a command may look up in the streams that are read for it, as at its own day where it names none. */
function factsFrom(
  programme: string,
  { effectiveOn }: Command,
  streamOf: (name: string) => OpenStream | undefined,
): Facts {
  return {
    get: (key, on = effectiveOn) => streamOf(streamNameOfPart(programme, key))?.timeline.asAt(on).get(key),
  };
}

/** The last position of what was read. */
function lastOf(read: ReadonlySet<string>, streams: ReadonlyMap<string, OpenStream>): string | undefined {
  return [...read]
    .flatMap((name) => streams.get(name)?.position ?? [])
    .sort()
    .at(-1);
}
