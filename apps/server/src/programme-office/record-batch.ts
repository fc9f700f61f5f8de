import { Command as BusCommand, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Batches, Book, type BatchOutcome } from '#book';
import { NotStorable } from '#event-store';
import { isId, takeInBatch } from '#intake';
import { badRequest } from '#problem';
import { demonstrationOnly } from './outcome-problem.js';

/** Many commands on their way from HTTP to the book: as they were sent, by whom, and under which key. */
export class BatchCommand extends BusCommand<{ readonly dryRun: boolean; readonly outcome: BatchOutcome }> {
  constructor(
    readonly programme: string,
    readonly body: unknown,
    readonly sender: { readonly actor: string; readonly capacity: string },
    readonly key: string,
  ) {
    super();
  }
}

/** Takes a batch in and records it. What is wrong with one of its commands is that command's result. */
@CommandHandler(BatchCommand)
export class BatchCommandHandler implements ICommandHandler<BatchCommand> {
  private readonly batches: Batches;

  constructor(private readonly book: Book) {
    this.batches = new Batches(book);
  }

  async execute({ programme, body, sender: { actor, capacity }, key }: BatchCommand) {
    const { demonstration } = this.book;
    if (demonstration !== undefined && programme !== demonstration)
      throw demonstrationOnly(demonstration, programme);
    if (!isId(programme)) {
      throw badRequest('fields-wrong', [
        { field: 'programme', problem: 'programme must be an id: small letters, digits and single hyphens' },
      ]);
    }
    const taken = takeInBatch(body);
    if ('problems' in taken) throw badRequest('fields-wrong', taken.problems);
    try {
      const outcome = await this.batches.record({ programme, actor, capacity, key, ...taken.batch });
      return { dryRun: taken.batch.dryRun, outcome };
    } catch (error) {
      if (!(error instanceof NotStorable)) throw error;
      throw badRequest('fields-wrong', [{ field: 'items', problem: error.reason }]);
    }
  }
}
