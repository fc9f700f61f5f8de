import { Command } from 'commander';
import { RebuildStopped } from '#book';
import { folderOfABook, openBook, storeOption, type WhereABookIs } from '../book/open-book.js';
import { CouldNotTry } from '../could-not-try.js';
import { counted } from '../counted.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { interruption } from '../interruption.js';
import { progressBar } from '../progress-bar.js';
import { demoTokens, RunningServer, tokenOf } from '../running-server/running-server.js';

interface Options {
  readonly data: string;
  readonly store?: string;
  readonly url?: string;
  readonly token?: string;
}

type Progress = (read: number, of: number) => void;

/** `minutebook rebuild`: fills new views from the log beside the live ones, then swaps. */
export function rebuildCommand(done: (code: ExitCode) => void): Command {
  return new Command('rebuild')
    .description('fill the views anew from the log, then swap')
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .option(...storeOption)
    .option('--url <url>', 'have a running server do it instead')
    .option('--token <token>', 'who asks, with --url (setting MINUTEBOOK_TOKEN)')
    .action(async (options: Options) => done(await rebuild(options)));
}

async function rebuild({ url, token, ...where }: Options): Promise<ExitCode> {
  const bar = progressBar('entries');
  const signal = interruption();
  const progress: Progress = (read, of) => bar.show('Rebuilding', read, of);
  try {
    const entries = await (url === undefined
      ? rebuildHere(where, signal, progress)
      : rebuildThroughServer(
          new RunningServer(url, tokenOf(token, process.env, demoTokens.administrator)),
          signal,
          progress,
        ));
    bar.end();
    console.log(`The views are rebuilt from ${counted(entries, 'entry', 'entries')}.`);
    return exitCodes.done;
  } catch (error) {
    bar.end();
    if (!signal.aborted) throw error;
    console.error(
      url === undefined
        ? 'Stopped: the views are as they were.'
        : 'Stopped waiting: the server goes on with the rebuild, and swaps when it is done.',
    );
    return exitCodes.interrupted;
  }
}

async function rebuildHere(where: WhereABookIs, signal: AbortSignal, progress: Progress): Promise<number> {
  const book = await openBook(where, { toRebuild: true });
  const close = (): void => void book.close();
  signal.addEventListener('abort', close);
  try {
    if (signal.aborted) throw new RebuildStopped();
    return await book.rebuild(progress);
  } finally {
    signal.removeEventListener('abort', close);
    await book.close();
  }
}

async function rebuildThroughServer(
  server: RunningServer,
  signal: AbortSignal,
  progress: Progress,
): Promise<number> {
  type Said = {
    readonly entries: number;
    readonly of: number;
    readonly done?: true;
    readonly failed?: string;
  };
  for await (const { entries, of, done, failed } of server.post<Said>('/api/rebuild', { signal })) {
    if (failed !== undefined) throw new Error(failed);
    if (done) return entries;
    progress(entries, of);
  }
  throw new CouldNotTry('The server ended before the rebuild was done: rebuild again once it runs');
}
