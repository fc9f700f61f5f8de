import { Command } from 'commander';
import cliProgress from 'cli-progress';
import { readFileSync } from 'node:fs';
import { Book, importFile, loadDemonstration } from '#book';
import { civilDate, instant, londonDate, isCivilDate, parseInstant } from '#calendar';
import { overview } from '#read-model';
import { printOverview } from './print-overview.js';

/** Exit codes: 0 done, 1 refused (bad lines, nothing recorded), 2 could not be tried. */
const refused = 1;
const notTried = 2;

const root = process.env['MINUTEBOOK_ROOT'] ?? process.cwd();
const program = new Command('minutebook').description('The decision ledger for change programmes');

function bar(): { update(done: number, of: number): void; stop(): void } {
  const shown = new cliProgress.SingleBar(
    { format: '{bar} {value}/{total} lines' },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, of) {
      if (!started) shown.start(of, done);
      started = true;
      shown.update(done);
    },
    stop() {
      if (started) shown.stop();
    },
  };
}

program
  .command('demo')
  .description('load the Kent demonstration into a book of its own')
  .option('--data <folder>', 'the folder of the book', process.env['MINUTEBOOK_DATA'] ?? 'data/demonstration')
  .action(async ({ data }: { data: string }) => {
    const shown = bar();
    const report = await loadDemonstration(data, root, (done, of) => shown.update(done, of));
    shown.stop();
    for (const { line, reason } of report.bad) console.error(`line ${line}: ${reason}`);
    console.log(`Kent: ${report.recorded} lines recorded, ${report.before} were there before.`);
    if (report.bad.length > 0) process.exitCode = refused;
  });

program
  .command('import <file>')
  .description('play a file of commands in memory, then record it line by line')
  .requiredOption('--programme <id>', 'the programme the commands belong to')
  .option('--data <folder>', 'the folder of the book', process.env['MINUTEBOOK_DATA'] ?? 'data/book')
  .option('--dry-run', 'stop after the play')
  .action(async (file: string, options: { programme: string; data: string; dryRun?: boolean }) => {
    const book = await Book.open({ folder: options.data });
    const shown = bar();
    try {
      const report = await importFile(book, readFileSync(file, 'utf8'), {
        programme: options.programme,
        actor: 'import',
        capacity: 'programme-office',
        ...(options.dryRun && { dryRun: true }),
        progress: (what, done, of) => {
          if (what === 'record') shown.update(done, of);
        },
      });
      shown.stop();
      for (const { line, reason } of report.bad) console.error(`line ${line}: ${reason}`);
      if (report.bad.length > 0) {
        console.error(
          `${report.bad.length} bad ${report.bad.length === 1 ? 'line' : 'lines'}; nothing was recorded.`,
        );
        process.exitCode = refused;
      } else {
        const would = options.dryRun ? 'would be recorded' : 'recorded';
        console.log(
          `${report.recorded} lines ${would}, ${report.before} were there before, ${report.nothing} change nothing.`,
        );
      }
    } finally {
      await book.close();
    }
  });

program
  .command('as-at <date>')
  .description('the overview of a programme as at a date')
  .option('--programme <id>', 'the programme', 'kent')
  .option('--known <date>', 'as known on this date or at this instant')
  .option('--json', 'as JSON')
  .option('--data <folder>', 'the folder of the book', process.env['MINUTEBOOK_DATA'] ?? 'data/demonstration')
  .option('--url <url>', 'ask a running server instead')
  .action(
    async (
      date: string,
      options: { programme: string; known?: string; json?: boolean; data: string; url?: string },
    ) => {
      const asAt = civilDate(date);
      const { known } = options;
      const knownAt = known === undefined ? undefined : isCivilDate(known) ? known : parseInstant(known);
      if (known !== undefined && knownAt === undefined)
        throw new RangeError('--known must be a date like 2014-04-15, or an instant with its zone');
      if (options.url !== undefined) {
        const query = new URLSearchParams({ asAt, ...(known !== undefined && { knownAt: known }) });
        const answer = await fetch(
          `${options.url}/api/programmes/${options.programme}/overview?${query.toString()}`,
        );
        const body = (await answer.json()) as ReturnType<typeof overview>;
        if (!answer.ok) throw new Error(JSON.stringify(body));
        console.log(options.json ? JSON.stringify(body, null, 2) : printOverview(body, asAt, known));
        return;
      }
      const book = await Book.open({ folder: options.data });
      try {
        const view = overview(book.reader, options.programme, book.reader.moment(asAt, knownAt));
        console.log(options.json ? JSON.stringify(view, null, 2) : printOverview(view, asAt, known));
      } finally {
        await book.close();
      }
    },
  );

program
  .command('rebuild')
  .description('fill new read models from the log, then swap')
  .option('--data <folder>', 'the folder of the book', process.env['MINUTEBOOK_DATA'] ?? 'data/book')
  .action(async ({ data }: { data: string }) => {
    const book = await Book.open({ folder: data });
    try {
      const entries = await book.rebuild((done) => process.stderr.write(`\r${done} entries read`));
      process.stderr.write('\n');
      console.log(`Rebuilt from ${entries} entries on ${londonDate(instant(new Date().toISOString()))}.`);
    } finally {
      await book.close();
    }
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = notTried;
});
