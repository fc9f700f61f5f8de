import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Book } from '#book';
import { Problem } from '#problem';

/** Sends whoever asks of a programme that is not followed here to a server where it is: nothing here could answer. */
@Injectable()
export class FollowedProgrammes implements CanActivate {
  constructor(private readonly book: Pick<Book, 'follows' | 'programmes'>) {}

  /** @throws Problem 421 the address is of a programme that this server does not follow */
  canActivate(context: ExecutionContext): boolean {
    const { params } = context.switchToHttp().getRequest<FastifyRequest>();
    const { programme } = params as { readonly programme?: string };
    if (programme === undefined || this.book.follows(programme)) return true;
    const { programmes = [] } = this.book;
    throw new Problem(
      421,
      'programme-not-here',
      'This server does not follow that programme',
      `Ask a server that follows ${programme}, or add it to MINUTEBOOK_PROGRAMMES here: this one follows ${programmes.join(', ')}`,
      { programmes },
    );
  }
}
