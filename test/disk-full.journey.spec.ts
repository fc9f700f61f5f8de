import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BuiltServer } from './built-server.js';

const programme = 'county';
const folder = mkdtempSync(join(tmpdir(), 'minutebook-full-'));
/** A small disk of its own, which only an administrator may mount. */
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'minutebook', folder]).status === 0;
const filler = join(folder, 'filler');

afterAll(() => {
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** Takes all the room there is. */
function fill(): void {
  const file = openSync(filler, 'a');
  try {
    for (const size of [65_536, 4_096, 512])
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('ENOSPC');
      }
  } finally {
    closeSync(file);
  }
}

(isMounted ? describe : describe.skip)('A disk that is full (needs the right to mount one)', () => {
  let server: BuiltServer;
  let units = 0;
  const acknowledged: string[] = [];

  beforeAll(async () => {
    server = await BuiltServer.start({ folder, settings: { EVENT_STORE: '' } });
    await server.issue(programme, 'start-programme', { name: 'County', effectiveOn: '2013-07-18' });
  });
  afterAll(() => server.stop());

  /** Registers one more unit; what is refused is sent again later, under the same key. */
  async function register(n: number) {
    const unit = { unit: `unit-${n}`, name: `Unit ${n}`, opening: true, effectiveOn: '2013-09-19' };
    const answer = await server.issue(programme, 'register-unit', unit, { 'idempotency-key': `unit-${n}` });
    if (answer.status === 201) acknowledged.push(unit.unit);
    return answer;
  }

  it('is answered 507, is told in the health, and whatever was acknowledged is shown once there is room again', async () => {
    for (let n = 0; n < 5; n++) expect((await register(units++)).status).toBe(201);
    fill();
    let refused = await register(units);
    for (let tries = 0; refused.status === 201 && tries < 400; tries++) refused = await register(++units);
    expect([refused.status, String(refused.body['type']).split(':').at(-1)]).toEqual([507, 'disk-full']);
    expect(refused.body['detail']).toContain('make room');
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    // Readers are answered meanwhile, with what the views show, or told that they are behind and why.
    const asked = await server.get(`/api/programmes/${programme}/units?asAt=2014-01-01`);
    expect([200, 503, 507]).toContain(asked.status);
    rmSync(filler);
    expect((await register(units)).status).toBe(201);
    for (let ready = false; !ready; ready = (await server.get('/health')).status === 200) await wait(50);
    const shown = await server.get(`/api/programmes/${programme}/units?asAt=2014-01-01`);
    expect((shown.body['units'] as { id: string }[]).map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    // A review whose implementation follows: what follows the record goes on too.
    expect((await server.get('/health')).body).toMatchObject({ status: 'ready', followUps: 'following' });
  });
});
