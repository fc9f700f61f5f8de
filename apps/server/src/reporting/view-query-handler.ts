import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book, heldBack } from '#book';
import { FollowUpFile } from '#follow-up';
import { Problem } from '#problem';
import { momentOf, type Answered } from '#views';
import { cannotBeShown } from './held-back.js';
import { ViewQuery } from './view-query.js';

/** Answers every view: once the views show what the asker was told, at the moment that the question means. */
@QueryHandler(ViewQuery)
export class ViewQueryHandler implements IQueryHandler<ViewQuery> {
  constructor(
    private readonly book: Book,
    private readonly followUps: FollowUpFile,
  ) {}

  /**
   * @throws Problem 404 nothing was recorded of the programme, or of the thing, by then
   * @throws Problem 503 what was recorded of it is held back
   * @throws ProjectionBehind the views did not reach the position in time
   */
  async execute({ asked, programme, question: sent }: ViewQuery): Promise<Answered> {
    const question = ('of' in asked ? asked.of : asked).question?.(sent) ?? sent;
    await this.book.upTo(question.minPosition);
    const { reader, demonstration } = this.book;
    const moment = momentOf(reader, question);
    if (!reader.moments.knows(programme, moment)) throw this.unknown(programme);
    const asking = {
      reader,
      programme,
      moment,
      question,
      // What waits to follow by itself is known of now only: it is no fact of the programme.
      waiting: moment.knownAt === undefined ? this.followUps.outstanding(programme) : [],
      demonstration: demonstration !== undefined,
    };
    const answer = 'of' in asked ? asked.of.answer({ ...asking, id: asked.id }) : asked.answer(asking);
    return { moment, ...answer };
  }

  private unknown(programme: string): Problem {
    const held = heldBack(this.book, programme, [`${programme}/programme`]);
    if (held.length > 0) return cannotBeShown(held);
    return new Problem(
      404,
      'unknown-programme',
      'There is no such programme',
      `Nothing was recorded of ${programme} by then: check its id, or start it with start-programme`,
    );
  }
}
