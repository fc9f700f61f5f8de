import { randomUUID } from 'node:crypto';
import type { NoteWritten, Note } from '#event-store';
import type { Connection } from './connection.js';
import { theClient } from './the-client.js';

/** How many of its events a stream of notes keeps: only the last is read, and a scavenge takes the others. */
const kept = 5;

/**
 * A note in a stream of its own, whose last event is what stands. It has none of the metadata of a book, so that every
 * reader of the log passes it over. Writing at the revision that was read is what lets one writer win.
 */
export class NoteStream implements Note {
  constructor(
    private readonly connection: Connection,
    private readonly stream: string,
  ) {}

  async read(): Promise<NoteWritten | undefined> {
    const last = await this.connection.lastOf(this.stream);
    return (
      last && { number: Number(last.revision), text: Buffer.from(last.data as Uint8Array).toString('utf8') }
    );
  }

  async write(text: string, after: number | undefined): Promise<number | undefined> {
    const event = {
      id: randomUUID(),
      type: 'NoteWritten',
      contentType: 'application/octet-stream' as const,
      data: new Uint8Array(Buffer.from(text, 'utf8')),
      metadata: undefined,
    };
    const outcome = await this.connection.append(this.stream, [event], after);
    if (outcome === 'moved-on') return undefined;
    if (after === undefined) await this.keepFew();
    return after === undefined ? 0 : after + 1;
  }

  /** Where it is not permitted, the notes that nobody reads any more take room, and no more than that. */
  private async keepFew(): Promise<void> {
    const metadata = theClient().jsonEvent({ type: '$metadata', data: { $maxCount: kept } });
    await this.connection.append(`$$${this.stream}`, [metadata], undefined).catch(() => undefined);
  }
}
