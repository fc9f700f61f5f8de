import { Command } from 'commander';
import { overviewAnswer, type OverviewAnswer } from '#book';
import {
  civilDate,
  instant,
  isCivilDate,
  londonDate,
  parseInstant,
  type CivilDate,
  type Instant,
} from '#calendar';
import { folderOfABook, openBook, storeOption, type WhereABookIs } from '../book/open-book.js';
import { programmeMeant } from '../book/programme.js';
import { CouldNotTry } from '../could-not-try.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { RunningServer } from '../running-server/running-server.js';
import { overviewText } from './overview-text.js';

interface Options {
  readonly programme?: string;
  readonly known?: string;
  readonly json: boolean;
  readonly data: string;
  readonly store?: string;
  readonly url?: string;
  readonly token?: string;
}

/** The pair that every question is. */
interface AsAtOptions {
  readonly asAt: CivilDate;
  readonly knownAt: CivilDate | Instant | undefined;
}

/** `minutebook as-at`: the overview of a programme in the terminal. */
export function asAtCommand(done: (code: ExitCode) => void): Command {
  return new Command('as-at')
    .argument('<date>', 'the date, such as 2013-10-15')
    .description('show the overview of a programme as at a date')
    .option('--known <date>', 'as known at the end of this date, or at this instant')
    .option('--programme <id>', 'the programme; the only one of the book where it is left out')
    .option('--json', 'as JSON, the same as the API answers', false)
    .option('--data <folder>', 'the folder of the book', folderOfABook(process.env))
    .option(...storeOption)
    .option('--url <url>', 'ask a running server instead')
    .option('--token <token>', 'who asks, with --url (setting MINUTEBOOK_TOKEN)')
    .action(async (date: string, options: Options) => done(await asAt(date, options)));
}

async function asAt(date: string, options: Options): Promise<ExitCode> {
  const asked = { asAt: civilDate(date), knownAt: knowledge(options.known) };
  const { url, programme, token = process.env['MINUTEBOOK_TOKEN'] || undefined } = options;
  const answer = await (url === undefined
    ? askHere(options, programme, asked)
    : askServer(new RunningServer(url, token), programme, asked));
  console.log(options.json ? JSON.stringify(answer, null, 2) : overviewText(answer));
  return exitCodes.done;
}

function knowledge(text: string | undefined): CivilDate | Instant | undefined {
  if (text === undefined) return undefined;
  const read = isCivilDate(text) ? text : parseInstant(text);
  if (read !== undefined) return read;
  throw new CouldNotTry(
    `--known ${text} is neither a date nor an instant: write it like 2014-04-15, or like 2014-04-15T12:00:00Z`,
  );
}

async function askHere(
  where: WhereABookIs,
  named: string | undefined,
  asked: AsAtOptions,
): Promise<OverviewAnswer> {
  const book = await openBook(where);
  try {
    const { reader, demonstration = null } = book;
    const programmes = reader.moments.programmes(
      reader.moments.at(londonDate(instant(new Date().toISOString()))),
    );
    const programme = programmeMeant(named, { programmes, demonstration });
    const answer = overviewAnswer(book, programme, asked.asAt, asked.knownAt);
    if (answer) return answer;
    throw new CouldNotTry(`There is no such programme: nothing was recorded of ${programme} by then`);
  } finally {
    await book.close();
  }
}

async function askServer(
  server: RunningServer,
  named: string | undefined,
  { asAt, knownAt }: AsAtOptions,
): Promise<OverviewAnswer> {
  const programme = programmeMeant(named, await server.programmes());
  const query = new URLSearchParams({ asAt, ...(knownAt !== undefined && { knownAt }) });
  return server.get(`/api/programmes/${encodeURIComponent(programme)}/overview?${query.toString()}`);
}
