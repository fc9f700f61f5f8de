import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { acceptRestored } from '#book';
import { eventStoreMeant, folderOfABook, storeOption, type WhereABookIs } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';

/** `minutebook accept-restored`: an operator says that a record that lacks what was acknowledged is meant. */
export function acceptRestoredCommand(done: (code: ExitCode) => void): Command {
  return new Command('accept-restored')
    .description('accept a restored record that lacks what was acknowledged: a new book begins with it')
    .requiredOption('--reason <words>', 'why an older record was put back, which is recorded')
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .option(...storeOption)
    .action(async (options: WhereABookIs & { readonly reason: string }) => done(await accept(options)));
}

async function accept({
  data: folder,
  store,
  reason,
}: WhereABookIs & { readonly reason: string }): Promise<ExitCode> {
  if (!existsSync(folder))
    throw new CouldNotTry(`There is no folder ${folder}: name that of the book with --data`);
  if (reason.trim() === '') throw new CouldNotTry('--reason is empty: say why an older record was put back');
  const eventStore = eventStoreMeant(store, process.env);
  const restored = await acceptRestored({ folder, ...(eventStore && { eventStore }) }, reason.trim());
  if (!restored) {
    console.log('The record lacks nothing that was acknowledged here: there is nothing to accept.');
    return exitCodes.done;
  }
  const { book, formerBook, lastKnown, restoredTo } = restored;
  console.log(
    `The restored record, up to ${restoredTo ?? 'its beginning'}, is accepted as the new book ${book}. Its first entry names the ` +
      `former book ${formerBook}, of which entries up to ${lastKnown.position} (entry ${lastKnown.id} of ${lastKnown.stream}) were ` +
      'acknowledged: record again what is missing. The views are filled anew at the next start.',
  );
  return exitCodes.done;
}
