import { Command } from 'commander';
import { mkdirSync } from 'node:fs';
import { copyBook, CopyDiffers, CopyStopped, TargetNotEmpty, type CopyPart } from '#copy';
import { CopyDisturbed } from '#event-store';
import { SqliteEventStore } from '#event-store-sqlite';
import { CouldNotTry } from '../could-not-try.js';
import { counted } from '../counted.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { interruption } from '../interruption.js';
import { progressBar } from '../progress-bar.js';
import { copyPlace, openSource, openTarget, scratchOf, type CopyPlace } from './places.js';

/** What each part of a copy is called while it is shown. */
const parts: Readonly<Record<CopyPart, string>> = {
  read: 'Reading',
  copy: 'Copying',
  check: 'Checking',
  fold: 'Folding',
};

/** `minutebook copy`: a whole book into another store; interrupted, it resumes. */
export function copyCommand(done: (code: ExitCode) => void): Command {
  return new Command('copy')
    .description('copy a whole book into another store, and check that both are the same')
    .requiredOption('--from <place>', 'sqlite:FOLDER, or the address of an EventStoreDB: esdb://…')
    .requiredOption(
      '--to <place>',
      'the same; what is there must be empty, or the beginning of the same book',
    )
    .action(async ({ from, to }: { from: string; to: string }) => {
      const places = [copyPlace('--from', from, process.env), copyPlace('--to', to, process.env)] as const;
      done(await copy(...places));
    });
}

async function copy(from: CopyPlace, to: CopyPlace): Promise<ExitCode> {
  if (from.said === to.said)
    throw new CouldNotTry('--from and --to name the same book: name another to copy to');
  const bar = progressBar('entries');
  const source = openSource(from);
  try {
    if ('folder' in to) mkdirSync(to.folder, { recursive: true });
    const target = openTarget(to, demonstrationOf(source));
    try {
      const { events, before, log, views, shared } = await copyBook(source, target, {
        from: from.said,
        scratch: scratchOf(to, from),
        signal: interruption(),
        progress: (part, number, of) => bar.show(parts[part], number, of),
      });
      bar.end();
      const there = before > 0 ? `, ${counted(before, 'was', 'were')} there before` : '';
      console.log(
        `The book is copied: ${counted(events, 'entry', 'entries')}${there}. Both books are the same:`,
      );
      console.log(`  record ${log}\n  views  ${views}`);
      if (shared.length > 0)
        console.log(
          `${counted(shared.length, 'command id stands', 'command ids stand')} in several streams, because two servers took one at once. Both entries stand, and each can be corrected:`,
        );
      for (const { programme, id, streams } of shared)
        console.log(`  ${programme} ${id}: ${streams.join(', ')}`);
      return exitCodes.done;
    } finally {
      await target.close();
    }
  } catch (error) {
    bar.end();
    return failed(error);
  } finally {
    await source.close();
  }
}

/** A book that is a demonstration stays one. */
function demonstrationOf(source: ReturnType<typeof openSource>): string | undefined {
  const said = source instanceof SqliteEventStore ? source.demonstration : undefined;
  return said ?? (process.env['MINUTEBOOK_DEMONSTRATION'] || undefined);
}

function failed(error: unknown): ExitCode {
  if (error instanceof CopyStopped) {
    console.error(
      `Stopped: ${counted(error.copied, 'entry is', 'entries are')} in the target. Run it again to go on from there.`,
    );
    return exitCodes.interrupted;
  }
  if (error instanceof TargetNotEmpty || error instanceof CopyDisturbed || error instanceof CopyDiffers) {
    console.error(error.message);
    return exitCodes.refused;
  }
  throw error;
}
