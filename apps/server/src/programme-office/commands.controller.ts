import { mayRecord, personOf } from '#signing-in';
import { Body, Controller, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Book } from '#book';
import type { Reader } from '#read-model';
import type { RecordingOutcome } from '#recording';
import { badRequest } from '#problem';
import { commandIdOf } from './command-id.js';
import { problemOfOutcome } from './outcome-problem.js';
import { RecordCommand } from './record-command.js';

/** `POST /api/programmes/{programme}/commands/{command-name}`: every command, one door. */
@Controller('api/programmes/:programme/commands')
export class CommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly book: Book,
  ) {}

  @Post(':name')
  async record(
    @Param('programme') programme: string,
    @Param('name') name: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { actor, capacity } = mayRecord(personOf(request), programme);
    const revision = revisionOf(headers['if-match']);
    const sender = {
      actor,
      capacity,
      commandId: commandIdOf(headers['idempotency-key']),
      ...(revision !== undefined && { ifRevision: revision }),
    };
    const outcome = await this.commands.execute(new RecordCommand(programme, name, body, sender));
    return answer(outcome, reply, this.book.reader);
  }
}

function answer(outcome: RecordingOutcome, reply: FastifyReply, reader: Reader): unknown {
  switch (outcome.outcome) {
    case 'recorded': {
      const { stream, revision, position, events } = outcome;
      void reply.status(201).header('etag', `"${revision}"`);
      return { stream, revision, position, events };
    }
    case 'nothing': {
      const { stream, revision, position } = outcome;
      void reply.status(200);
      return { stream, revision: revision < 0 ? null : revision, position: position ?? null, events: [] };
    }
    case 'refused':
    case 'stale':
    case 'command-id-reused':
    case 'unknown-programme':
      throw problemOfOutcome(outcome, reader);
  }
}

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const revision = /^(?:W\/)?"?(\d{1,15})"?$/.exec(ifMatch.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  throw badRequest('header-wrong', [
    { field: 'If-Match', problem: 'If-Match must be the revision of the stream, such as "12"' },
  ]);
}
