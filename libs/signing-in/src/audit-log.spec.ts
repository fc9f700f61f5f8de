import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLog } from './audit-log.js';
import type { Audited } from './audited.js';
import { auditPage } from './audit-page.js';

const folder = mkdtempSync(join(tmpdir(), 'minutebook-audit-'));
const file = join(folder, 'audit-log.sqlite');
const at = new Date('2014-07-17T09:00:00.000Z');
const line = (what: Audited['what'], address = '/audit-log'): Audited => ({
  what,
  actor: 'person-1',
  name: 'Head of audit',
  from: '127.0.0.1',
  address,
  detail: '',
});
let log: AuditLog;

beforeEach(() => {
  log = AuditLog.open(file, () => at);
});
afterEach(() => {
  log.close();
  rmSync(file, { force: true });
});

describe('The audit log', () => {
  it('keeps who did what, when and where, the latest first', () => {
    log.append(line('signed-in'));
    log.append(line('exported', '/api/programmes/kent/units?format=csv&asAt=2014-06-01'));
    expect(
      log.read({ limit: 10 }).map(({ number, at: when, what, address }) => [number, when, what, address]),
    ).toEqual([
      [2, '2014-07-17T09:00:00.000Z', 'exported', '/api/programmes/kent/units?format=csv&asAt=2014-06-01'],
      [1, '2014-07-17T09:00:00.000Z', 'signed-in', '/audit-log'],
    ]);
    expect(log.read({ what: 'exported', limit: 10 })).toHaveLength(1);
    expect(log.read({ before: 2, limit: 10 }).map(({ number }) => number)).toEqual([1]);
    expect(log.read({ actor: 'person-2', limit: 10 })).toEqual([]);
  });

  it('keeps nothing of what a provider sends along, and no text without end', () => {
    log.append(line('refused', `/sign-in/callback?code=secret&state=secret`));
    log.append(line('refused', `/programmes/${'x'.repeat(5_000)}`));
    const [long, callback] = log.read({ limit: 2 });
    expect([callback?.address, long?.address.length]).toEqual(['/sign-in/callback', 500]);
  });

  it('is only ever added to', () => {
    log.append(line('signed-in'));
    const beside = new Database(file);
    expect(() => beside.exec(`UPDATE line SET actor = 'somebody'`)).toThrow('never changed');
    expect(() => beside.exec('DELETE FROM line')).toThrow('never deleted');
    beside.close();
    expect(log.read({ limit: 1 })[0]?.actor).toBe('person-1');
  });

  it('is a page at a time, with a way to the older lines', () => {
    for (let n = 0; n < 5; n++) log.append(line('exported'));
    const first = auditPage(log.read({ limit: 3, what: 'exported' }), { limit: 2, what: 'exported' });
    expect(first.table.rows).toHaveLength(2);
    expect(first.older).toBe('/audit-log?what=exported&before=4');
    const last = auditPage(log.read({ limit: 3, before: 3 }), { limit: 2 });
    expect([last.table.rows.length, last.older]).toEqual([2, undefined]);
    expect(last.table.rows[0]).toEqual([
      '17 July 2014, 10:00 BST',
      'Exported',
      'Head of audit (person-1)',
      '',
      '/audit-log',
      '127.0.0.1',
    ]);
  });
});
