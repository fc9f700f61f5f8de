import { mayRecord, personOf, Witness } from '#signing-in';
import { Body, Controller, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Book } from '#book';
import { ownCaseRule } from '#programme';
import { badRequest, Problem } from '#problem';
import { batchResult, counted } from './batch-result.js';
import { commandIdOf } from './command-id.js';
import { keyReused } from './outcome-problem.js';
import { BatchCommand } from './record-batch.js';

/** The longest key of a batch: the ids of its commands begin with it, and have room for their own. */
const longestKey = 120;

/** `POST /api/programmes/{programme}/commands/batch`: the decisions of a meeting and what follows from them. */
@Controller('api/programmes/:programme/commands')
export class BatchController {
  constructor(
    private readonly commands: CommandBus,
    private readonly witness: Witness,
    private readonly book: Book,
  ) {}

  @Post('batch')
  async record(
    @Param('programme') programme: string,
    @Body() body: unknown,
    @Headers() headers: Record<string, string | undefined>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const person = mayRecord(personOf(request), programme);
    const id = keyOf(headers);
    const { dryRun, outcome } = await this.commands.execute(new BatchCommand(programme, body, person, id));
    if (outcome.came === 'key-reused') throw keyReused();
    const { came, results } = outcome;
    const played = came === 'played' || came === 'refused';
    const counts = counted(results);
    const told = {
      id,
      dryRun,
      ...counts,
      results: results.map((one) => batchResult(one, played, programme, this.book.reader)),
    };
    const own = results.some(
      ({ outcome: one }) => one.outcome === 'refused' && one.refusal.refused === ownCaseRule,
    );
    if (own) this.witness.saw(request, 'refused', ownCaseRule);
    if (came === 'refused') {
      throw new Problem(
        422,
        'batch-refused',
        'Nothing of it was recorded',
        `${counts.refused} of ${results.length} commands were refused: put them right and send the whole again, or send it with keepGoing to record the others`,
        { ...told, recorded: 0 },
      );
    }
    if (came === 'stopped') {
      throw new Problem(
        409,
        'batch-stopped',
        'Someone recorded something meanwhile',
        'What comes before the refused command is recorded, and nothing after it: look at what was added; what is left goes into a batch of its own',
        told,
      );
    }
    void reply.status(counts.recorded > 0 && !dryRun ? 201 : 200);
    return told;
  }
}

function keyOf(headers: Record<string, string | undefined>): string {
  if (headers['if-match'] !== undefined) {
    const problem = 'If-Match is of one stream, and a batch is of several: leave it out';
    throw badRequest('header-wrong', [{ field: 'If-Match', problem }]);
  }
  const key = commandIdOf(headers['idempotency-key']);
  if (key.length <= longestKey) return key;
  const problem = `Idempotency-Key of a batch must be at most ${longestKey} characters`;
  throw badRequest('header-wrong', [{ field: 'Idempotency-Key', problem }]);
}
