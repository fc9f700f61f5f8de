import { entryTold, eventStream } from '#live';
import { mayRead, personOf, Sessions } from '#signing-in';
import { isPositionLike } from '#views';
import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Book } from '#book';
import { latestDate } from '#calendar';
import { badRequest, Problem } from '#problem';
import { LiveEntries } from './live-entries.js';

/** The media type of server-sent events. */
const serverSentEvents = 'text/event-stream';

/** How long one connection lasts before the listener must ask again, and be known again, in milliseconds. */
const longest = 15 * 60_000;
/** How long a listener may leave what was sent to it untaken before it is let go, in milliseconds. */
const patience = 30_000;

/** `GET /programmes/{programme}/events` for pages, `GET /api/programmes/{programme}/events` for programs. */
@Controller()
export class EventsController {
  constructor(
    private readonly book: Book,
    private readonly live: LiveEntries,
    private readonly sessions: Sessions,
  ) {}

  @Get(['programmes/:programme/events', 'api/programmes/:programme/events'])
  async listen(
    @Param('programme') programme: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    mayRead(personOf(request), programme);
    const from = fromOf(query, lastEventId);
    if (from !== undefined) await this.book.store.checkPosition(from);
    await this.book.upTo();
    const now = this.book.reader.moments.at(latestDate);
    if (!this.book.reader.moments.knows(programme, now)) {
      throw new Problem(404, 'unknown-programme', 'There is no such programme', 'Check its id');
    }
    const listener = this.live.join(whoListens(request));
    if (!listener) {
      const nextStep =
        'Close pages that you left open, or ask again in a while; what is recorded is in the views';
      throw new Problem(
        503,
        'too-many-listeners',
        'Too many listen already',
        nextStep,
        {},
        { 'retry-after': '30' },
      );
    }
    const end = (): void => listener.abort();
    reply.raw.once('close', end);
    const over = setTimeout(end, longest);
    const events = eventStream(
      {
        recorded: this.live.recordedIn(programme),
        after: (position, most) => {
          const { reader } = this.book;
          return reader.log.recordedAfter(programme, position, most).map((entry) => entryTold(reader, entry));
        },
      },
      { from: from ?? now.position ?? '', signal: listener.signal, mayListen: this.whileSignedIn(request) },
    );
    const taken = lettingGo(events, () => reply.raw.destroy());
    listener.signal.addEventListener('abort', () => clearTimeout(over), { once: true });
    await reply
      .headers({ 'content-type': serverSentEvents, 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(Readable.from(taken));
  }

  /** Whether the session that a listener came with still stands; a token is asked again when the connection has lasted. */
  private whileSignedIn({ asking }: FastifyRequest): () => boolean {
    const { reference } = asking?.session ?? {};
    return () => reference === undefined || this.sessions.isStanding(reference);
  }
}

/** Who listens: a person, whatever they listen with; else the address that somebody listens from. */
function whoListens(request: FastifyRequest): string {
  const { signedIn, actor } = personOf(request);
  return signedIn ? actor : `from ${request.ip}`;
}

/** Passes on what it is given, and gives up on whoever does not take it in time. */
async function* lettingGo(events: AsyncGenerator<string>, giveUp: () => void): AsyncGenerator<string> {
  for await (const text of events) {
    const timer = setTimeout(giveUp, patience);
    try {
      yield text;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The position to go on from: the last that a browser had read before it lost the connection, else the one in the address. */
function fromOf(
  query: Readonly<Record<string, unknown>>,
  lastEventId: string | undefined,
): string | undefined {
  const errors = Object.entries(query).flatMap(([field, value]) => {
    if (field !== 'from') return [{ field, problem: `${field} is not asked here: this address knows from` }];
    return isPosition(value) ? [] : [{ field, problem: 'from must be a position as an answer gave it' }];
  });
  if (lastEventId !== undefined && lastEventId !== '' && !isPosition(lastEventId)) {
    errors.push({ field: 'Last-Event-ID', problem: 'Last-Event-ID must be the id of an event' });
  }
  if (errors.length > 0) throw badRequest('query-wrong', errors);
  return lastEventId || (query['from'] as string | undefined);
}

const isPosition = (value: unknown): value is string => typeof value === 'string' && isPositionLike(value);
