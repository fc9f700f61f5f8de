import autocannon from 'autocannon';
import { serverOn, withServer } from './in-own-process.js';
import { atLeast, atMost, median, milliseconds, times, type Measure } from './measure.js';
import { inTemporaryFolder } from './temporary-folder.js';

const connections = 64;
const seconds = 6;
const headers = { 'content-type': 'application/json', authorization: 'Bearer demo-programme-office' };

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
        withServer('apps/server/src/main.js', serverOn(folder), async (url) => {
          const body = JSON.stringify({ name: 'Bench', effectiveOn: '2013-09-19' });
          const path = '/api/programmes/bench/commands/start-programme';
          const started = await fetch(url + path, { method: 'POST', headers, body });
          if (started.status !== 201) throw new Error(await started.text());
          return load(url);
        }),
      );
      ratios.push(durable.perSecond / empty.perSecond);
      waits.push(durable.p99);
    }
    return [
      atLeast('rate, of the empty handler’s', median(ratios), 0.5, times),
      atMost('p99', median(waits), 25, milliseconds),
    ];
  },
};
