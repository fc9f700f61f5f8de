import { may, personOf, Witness } from '#signing-in';
import { mustAskOnly } from '#views';
import { Body, Controller, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { Book, importFile, OtherDemonstration } from '#book';
import { isId } from '#intake';
import { ownCaseRefusal, ownCaseRule } from '#programme';
import { linesNotUtf8, linesOfJson, notUtf8 } from '#serving';
import { badRequest, Problem } from '#problem';
import { LinesOfProgress } from './lines-of-progress.js';

/** `POST /api/rebuild` and `POST /api/programmes/{programme}/import`: long work, answered line by line as it goes. */
@Controller('api')
export class OperationController {
  constructor(
    private readonly book: Book,
    private readonly witness: Witness,
  ) {}

  @Post('rebuild')
  @HttpCode(200)
  rebuild(@Query() query: Readonly<Record<string, unknown>>, @Res() reply: FastifyReply): Promise<void> {
    mustAskOnly(query);
    return told(reply, async (progress) => {
      const entries = await this.book.rebuild((entries, of) => progress.say({ entries, of }));
      return { done: true, entries };
    });
  }

  @Post('programmes/:programme/import')
  @HttpCode(200)
  async import(
    @Param('programme') programme: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { actor, capacity } = may('import', personOf(request), programme);
    const dryRun = dryRunOf(query);
    if (!Buffer.isBuffer(body)) {
      throw new Problem(
        415,
        'not-lines',
        'The body is no import file',
        `Send it with content-type: ${linesOfJson}`,
      );
    }
    if (!isId(programme)) {
      throw badRequest('programme-wrong', [
        { field: 'programme', problem: 'programme must be an id: small letters, digits and single hyphens' },
      ]);
    }
    mustBeUtf8Throughout(body);
    const { demonstration } = this.book;
    if (demonstration !== undefined && demonstration !== programme) {
      const { message } = new OtherDemonstration(demonstration, programme);
      throw new Problem(409, 'demonstration-only', 'This book is a demonstration', message);
    }
    // Whoever stops listening stops the import too: what is recorded stays, and another import goes on from there.
    const stopped = new AbortController();
    reply.raw.once('close', () => stopped.abort());
    await told(reply, async (progress) => {
      const report = await importFile(this.book, () => [body], {
        programme,
        actor,
        capacity,
        dryRun,
        signal: stopped.signal,
        progress: (what, done, of) =>
          progress.say(what === 'play' ? { played: done, of } : { recorded: done, of }),
      });
      const { bad, recorded, before, nothing, givenUp } = report;
      const own = bad.some(({ reason }) => reason === ownCaseRefusal.because);
      if (own) this.witness.saw(request, 'refused', ownCaseRule);
      return bad.length > 0
        ? { problems: bad, recorded, ...(givenUp && { givenUp }) }
        : { done: true, dryRun, recorded, already: before, nothing };
    });
  }
}

/** How many lines that are not UTF-8 are told of a file. */
const mostLinesTold = 100;

/** Throws 400 with the numbers of the lines that are not UTF-8. */
function mustBeUtf8Throughout(body: Buffer): void {
  if (isUtf8(body)) return;
  const lines = linesNotUtf8(body, mostLinesTold);
  const [first, ...others] = lines;
  const andMore =
    others.length > 0 ? ` and ${others.length === mostLinesTold - 1 ? 'many' : others.length} more` : '';
  throw notUtf8(`Line ${first}${andMore} of the file`, 'save the file as UTF-8. Nothing was recorded', {
    lines,
  });
}

function dryRunOf(query: Readonly<Record<string, unknown>>): boolean {
  mustAskOnly(query, 'dryRun');
  const { dryRun = 'false' } = query;
  if (dryRun !== 'true' && dryRun !== 'false')
    throw badRequest('query-wrong', [{ field: 'dryRun', problem: 'dryRun must be true or false, once' }]);
  return dryRun === 'true';
}

/** Answers 200 at once, then a line of JSON at a time; the last says what came of the work, or that it failed. */
async function told(
  reply: FastifyReply,
  work: (progress: LinesOfProgress) => Promise<object>,
): Promise<void> {
  const lines = new LinesOfProgress();
  void work(lines).then(
    (result) => lines.end(result),
    (error: unknown) => lines.end({ failed: error instanceof Error ? error.message : String(error) }),
  );
  await reply.header('content-type', linesOfJson).send(Readable.from(lines));
}
