import { randomUUID } from 'node:crypto';
import { identityFrom, type Note, type StoredEvent } from '#event-store';

/** Which book it is, in a note beside its streams. */
export class IdentityNote {
  constructor(private readonly note: Note) {}

  /** What is noted; where nothing is, one is made, from the first entry where there is one. */
  async read(log: AsyncIterable<readonly StoredEvent[]>): Promise<string> {
    let found = await this.note.read();
    while (!found) {
      // Of several servers that find none, the first to write has said it.
      await this.note.write(await identityToBe(log), undefined);
      found = await this.note.read();
    }
    return found.text;
  }

  async write(identity: string): Promise<void> {
    const found = await this.note.read();
    if (found?.text !== identity) await this.note.write(identity, found?.number);
  }
}

async function identityToBe(log: AsyncIterable<readonly StoredEvent[]>): Promise<string> {
  for await (const [first] of log) if (first) return identityFrom(first.id);
  return randomUUID();
}
