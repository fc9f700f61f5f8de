import type { EventStore, Position, StoredEvent } from '#event-store';
import type { EntriesOnRecord } from './record-sent.js';
import { Turn } from './turn.js';

/** An entry as it was found. */
export interface FoundEntry {
  readonly id: string;
  readonly stream: string;
  readonly commandId: string;
}

/** A command as it was found. */
export interface FoundCommand {
  /** The position of whatever came before it in the whole log, or undefined where nothing did. */
  readonly after: Position | undefined;
  /** Its entries in log order: of one stream, unless the same id was used in several. */
  readonly entries: FoundEntry[];
}

/** What an import needs to find on the record: the commands its lines give ids to, and what its strikes name. */
export class OnTheRecord implements EntriesOnRecord {
  private readonly commands = new Map<string, FoundCommand>();
  private readonly entries = new Map<string, FoundEntry>();

  /** Reads the whole log once, and keeps of a programme what is looked for by the id of a command or of an entry. */
  static async find(
    store: EventStore,
    programme: string,
    isLookedFor: (id: string) => boolean,
  ): Promise<OnTheRecord> {
    const found = new OnTheRecord();
    let after: Position | undefined;
    const turn = new Turn();
    for await (const page of store.readAll()) {
      await turn.endIfLong();
      for (const stored of page) {
        const { id, stream, commandId, position } = stored;
        if (stream.startsWith(`${programme}/`) && (isLookedFor(commandId) || isLookedFor(id)))
          found.add(stored, after);
        after = position;
      }
    }
    return found;
  }

  /** Takes in an entry that came after a position. */
  add({ id, stream, commandId }: StoredEvent, after?: Position): void {
    const entry = { id, stream, commandId };
    const command = this.commands.get(commandId) ?? { after, entries: [] };
    this.commands.set(commandId, command);
    command.entries.push(entry);
    this.entries.set(id, entry);
  }

  command(id: string): FoundCommand | undefined {
    return this.commands.get(id);
  }

  ofCommand(id: string): readonly FoundEntry[] {
    return this.commands.get(id)?.entries ?? [];
  }

  entry(id: string): FoundEntry | undefined {
    return this.entries.get(id);
  }
}
