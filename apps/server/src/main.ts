import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Book } from '#book';
import { FollowUpFile, followUpRules, FollowUps, Lease } from '#follow-up';
import { httpAdapter } from './http-adapter.js';
import { Pages } from './pages/pages.js';
import { addressOfAssets, servePages } from './pages/serve-pages.js';
import { ProblemFilter } from './problem.filter.js';
import { ServerModule } from './server.module.js';
import { settingsOf } from './settings.js';

/** What keeps the server from starting, in words: a setting that is wrong, a book that is open elsewhere. */
const couldNotStart = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
};

const settings = await Promise.resolve(process.env).then(settingsOf).catch(couldNotStart);
const book = await Book.open({
  folder: settings.folder,
  ...(settings.demonstration !== undefined && { demonstration: settings.demonstration }),
  ...(settings.eventStore && { eventStore: settings.eventStore }),
}).catch(couldNotStart);
const waiting = FollowUpFile.open(join(settings.folder, 'follow-ups.sqlite'));
// Of many servers with one book, one follows up; its name is for whoever reads the note.
const note = book.note('follow-ups');
const lease = note && new Lease(note, `${hostname()} ${randomUUID()}`);
const followUps = new FollowUps(book, waiting, followUpRules, lease);
const assets = addressOfAssets();
const app = await NestFactory.create<NestFastifyApplication>(
  ServerModule.around(book, followUps, waiting, assets),
  httpAdapter(),
  {
    logger: ['error', 'warn'],
    // The adapter says which bodies are taken: Nest would add forms.
    bodyParser: false,
  },
);
await servePages(app, assets);
app.useGlobalFilters(new ProblemFilter(app.get(Pages)));

let closing = false;
const close = async (): Promise<void> => {
  if (closing) return;
  closing = true;
  await app.close();
  await followUps.stop();
  waiting.close();
  await book.close();
  process.exit(0);
};
// More than once: npm passes on what the terminal has sent already.
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());

try {
  // Loopback only until there is signing in: whoever reaches the port may read.
  await app.listen(settings.port, '127.0.0.1');
  followUps.start();
  process.stdout.write(`Minutebook is ready on ${await app.getUrl()}\n`);
} catch (error) {
  await book.close();
  if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
  process.stderr.write(
    `Port ${settings.port} on 127.0.0.1 is taken: stop what uses it, or choose another with MINUTEBOOK_PORT=3001\n`,
  );
  process.exit(1);
}
