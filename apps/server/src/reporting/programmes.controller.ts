import { isPermitted, personOf } from '#signing-in';
import { mustAskOnly, today } from '#views';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Book } from '#book';

/** `GET /api/programmes`: the ids of the programmes of the book that one may read, and which of them it demonstrates. */
@Controller('api/programmes')
export class ProgrammesController {
  constructor(private readonly book: Book) {}

  @Get()
  async programmes(@Query() sent: Readonly<Record<string, unknown>>, @Req() request: FastifyRequest) {
    mustAskOnly(sent);
    const person = personOf(request);
    await this.book.upTo();
    const { reader, demonstration } = this.book;
    const programmes = reader.moments
      .programmes(reader.moments.at(today()))
      .filter((programme) => isPermitted('read', person, programme));
    return { programmes, demonstration: demonstration ?? null };
  }
}
