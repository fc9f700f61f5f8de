import { RecordDamaged, type Position, type StoredEvent } from '#event-store';

/** A wait for a position that was not reached in time; says how far the projection is. */
export class ProjectionBehind extends Error {
  override readonly name: string = 'ProjectionBehind';

  constructor(
    readonly wanted: Position,
    readonly reached: Position | undefined,
    message = `The views have reached ${reached ?? 'nothing yet'}, not ${wanted}: ask again in a moment`,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A wait for a position that nobody works towards any more: following was stopped, or ended by a fault, its `cause`. */
export class ProjectionStopped extends ProjectionBehind {
  override readonly name = 'ProjectionStopped';

  constructor(wanted: Position, reached: Position | undefined, fault: Error | undefined) {
    const where = `The views have stopped at ${reached ?? 'nothing yet'}, before ${wanted}`;
    const message = fault
      ? `${where}: ${fault instanceof RecordDamaged ? fault.message : `rebuild the views (${fault.message})`}`
      : `${where}, because Minutebook is closing: ask again once it is open`;
    super(wanted, reached, message, fault && { cause: fault });
  }
}

/** An event that a projection could not apply; everything before it is applied, and nothing from it on. */
export class CannotApply extends Error {
  override readonly name = 'CannotApply';

  constructor(
    readonly event: StoredEvent,
    cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`Entry ${event.id} (${event.type}) at ${event.position} cannot be applied: ${why}`, { cause });
  }
}
