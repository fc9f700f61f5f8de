import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Peer } from '../libs/event-store-esdb/src/peer/peer.contract.js';
import { BuiltServer, environmentFor, runBuiltCli, startBuiltCli } from './built-server.js';

const programme = 'county';
let peer: Peer;
let servers: BuiltServer[] = [];

beforeAll(async () => {
  peer = await Peer.start();
  const settings = { EVENT_STORE: peer.address };
  servers = [await BuiltServer.start({ settings })];
  servers.push(await BuiltServer.start({ settings: { ...settings, MINUTEBOOK_PROGRAMMES: 'county' } }));
});

afterAll(async () => {
  for (const server of servers) await server.stopAndForget();
  peer.kill();
});

describe('Two servers, each its own process, on one EventStoreDB', () => {
  it('show what the other recorded, one of them following up, and one killed meanwhile loses nothing', async () => {
    const [one, other] = servers as [BuiltServer, BuiltServer];
    const start = { name: 'County', effectiveOn: '2013-07-18' };
    expect((await one.issue(programme, 'start-programme', start)).status).toBe(201);
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? one : other).issue(programme, 'register-service', {
          service: `service-${n}`,
          name: `Service ${n}`,
          effectiveOn: '2013-09-19',
        }),
      ),
    );
    expect(sent.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201));
    const position =
      sent
        .map((answer) => answer.body['position'] as string)
        .sort()
        .at(-1) ?? '';
    await one.stop('SIGKILL');
    servers[0] = await BuiltServer.start({ folder: one.folder, settings: { EVENT_STORE: peer.address } });
    const lists = await Promise.all(
      servers.map((server) =>
        server.get(`/api/programmes/${programme}/services?minPosition=${position}`, asReader),
      ),
    );
    expect((lists[0]?.body['services'] as unknown[]).length).toBe(20);
    expect(lists[1]?.body['services']).toEqual(lists[0]?.body['services']);
    expect((await other.get('/api/programmes/essex/services', asReader)).status).toBe(421);
    const standing = async () =>
      (await Promise.all(servers.map((server) => server.get('/health')))).map(
        ({ body }) => body['followUps'],
      );
    for (let tries = 0; tries < 50 && !(await standing()).includes('following'); tries++) await wait(200);
    expect(await standing()).toContain('following');
  });

  it('leave the same book in a file, by the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    const copying = ['copy', '--from', peer.address, '--to', `sqlite:${folder}`];
    // Not to be waited for in this thread: the peer answers in it.
    const copy = startBuiltCli(copying, environmentFor(folder));
    let said = '';
    copy.stdout?.on('data', (data: Buffer) => (said += data.toString()));
    expect(await once(copy, 'exit')).toEqual([0, null]);
    expect(said).toContain('The book is copied: 21 entries. Both books are the same:');
    const { stdout } = runBuiltCli(['as-at', '2014-01-01', '--data', folder], environmentFor(folder));
    expect(stdout).toContain('County');
    rmSync(folder, { recursive: true, force: true });
  });
});

const asReader = { authorization: 'Bearer demo-programme-office' };
