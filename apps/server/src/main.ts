import { DraftFile, draftLimits } from '#recording-pages';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Book, damagedFiles } from '#book';
import { FollowUpFile, followUpRules, FollowUps, Lease } from '#follow-up';
import { FollowedProgrammes } from './followed-programmes.js';
import { httpAdapter } from './http-adapter.js';
import { NothingMoreAsked } from './nothing-more-asked.js';
import { openIdentity } from './identity/identity.js';
import { measureRequests } from './operation/measured-requests.js';
import { Pages } from './pages/pages.js';
import { addressOfAssets, servePages } from './pages/serve-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { limitBodies, nestInLog, openLog, RateLimits, sayWhoMayKeep } from '#serving';
import { ServerModule } from './server.module.js';
import { settingsOf } from './settings.js';
import { strayRejections } from './stray-rejections.js';

/** What keeps the server from starting, in words: a setting that is wrong, a book that is open elsewhere. */
const couldNotStart = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

const settings = await Promise.resolve(process.env).then(settingsOf).catch(couldNotStart);
const log = openLog(settings.log);
process.on(
  'unhandledRejection',
  strayRejections(
    (words) => log.fatal(words),
    (code) => process.exit(code),
  ),
);
process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'A fault that nobody caught; Minutebook ends');
  process.exit(1);
});

// Requests are taken while the views catch up: they wait, or are told how far those are.
const { book, caughtUp } = await Book.joining({
  folder: settings.folder,
  duties: settings.duties,
  ...(settings.demonstration !== undefined && { demonstration: settings.demonstration }),
  ...(settings.eventStore && { eventStore: settings.eventStore }),
  programmes: settings.programmes,
  warn: (words) => log.warn(words),
}).catch(couldNotStart);
const damagedHere = damagedFiles(settings.folder);
if (damagedHere.length > 0) couldNotStart(damagedHere.join('\n'));
const waiting = FollowUpFile.open(join(settings.folder, 'follow-ups.sqlite'));
// Of the servers with one book and the same programmes, one follows up; its name is for whoever reads the note.
const note = book.note(['follow-ups', ...(settings.programmes ?? [])].join('.'));
const lease = note && new Lease(note, `${hostname()} ${randomUUID()}`);
const followUps = new FollowUps(book, waiting, followUpRules, lease);
const assets = addressOfAssets();
const drafts = DraftFile.open(join(settings.folder, 'drafts.sqlite'), {
  ...draftLimits,
  keptFor: settings.draftsKeptFor,
});
drafts.belongTo(book.identity);
const identity = openIdentity(settings);
const adapter = httpAdapter(log, assets, settings);
const app = await NestFactory.create<NestFastifyApplication>(
  ServerModule.around(book, followUps, waiting, assets, drafts, identity, settings.metricsToken),
  adapter,
  {
    logger: nestInLog(log),
    // The adapter says which bodies are taken: Nest would add forms.
    bodyParser: false,
  },
);
// The headers of every answer first: whatever the door refuses has them too.
await servePages(app, assets, identity.served);
sayWhoMayKeep(adapter.getInstance(), assets);
identity.door.watch(adapter.getInstance(), assets);
const limits = new RateLimits(settings.rates);
await limits.watch(app);
limitBodies(adapter.getInstance());
measureRequests(app);
app.useGlobalGuards(identity.door, new FollowedProgrammes(book), new NothingMoreAsked());
app.useGlobalFilters(new ProblemFilter(app.get(Pages), identity.policy, identity.witness, limits));

let closing = false;
const close = async (): Promise<void> => {
  if (closing) return;
  closing = true;
  await app.close();
  await followUps.stop();
  waiting.close();
  identity.close();
  drafts.close();
  await book.close();
  process.exit(0);
};
// More than once: npm passes on what the terminal has sent already.
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());

try {
  // What keeps it from listening is said below, once and in words.
  app.useLogger(false);
  await app.listen(settings.port, settings.address).finally(() => app.useLogger(nestInLog(log)));
  for (const notice of book.notices) log.warn(notice);
  const slow = setTimeout(() => process.stdout.write('Minutebook is catching up with the record\n'), 2_000);
  await caughtUp.finally(() => clearTimeout(slow));
  // It may have been told to end meanwhile.
  if (!closing) {
    followUps.start();
    process.stdout.write(`Minutebook is ready on ${await app.getUrl()}\n`);
    const damaged = await book.recordCheck.run();
    if (damaged) log.error(damaged.message);
  }
} catch (error) {
  await book.close();
  if ((error as { code?: string }).code !== 'EADDRINUSE') couldNotStart(error);
  process.stderr.write(
    `Port ${settings.port} on ${settings.address} is taken: stop what uses it, or choose another with MINUTEBOOK_PORT=3001\n`,
  );
  process.exit(1);
}
