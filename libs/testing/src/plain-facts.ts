import { isDeepStrictEqual } from 'node:util';
import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import {
  isRefusal,
  parseStreamName,
  streamOfKind,
  type AnyPart,
  type Command,
  envelopeOf,
  type Facts,
} from '#programme';
import { Recorder, type RecordingOutcome, type Sender, type StrikeAsked } from '#recording';
import { foldEntries, isThing, recordedEntries } from './plain-fold.js';

/** A recorder that keeps which command each entry answered, as it was sent. */
export class NotingRecorder extends Recorder {
  readonly commands = new Map<string, Command>();

  override async record(command: Command, sender: Sender): Promise<RecordingOutcome> {
    return this.note(await super.record(command, sender), [command]);
  }

  override async strike(asked: StrikeAsked, sender: Sender): Promise<RecordingOutcome> {
    const outcome = await super.strike(asked, sender);
    return this.note(
      outcome,
      asked.replacement.map(({ command }) => command),
    );
  }

  /**
   * A replacement may come to nothing. Throws where several commands came to fewer entries, or one to more: then nothing
   * says which answers which.
   */
  private note(outcome: RecordingOutcome, sent: readonly Command[]): RecordingOutcome {
    if (outcome.outcome !== 'recorded') return outcome;
    const entries = outcome.events.filter(({ type }) => type !== 'EntryStruck');
    if (entries.length > 0 && entries.length !== sent.length)
      throw new Error(`${sent.length} commands came to ${entries.length} entries`);
    for (const [n, { id }] of entries.entries()) this.commands.set(id, sent[n] as Command);
    return outcome;
  }
}

/** A fact of another stream that an entry was judged by, and that is known otherwise now. */
export interface PlainChange {
  readonly id: string;
  readonly effectiveOn: CivilDate;
  readonly fact: string;
  readonly factAsAt: CivilDate;
  readonly before: AnyPart | null;
  readonly after: AnyPart | null;
  readonly judgedNow: string;
}

/**
 * Every fact that an entry of a log was judged by and that is known otherwise by a later knowledge, by the words of design
 * section 1.3 and nothing else: each believed entry that read other streams is decided twice, on the command as it was sent,
 * its maker by the id under which it was found, and in its own place in its stream; once by what was known of the others up to the position it keeps, once by what is
 * known now. What `decide` looks at is noted, and every look-up is a fold from nothing.
 * Nothing is taken from the read model, from the timeline or from turning entries back into commands.
 *
 * @param commands which command each entry answered
 */
export function factsChangedPlainly(
  log: readonly StoredEvent[],
  commands: ReadonlyMap<string, Command>,
): PlainChange[] {
  const known = log.length;
  const folded = new Map<string, ReadonlyMap<string, AnyPart>>();
  const partsAt = (on: CivilDate, upTo: number): ReadonlyMap<string, AnyPart> => {
    const key = `${upTo} ${on}`;
    const parts = folded.get(key) ?? foldEntries(recordedEntries(log, upTo), on);
    folded.set(key, parts);
    return parts;
  };
  const believed = new Set([...recordedEntries(log, known).values()].flat().map(({ id }) => id));
  return log.flatMap((stored, at): PlainChange[] => {
    const { effectiveOn, basedOn } = envelopeOf(stored);
    const sent = commands.get(stored.id);
    const command = sent && withMakerFound(sent, stored);
    if (!command || basedOn === undefined || !believed.has(stored.id)) return [];
    const then = log.filter(({ position }) => position <= basedOn).length;
    const read = new Map<string, readonly [key: string, on: CivilDate]>();
    const decided = [then, known].map((upTo) => {
      const facts: Facts = {
        get(key, on = command.effectiveOn) {
          if (isThing(key)) read.set(`${key} ${on}`, [key, on]);
          return partsAt(on, upTo).get(key);
        },
      };
      const kind = parseStreamName(stored.stream)?.kind ?? '';
      return streamOfKind(kind)?.decide(placeOf(log, at), command, facts);
    });
    const now = decided[1];
    return [...read.values()].flatMap(([fact, factAsAt]): PlainChange[] => {
      const [before, after] = [then, known].map((upTo) => partsAt(factAsAt, upTo).get(fact) ?? null);
      if (isDeepStrictEqual(before, after)) return [];
      const judgedNow = now && isRefusal(now) ? now.refused : 'permitted';
      return [
        {
          id: stored.id,
          effectiveOn,
          fact,
          factAsAt,
          before: before ?? null,
          after: after ?? null,
          judgedNow,
        },
      ];
    });
  });
}

/** The command with its maker as its entry keeps it: one that was named and is renamed since is the same maker. */
function withMakerFound(command: Command, { data }: StoredEvent): Command {
  const { maker } = data as { readonly maker?: string };
  return 'maker' in command && maker !== undefined ? Object.assign({}, command, { maker }) : command;
}

/** The parts of an entry's own stream just before its place, as far as was on the record when it was recorded. */
function placeOf(log: readonly StoredEvent[], at: number): ReadonlyMap<string, AnyPart> {
  const { id, stream } = log[at] as StoredEvent;
  const own = recordedEntries(log, at + 1).get(stream) ?? [];
  const before = own.slice(
    0,
    own.findIndex((entry) => entry.id === id),
  );
  return foldEntries(new Map([[stream, before]]), '9999-12-31' as CivilDate);
}
