import autocannon from 'autocannon';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atLeast, atMost, median, milliseconds, times, type Measure } from './measure.js';
import { inTemporaryFolder } from './temporary-folder.js';

const connections = 64;
const seconds = 6;
const built = join(import.meta.dirname, '..', '..');
const headers = { 'content-type': 'application/json', authorization: 'Bearer demo-programme-office' };

/** Runs a server in a process of its own, for as long as the work takes. */
async function withServer<T>(
  file: string,
  settings: Readonly<Record<string, string>>,
  work: (url: string) => Promise<T>,
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
      if (url !== undefined) return await work(url);
    }
    throw new Error(`${file} ended before it was ready: ${said}`);
  } finally {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  }
}

let services = 0;

/** Commands, each about a service of its own, as many as the server takes. */
async function load(url: string): Promise<{ perSecond: number; p99: number }> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/programmes/bench/commands/register-service',
        headers,
        setupRequest: (request) => {
          const n = ++services;
          const body = { service: `service-${n}`, name: `Service ${n}`, effectiveOn: '2014-04-01' };
          return { ...request, body: JSON.stringify(body) };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} commands were refused and ${result.errors} failed`);
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

/** A durable command costs at most as much again as taking a request in does. */
export const commandsOverHttp: Measure = {
  name: 'commands-over-http',
  promises:
    'durable commands over HTTP, 64 connections, against an empty handler on the same Nest and Fastify',
  async run(_size, say) {
    const ratios: number[] = [];
    const waits: number[] = [];
    for (let round = 1; round <= 3; round++) {
      say(`round ${round} of 3`);
      const empty = await withServer('bench/src/empty-handler.js', {}, load);
      const durable = await inTemporaryFolder((folder) =>
        withServer(
          'apps/server/src/main.js',
          { MINUTEBOOK_DATA: folder, MINUTEBOOK_PORT: '0', MINUTEBOOK_DEMONSTRATION: '' },
          async (url) => {
            const body = JSON.stringify({ name: 'Bench', effectiveOn: '2013-09-19' });
            const path = '/api/programmes/bench/commands/start-programme';
            const started = await fetch(url + path, { method: 'POST', headers, body });
            if (started.status !== 201) throw new Error(await started.text());
            return load(url);
          },
        ),
      );
      ratios.push(durable.perSecond / empty.perSecond);
      waits.push(durable.p99);
    }
    return [
      atLeast(median(ratios), 0.5, times),
      { ...atMost(median(waits), 25, milliseconds), limit: 'p99 at most 25 ms' },
    ];
  },
};
