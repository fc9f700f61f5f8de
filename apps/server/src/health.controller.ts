import { Controller, Get } from '@nestjs/common';
import { Book } from '#book';
import { FollowUps } from '#follow-up';
import { Problem } from './problem.js';

/** `GET /health`: ready once the views show the whole log. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly book: Book,
    private readonly followUps: FollowUps,
  ) {}

  @Get()
  async health(): Promise<unknown> {
    const { fault } = this.book.projector;
    if (fault)
      throw new Problem(
        503,
        'views-stopped',
        'The views have stopped',
        `Restart Minutebook, or rebuild the views: ${fault.message}`,
      );
    if (this.followUps.fault)
      throw new Problem(
        503,
        'follow-ups-stopped',
        'Follow-ups have stopped',
        `Restart Minutebook: ${this.followUps.fault.message}`,
      );
    const head = (await this.book.store.head()) ?? null;
    const position = this.book.position ?? null;
    if (head !== null && (position === null || position < head)) {
      throw new Problem(503, 'views-behind', 'The views are behind', 'Ask again in a moment', {
        position,
        head,
      });
    }
    return {
      status: 'ready',
      position,
      demonstration: this.book.demonstration ?? null,
      followUps: this.followUps.standing,
    };
  }
}
