import { Command } from 'commander';
import type { QuarantinedStream } from '#projector';
import { folderOfABook, openBook, storeOption } from '../book/open-book.js';
import { counted } from '../counted.js';
import { CouldNotTry } from '../could-not-try.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { demoTokens, RunningServer, tokenOf } from '../running-server/running-server.js';

interface Options {
  readonly data: string;
  readonly store?: string;
  readonly url?: string;
  readonly token?: string;
}

/** What came of taking a stream in again. */
interface Requeued {
  readonly taken: number;
  readonly quarantined: QuarantinedStream | null;
}

/** `minutebook quarantine list | requeue STREAM`: what the views hold back, and taking it in again. */
export function quarantineCommand(done: (code: ExitCode) => void): Command {
  const command = new Command('quarantine')
    .exitOverride()
    .description('streams that the views hold back, because an entry could not be taken in');
  asked(command.command('list').description('what is held back, from which entry on, and why')).action(
    async (options: Options) => {
      console.log(listed(await list(options)).join('\n'));
      done(exitCodes.done);
    },
  );
  asked(
    command
      .command('requeue')
      .argument('<stream>', 'such as kent/structure')
      .description('read the entries held back from the log again, and take them in as far as it goes'),
  ).action(async (stream: string, options: Options) => {
    const { taken, quarantined } = await requeue(stream, options);
    console.log(`${counted(taken, 'entry', 'entries')} of ${stream} taken in.`);
    if (quarantined) console.error(`Still held back:\n${listed([quarantined]).join('\n')}`);
    done(quarantined ? exitCodes.refused : exitCodes.done);
  });
  return command;
}

function asked(command: Command): Command {
  return command
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .option(...storeOption)
    .option('--url <url>', 'ask a running server instead')
    .option('--token <token>', 'who asks, with --url (setting MINUTEBOOK_TOKEN)');
}

/** A line for each stream, as a person reads it. */
export function listed(quarantined: readonly QuarantinedStream[]): readonly string[] {
  if (quarantined.length === 0) return ['Nothing is held back.'];
  return quarantined.map(
    ({ stream, waiting, position, error }) =>
      `${stream}  ${counted(waiting, 'entry', 'entries')} from position ${position} on: ${error}`,
  );
}

async function list({ url, token, ...where }: Options): Promise<readonly QuarantinedStream[]> {
  if (url !== undefined) {
    const server = new RunningServer(url, tokenOf(token, process.env, demoTokens.administrator));
    return (await server.get<{ quarantined: readonly QuarantinedStream[] }>('/api/quarantine')).quarantined;
  }
  const book = await openBook(where);
  try {
    return book.quarantined;
  } finally {
    await book.close();
  }
}

async function requeue(stream: string, { url, token, ...where }: Options): Promise<Requeued> {
  if (url !== undefined) {
    const server = new RunningServer(url, tokenOf(token, process.env, demoTokens.administrator));
    const path = `/api/quarantine/requeue?stream=${encodeURIComponent(stream)}`;
    for await (const said of server.post<Requeued>(path)) return said;
    throw new CouldNotTry('The server ended before it answered: ask it again');
  }
  const book = await openBook(where);
  try {
    const of = () => book.quarantined.find((one) => one.stream === stream);
    if (!of()) throw new CouldNotTry(`Nothing is held back of ${stream}: see minutebook quarantine list`);
    const taken = await book.requeue(stream);
    return { taken, quarantined: of() ?? null };
  } finally {
    await book.close();
  }
}
