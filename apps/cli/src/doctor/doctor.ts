import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { examineBook } from '#book';
import { eventStoreMeant, folderOfABook, storeOption, type WhereABookIs } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { progressBar } from '../progress-bar.js';

/** How long it may look before a bar is shown, in milliseconds. */
const patience = 2_000;

/** `minutebook doctor`: looks at everything in the folder of a book, says what it looked at, and changes nothing. */
export function doctorCommand(done: (code: ExitCode) => void): Command {
  return new Command('doctor')
    .description('look whether the record and everything made from it are whole and belong together')
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .option(...storeOption)
    .action(async (where: WhereABookIs) => done(await examine(where)));
}

async function examine({ data: folder, store }: WhereABookIs): Promise<ExitCode> {
  if (!existsSync(folder))
    throw new CouldNotTry(`There is no folder ${folder}: name that of a book with --data`);
  const eventStore = eventStoreMeant(store, process.env);
  const programmes = process.env['MINUTEBOOK_PROGRAMMES']?.split(',').map((id) => id.trim());
  const bar = progressBar('entries', patience);
  const where = { folder, ...(eventStore && { eventStore }), ...(programmes && { programmes }) };
  let faults = 0;
  for await (const { looked, found } of examineBook(where, (part, read, of) =>
    bar.show(part === 'read' ? 'Reading' : 'Folding', read, of),
  )) {
    bar.end();
    console.log(`${found.length === 0 ? 'in order' : 'AT FAULT'}  ${looked}`);
    for (const words of found) console.log(`          ${words}`);
    faults += found.length;
  }
  bar.end();
  console.log(faults === 0 ? 'Nothing wrong was found.' : `Found wrong: ${faults}. Nothing was changed.`);
  return faults === 0 ? exitCodes.done : exitCodes.refused;
}
