import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ImportStopped, type BadLine } from '#book';
import { programmeMeant } from '../book/programme.js';
import { CouldNotTry } from '../could-not-try.js';
import type { RunningServer } from '../running-server/running-server.js';
import type { ImportAsked, ImportCame } from './import-here.js';

/** A line of what the server answers to an import. */
interface Said {
  readonly played?: number;
  readonly recorded?: number;
  readonly of?: number;
  readonly done?: boolean;
  readonly already?: number;
  readonly nothing?: number;
  readonly problems?: readonly BadLine[];
  readonly givenUp?: boolean;
  readonly failed?: string;
}

/** Sends a file to a running server as it is read, and tells what the server says of it. */
export async function importThroughServer(server: RunningServer, asked: ImportAsked): Promise<ImportCame> {
  const { file, dryRun, signal, progress } = asked;
  const programme = programmeMeant(asked.programme, await server.programmes());
  const path = `/api/programmes/${encodeURIComponent(programme)}/import?dryRun=${dryRun}`;
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': 'application/x-ndjson' };
  let recorded = 0;
  try {
    for await (const said of server.post<Said>(path, { body, headers, signal })) {
      const came = cameOf(said);
      if (came) return came;
      if (said.recorded !== undefined) recorded = said.recorded;
      if (said.of !== undefined)
        progress(said.played === undefined ? 'record' : 'play', said.played ?? recorded, said.of);
    }
  } catch (error) {
    if (signal.aborted) throw new ImportStopped(recorded);
    if (error instanceof CouldNotTry) throw error;
    throw new CouldNotTry(endedEarly);
  }
  throw new CouldNotTry(endedEarly);
}

const endedEarly =
  'The server ended before it said what came of the import: import again once it runs, and nothing is recorded twice';

/** What came of the import, where this line is the last. */
function cameOf({
  done,
  recorded = 0,
  already = 0,
  nothing = 0,
  problems,
  givenUp = false,
  failed,
}: Said): ImportCame | undefined {
  if (failed !== undefined) throw new CouldNotTry(failed);
  if (problems) return { recorded, before: 0, nothing: 0, bad: problems, givenUp };
  return done ? { recorded, before: already, nothing, bad: [] } : undefined;
}
