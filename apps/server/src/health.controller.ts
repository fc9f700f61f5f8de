import { Controller, Get } from '@nestjs/common';
import { Book } from '#book';
import type { Position } from '#event-store';
import { FollowUps } from '#follow-up';
import { percentReached, ProjectionStopped, type QuarantinedStream } from '#projector';
import { Problem } from '#problem';

/** How long whoever asks waits for what has just been recorded to be shown, in milliseconds. */
const patience = 1_000;

/**
 * `GET /health/live`: the process answers. `GET /health/ready`, and `GET /health` with it: the views show what was on the
 * record when it was asked, so that requests may be sent here.
 */
@Controller('health')
export class HealthController {
  constructor(
    private readonly book: Book,
    private readonly followUps: FollowUps,
  ) {}

  @Get('live')
  live(): unknown {
    return { status: 'live' };
  }

  @Get(['', 'ready'])
  async ready(): Promise<unknown> {
    this.refuseIfStopped();
    const head = await this.head();
    if (head !== undefined) await this.showing(head);
    const { restored } = this.book;
    const { quarantined } = this.book;
    const notices = [...this.book.notices, this.followUps.anew].filter((words) => words !== undefined);
    return {
      status: quarantined.length > 0 ? 'degraded' : 'ready',
      position: this.book.position ?? null,
      demonstration: this.book.demonstration ?? null,
      book: this.book.identity,
      record: this.book.recordCheck.checked,
      followUps: this.followUps.standing,
      ...(notices.length > 0 && { notices }),
      ...(restored.length > 0 && { restored }),
      ...(quarantined.length > 0 && { quarantined: howMuch(quarantined) }),
    };
  }

  private refuseIfStopped(): void {
    const damaged = this.book.recordCheck.fault;
    if (damaged) {
      const { position = null, stream = null, id = null } = damaged.fault;
      const named = { position, stream, id };
      throw new Problem(503, 'record-damaged', 'The record is damaged', damaged.message, named);
    }
    const { fault, obstacle = this.followUps.obstacle } = this.book.projector;
    if (obstacle)
      throw new Problem(
        503,
        'disk-full',
        'The disk is full',
        `Make room on it: Minutebook goes on by itself then (${obstacle.message})`,
      );
    if (fault)
      throw new Problem(
        503,
        'views-stopped',
        'The views have stopped',
        `Rebuild the views: ${fault.message}`,
      );
    if (this.followUps.fault)
      throw new Problem(
        503,
        'follow-ups-stopped',
        'Follow-ups have stopped',
        `Restart Minutebook: ${this.followUps.fault.message}`,
      );
  }

  private async head(): Promise<Position | undefined> {
    try {
      return await this.book.store.head();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const title = 'The record cannot be reached';
      throw new Problem(503, 'record-unreachable', title, `Views are shown as they are: ${why}`);
    }
  }

  /** Waits a moment for the views to show a position, and says how far they are where they do not. */
  private async showing(head: Position): Promise<void> {
    await this.book.projector.reached(head, patience).catch((error: unknown) => {
      if (error instanceof ProjectionStopped) this.refuseIfStopped();
      const position = this.book.position ?? null;
      const percent = percentReached(this.book.position, head);
      const { entries } = this.book.progress;
      throw new Problem(
        503,
        'views-behind',
        'The views are behind',
        `They show ${percent}% of what is on the record: send requests elsewhere, and ask again in a moment`,
        { position, head, percent, entries },
        { 'retry-after': '1' },
      );
    });
  }
}

/** How much is held back. Which streams these are is not for everybody: an administrator asks `/api/quarantine`. */
const howMuch = (quarantined: readonly QuarantinedStream[]) => ({
  streams: quarantined.length,
  entries: quarantined.reduce((sum, { waiting }) => sum + waiting, 0),
});
