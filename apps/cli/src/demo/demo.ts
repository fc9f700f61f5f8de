import { Command } from 'commander';
import { ImportStopped, loadDemonstration } from '#book';
import { StoreInUse } from '#event-store';
import { demonstrationFolder, eventStoreMeant, storeOption, type WhereABookIs } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';
import { counted } from '../counted.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { badLines, sayStopped } from '../import/report.js';
import { interruption } from '../interruption.js';
import { progressBar } from '../progress-bar.js';

/** How long loading may take before it shows how far it is, in milliseconds. */
const patience = 2_000;

/** `minutebook demo`: on a loaded book it changes nothing; interrupted, it resumes. */
export function demoCommand(done: (code: ExitCode) => void): Command {
  return new Command('demo')
    .description('load the Kent demonstration into a book of its own')
    .option('--data <folder>', 'the folder of the book', demonstrationFolder(process.env))
    .option(...storeOption)
    .action(async (where: WhereABookIs) => done(await demo(where)));
}

async function demo({ data: folder, store }: WhereABookIs): Promise<ExitCode> {
  const bar = progressBar('lines', patience);
  try {
    const root = process.env['MINUTEBOOK_ROOT'] ?? process.cwd();
    const eventStore = eventStoreMeant(store, process.env);
    const { recorded, lines, bad } = await loadDemonstration(folder, root, {
      ...(eventStore && { eventStore }),
      signal: interruption(),
      progress: (what, done, of) => bar.show(what === 'play' ? 'Checking' : 'Recording', done, of),
    });
    bar.end();
    if (bad.length > 0) return badLines(bad, recorded);
    console.log(
      recorded === 0
        ? `The Kent demonstration is loaded already: ${counted(lines, 'line')}.`
        : `The Kent demonstration is loaded: ${counted(recorded, 'line')} recorded${
            recorded < lines ? `, ${counted(lines - recorded, 'line was', 'lines were')} there before` : ''
          }.`,
    );
    return exitCodes.done;
  } catch (error) {
    bar.end();
    if (error instanceof ImportStopped) return sayStopped(error.recorded);
    if (error instanceof StoreInUse) {
      throw new CouldNotTry(
        `The demonstration in ${folder} is open in another process: it may be running already, else stop that one first`,
      );
    }
    throw error;
  } finally {
    bar.end();
  }
}
