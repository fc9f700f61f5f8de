import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import { EsdbEventStore, esdbAddress } from '#event-store-esdb';
import { SqliteEventStore } from '#event-store-sqlite';

/** An answer of the server, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON it holds, or its text where it is not JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

type HeadersSent = Readonly<Record<string, string>>;

const inThisProject = join(import.meta.dirname, '..');

/** The address of a real EventStoreDB, where one is to be tried: see CONTRIBUTING.md. */
const real = process.env['EVENTSTOREDB_URL'];

/** What the record is kept in, for the name of a suite. */
export const whereTheRecordIs = real === undefined ? 'a file' : 'a real EventStoreDB';

/**
 * The record of a folder in a real EventStoreDB: a book of its own, the same whenever the folder is opened again. A book
 * that the command line has made is in the folder itself.
 */
function eventStoreOf(folder: string): string {
  if (real === undefined || existsSync(join(folder, 'book.sqlite'))) return '';
  const book = `journey-${createHash('sha256').update(folder).digest('hex').slice(0, 20)}`;
  const [server = '', parameters] = real.split('?');
  return `${server.replace(/\/$/, '')}/${book}${parameters === undefined ? '' : `?${parameters}`}`;
}

/** The record that a server keeps for a folder, to be looked at once the server has ended. */
export function recordOf(folder: string): EventStore {
  const address = eventStoreOf(folder);
  if (address !== '') return EsdbEventStore.open(esdbAddress(address));
  return SqliteEventStore.open(join(folder, 'book.sqlite'));
}

/** Settings for a process of its own: a free port, a folder of its own, nothing of the test runner's. */
export function environmentFor(folder: string, settings: Readonly<Record<string, string>> = {}) {
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  return {
    ...inherited,
    EVENT_STORE: eventStoreOf(folder),
    MINUTEBOOK_DATA: folder,
    MINUTEBOOK_PORT: '0',
    MINUTEBOOK_DEMONSTRATION: '',
    MINUTEBOOK_SIGN_IN: 'demonstration',
    MINUTEBOOK_ADDRESS: '',
    MINUTEBOOK_OWN_CASES: '',
    MINUTEBOOK_TOKEN: '',
    MINUTEBOOK_LOG_LEVEL: 'error',
    MINUTEBOOK_REFUSED_PER_MINUTE: '0',
    MINUTEBOOK_ANONYMOUS_PER_MINUTE: '0',
    MINUTEBOOK_LOG_FORMAT: '',
    ...settings,
  };
}

const builtCli = (project = inThisProject): string => join(project, 'dist/apps/cli/src/main.js');

/** The built command line in a process of its own, for whoever may want to end it. */
export function startBuiltCli(args: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [builtCli(), ...args], { env: environment });
}

/** The built command line in a process of its own, run to its end. */
export function runBuiltCli(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  input?: string,
  project = inThisProject,
) {
  return spawnSync(process.execPath, [builtCli(project), ...args], {
    env: environment,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
  });
}

/**
 * A folder with the Kent programme loaded, a temporary one where none is given. It is loaded once in a run of the tests, and copied for whoever asks: a
 * book that nobody has open is its files. Only one that is kept elsewhere is loaded each time.
 */
export function folderWithKent(folder = mkdtempSync(join(tmpdir(), 'minutebook-'))): string {
  const ofTheRun = process.env['FOLDER_OF_THE_RUN'];
  const kent = ofTheRun === undefined || real !== undefined ? undefined : join(ofTheRun, 'kent');
  if (kent !== undefined && existsSync(kent)) {
    cpSync(kent, folder, { recursive: true });
    return folder;
  }
  const demo = runBuiltCli(['demo'], environmentFor(folder));
  if (demo.status !== 0) throw new Error(`Kent could not be loaded: ${demo.stderr}`);
  if (kent !== undefined) {
    // Renamed when it is whole: nobody may copy half of it. Where two workers load it at the same time, the first stays.
    const whole = `${kent}-${process.pid}`;
    cpSync(folder, whole, { recursive: true });
    try {
      renameSync(whole, kent);
    } catch (error) {
      if (!existsSync(kent)) throw error;
    }
  }
  return folder;
}

/** The built server in a process of its own, on a free port. */
export class BuiltServer {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    readonly folder: string,
    private readonly heard: () => string,
  ) {}

  /** The process that it runs in. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The lines of its log so far, as they were written. */
  get logged(): Record<string, unknown>[] {
    return this.heard()
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []));
  }

  /** The first line of its log that says something, once it is written. */
  async untilLogged(said: string): Promise<Record<string, unknown>> {
    for (;;) {
      const line = this.logged.find(({ msg }) => msg === said);
      if (line) return line;
      if (this.process.stderr) await once(this.process.stderr, 'data');
    }
  }

  /** Starts it on a folder; a temporary one where none is given. */
  static async start(
    options: {
      readonly folder?: string;
      readonly settings?: Readonly<Record<string, string>>;
      /** Another built copy of the project than this one. */
      readonly project?: string;
    } = {},
  ): Promise<BuiltServer> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'minutebook-'));
    const server = spawn(
      process.execPath,
      [join(options.project ?? inThisProject, 'dist/apps/server/src/main.js')],
      {
        env: environmentFor(folder, options.settings),
      },
    );
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data.toString();
        const ready = /ready on (\S+)/.exec(said)?.[1];
        if (ready !== undefined) resolve(ready);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    });
    return new BuiltServer(server, url, folder, () => said);
  }

  /** Starts it on a temporary folder with the Kent programme loaded. */
  static startWithKent(): Promise<BuiltServer> {
    return BuiltServer.start({
      folder: folderWithKent(),
      settings: { MINUTEBOOK_DEMONSTRATION: 'kent' },
    });
  }

  /** Ends it as an operator would, or as a power cut would. Its folder stays. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    this.process.kill(signal);
    const [code] = (await once(this.process, 'exit')) as [number | null];
    return code;
  }

  async stopAndForget(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(path: string, request: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, request);
    // What goes on for as long as somebody listens is never read whole.
    const goesOn = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    if (goesOn) await answer.body?.cancel();
    const text = goesOn ? '' : await answer.text();
    let body: Record<string, unknown> = {};
    try {
      body = JSON.parse(text) as Record<string, unknown>;
    } catch {
      // A page or a CSV: its text is what is asked about.
    }
    return { status: answer.status, headers: answer.headers, body, text };
  }

  get(path: string, headers: HeadersSent = {}): Promise<Answer> {
    return this.ask(path, { headers });
  }

  /** Issues a command as the programme office. */
  issue(programme: string, command: string, body: unknown, headers: HeadersSent = {}): Promise<Answer> {
    return this.ask(`/api/programmes/${programme}/commands/${command}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer demo-programme-office',
        ...headers,
      },
      body: JSON.stringify(body),
    });
  }
}
