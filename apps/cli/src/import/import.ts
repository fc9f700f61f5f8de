import { accessSync, constants, statSync } from 'node:fs';
import { Command } from 'commander';
import { ImportStopped } from '#book';
import { folderToImportInto, storeOption } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { interruption } from '../interruption.js';
import { progressBar } from '../progress-bar.js';
import { demoTokens, RunningServer, tokenOf } from '../running-server/running-server.js';
import { importHere } from './import-here.js';
import { importThroughServer } from './import-through-server.js';
import { badLines, imported, sayStopped } from './report.js';

interface Options {
  readonly programme?: string;
  readonly data: string;
  readonly store?: string;
  readonly url?: string;
  readonly token?: string;
  readonly dryRun: boolean;
}

/** `minutebook import`: plays a whole file, and records it line by line only where every line is good. */
export function importCommand(done: (code: ExitCode) => void): Command {
  return new Command('import')
    .argument('<file>', 'a file of commands, one JSON object a line')
    .description('play a file of commands in memory, then record it line by line')
    .option('--programme <id>', 'the programme; the only one of the book where it is left out')
    .option('--data <folder>', 'the folder of the book', folderToImportInto(process.env))
    .option(...storeOption)
    .option('--url <url>', 'import through a running server instead')
    .option('--token <token>', 'who records, with --url (setting MINUTEBOOK_TOKEN)')
    .option('--dry-run', 'stop after the play', false)
    .action(async (file: string, options: Options) => done(await importFile(file, options)));
}

async function importFile(file: string, options: Options): Promise<ExitCode> {
  refuseUnreadable(file);
  const { url, token, dryRun, programme } = options;
  const bar = progressBar('lines');
  const asked = {
    file,
    programme,
    dryRun,
    signal: interruption(),
    progress: (what: 'play' | 'record', done: number, of: number) =>
      bar.show(what === 'play' ? 'Checking' : 'Recording', done, of),
  };
  try {
    const report = await (url === undefined
      ? importHere(options, asked)
      : importThroughServer(new RunningServer(url, tokenOf(token, process.env, demoTokens.office)), asked));
    bar.end();
    if (report.bad.length > 0) return badLines(report.bad, report.recorded, report.givenUp);
    console.log(imported({ dryRun, ...report }));
    return exitCodes.done;
  } catch (error) {
    bar.end();
    if (error instanceof ImportStopped) return sayStopped(error.recorded);
    throw error;
  }
}

/** @throws CouldNotTry there is no such file, or it cannot be read */
function refuseUnreadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CouldNotTry(`There is no file ${file}: check its name`);
  if (found.isDirectory()) {
    throw new CouldNotTry(`${file} is a folder: name a file of commands, one JSON object a line`);
  }
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new CouldNotTry(`The file ${file} cannot be read: check its permissions`);
  }
}
