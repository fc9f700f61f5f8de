import { Command } from 'commander';
import { folderOfABook, openBook } from '../book/open-book.js';
import { counted } from '../counted.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';

/** `minutebook backup`: copies the record of a folder to a new file, and looks through the copy. */
export function backupCommand(done: (code: ExitCode) => void): Command {
  return new Command('backup')
    .argument('<file>', 'the file to make, such as minutebook-2016-03-31.sqlite')
    .description('copy the record to a new file')
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .action(async (file: string, { data }: { readonly data: string }) => done(await backup(file, data)));
}

async function backup(file: string, folder: string): Promise<ExitCode> {
  // Views that have stopped are no reason not to save the record.
  const book = await openBook({ data: folder }, { toRebuild: true });
  try {
    const entries = await book.backup(file);
    console.log(
      `${counted(entries, 'entry', 'entries')} copied to ${file}: put it in a folder as book.sqlite to restore it.`,
    );
    return exitCodes.done;
  } finally {
    await book.close();
  }
}
