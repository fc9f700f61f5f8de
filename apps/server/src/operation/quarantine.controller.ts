import { mustAskOnly } from '#views';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Book } from '#book';
import type { QuarantinedStream } from '#projector';
import { badRequest, Problem } from '#problem';

/** `GET /api/quarantine` and `POST /api/quarantine/requeue?stream=`: what the views hold back, and taking it in again. */
@Controller('api/quarantine')
export class QuarantineController {
  constructor(private readonly book: Book) {}

  @Get()
  list(@Query() query: Readonly<Record<string, unknown>>): {
    readonly quarantined: readonly QuarantinedStream[];
  } {
    mustAskOnly(query);
    return { quarantined: this.book.quarantined };
  }

  @Post('requeue')
  @HttpCode(200)
  async requeue(@Query() query: Readonly<Record<string, unknown>>) {
    mustAskOnly(query, 'stream');
    const { stream } = query;
    if (typeof stream !== 'string')
      throw badRequest('query-wrong', [
        { field: 'stream', problem: 'stream must name a stream that is set aside, once' },
      ]);
    if (!this.of(stream))
      throw new Problem(
        404,
        'not-quarantined',
        'It is not set aside',
        `Nothing is held back of ${stream}: see /api/quarantine for what is`,
      );
    const taken = await this.book.requeue(stream);
    return { stream, taken, quarantined: this.of(stream) ?? null };
  }

  private of(stream: string): QuarantinedStream | undefined {
    return this.book.quarantined.find((one) => one.stream === stream);
  }
}
