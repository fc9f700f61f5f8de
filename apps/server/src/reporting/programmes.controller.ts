import { Controller, Get, Headers } from '@nestjs/common';
import { Book } from '#book';
import { personOf } from '../identity/demo-people.js';
import { today } from './query.js';

/** `GET /api/programmes`: the ids of the programmes of the book, and which of them it demonstrates. */
@Controller('api/programmes')
export class ProgrammesController {
  constructor(private readonly book: Book) {}

  @Get()
  async programmes(@Headers() headers: Readonly<Record<string, string | undefined>>) {
    personOf(headers['authorization']);
    await this.book.upTo();
    const { reader, demonstration } = this.book;
    return { programmes: reader.programmes(reader.moment(today())), demonstration: demonstration ?? null };
  }
}
