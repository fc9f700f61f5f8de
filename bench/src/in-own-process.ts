import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const built = join(import.meta.dirname, '..', '..');

/** Runs a server in a process of its own, for as long as the work takes; the work begins when it says its address. */
export async function withServer<T>(
  file: string,
  settings: Readonly<Record<string, string>>,
  work: (url: string, server: ChildProcess) => Promise<T> | T,
): Promise<T> {
  const server = spawn(process.execPath, [join(built, file)], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    for await (const chunk of server.stdout as AsyncIterable<Buffer>) {
      said += chunk.toString();
      const url = /http:\/\/[\d.:]+/.exec(said)?.[0];
      if (url !== undefined) return await work(url, server);
    }
    throw new Error(`${file} ended before it was ready: ${said}`);
  } finally {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  }
}

/** Settings for the server on a folder, on a free port. */
export const serverOn = (folder: string): Readonly<Record<string, string>> => ({
  MINUTEBOOK_DATA: folder,
  MINUTEBOOK_PORT: '0',
  MINUTEBOOK_DEMONSTRATION: '',
  MINUTEBOOK_SIGN_IN: 'demonstration',
  // A line for each request would be all that is read of a measurement.
  MINUTEBOOK_LOG_LEVEL: 'warn',
});
