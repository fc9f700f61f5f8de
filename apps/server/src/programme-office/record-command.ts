import { Command as BusCommand, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Book, fingerprintOf } from '#book';
import { instant, londonDate } from '#calendar';
import { takeIn } from '#intake';
import type { Command, ReportCommand } from '#programme';
import type { RecordingOutcome, Sender } from '#recording';
import { badRequest, Problem } from '#problem';
import { demonstrationOnly, unknownCommand } from './outcome-problem.js';
import { ReportRendering } from '../reporting/report-rendering.js';
import { Metrics } from '#metrics';
import { strikeOf } from './strike.js';

/** A command on its way from HTTP to the book: as it was sent, and by whom. */
export class RecordCommand extends BusCommand<RecordingOutcome> {
  constructor(
    readonly programme: string,
    readonly name: string,
    readonly body: unknown,
    readonly sender: Omit<Sender, 'fingerprint'>,
  ) {
    super();
  }
}

/** Takes a command in, records it, and hands back what came of it. The bus only brings it here. */
@CommandHandler(RecordCommand)
export class RecordCommandHandler implements ICommandHandler<RecordCommand> {
  constructor(
    private readonly book: Book,
    private readonly reports: ReportRendering,
    private readonly metrics: Metrics,
  ) {}

  async execute(command: RecordCommand): Promise<RecordingOutcome> {
    const began = performance.now();
    let came = 'fault';
    try {
      const outcome = await this.recorded(command);
      came = outcome.outcome;
      return outcome;
    } catch (error) {
      if (error instanceof Problem && error.getStatus() < 500) came = 'not-taken-in';
      throw error;
    } finally {
      this.metrics.command(came, (performance.now() - began) / 1_000);
    }
  }

  private async recorded({ programme, name, body, sender }: RecordCommand): Promise<RecordingOutcome> {
    const { demonstration } = this.book;
    if (demonstration !== undefined && programme !== demonstration) {
      throw demonstrationOnly(demonstration, programme);
    }
    const today = londonDate(instant(new Date().toISOString()));
    const taken = takeIn(name, body, { programme, today });
    if ('unknownCommand' in taken) throw unknownCommand(name);
    if ('problems' in taken) throw badRequest('fields-wrong', taken.problems);
    const full: Sender = { ...sender, fingerprint: fingerprintOf(name, body) };
    if ('command' in taken) {
      const command = isReport(taken.command) ? await this.reports.issuing(taken.command) : taken.command;
      return this.book.noting(await this.book.recorder.record(command, full));
    }
    await this.book.upTo();
    return this.book.noting(await this.book.recorder.strike(strikeOf(this.book, taken.strike), full));
  }
}

function isReport(command: Command): command is ReportCommand {
  return command.type === 'issue-report';
}
