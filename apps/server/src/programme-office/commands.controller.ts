import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { RecordingOutcome } from '#recording';
import { mayRecord, personOf } from '../identity/demo-people.js';
import { badRequest, Problem } from '../problem.js';
import { RecordCommand } from './record-command.js';

/** `POST /api/programmes/{programme}/commands/{command-name}`: every command, one door. */
@Controller('api/programmes/:programme/commands')
export class CommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':name')
  async record(
    @Param('programme') programme: string,
    @Param('name') name: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const person = mayRecord(personOf(headers['authorization']));
    const revision = revisionOf(headers['if-match']);
    const sender = {
      ...person,
      commandId: commandIdOf(headers['idempotency-key']),
      ...(revision !== undefined && { ifRevision: revision }),
    };
    const outcome = await this.commands.execute(new RecordCommand(programme, name, body, sender));
    return answer(outcome, reply);
  }
}

function answer(outcome: RecordingOutcome, reply: FastifyReply): unknown {
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
    case 'refused': {
      const { refusal, conflict, index, stream } = outcome;
      throw new Problem(
        conflict ? 409 : 422,
        refusal.refused,
        conflict ? 'It contradicts a later entry' : 'It cannot be recorded',
        refusal.because,
        {
          stream,
          ...(conflict && { conflict }),
          ...(index !== undefined && { index }),
        },
      );
    }
    case 'stale':
      throw new Problem(
        412,
        'stale-revision',
        'Someone recorded something meanwhile',
        `${outcome.stream} is at revision ${outcome.revision}: look at what was added, then send the command with that revision`,
        { stream: outcome.stream, revision: outcome.revision },
      );
    case 'command-id-reused':
      throw new Problem(
        422,
        'idempotency-key-reused',
        'The Idempotency-Key was used for another command',
        'Send this command under a new key, or the first one unchanged to get its result again',
        { stream: outcome.stream },
      );
    case 'unknown-programme':
      throw new Problem(
        404,
        'unknown-programme',
        'There is no such programme',
        `Nothing is recorded of ${outcome.programme}: start-programme comes first`,
      );
  }
}

function commandIdOf(key: string | undefined): string {
  if (key === undefined) return randomUUID();
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw badRequest('header-wrong', [
    { field: 'Idempotency-Key', problem: 'Idempotency-Key must be 1 to 200 visible ASCII characters' },
  ]);
}

function revisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  const revision = /^(?:W\/)?"?(\d{1,15})"?$/.exec(ifMatch.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  throw badRequest('header-wrong', [
    { field: 'If-Match', problem: 'If-Match must be the revision of the stream, such as "12"' },
  ]);
}
