import { randomUUID } from 'node:crypto';
import { badRequest } from '#problem';

/** The id a command is recorded under: its Idempotency-Key, or one of its own where it has none. */
export function commandIdOf(key: string | undefined): string {
  if (key === undefined) return randomUUID();
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw badRequest('header-wrong', [
    { field: 'Idempotency-Key', problem: 'Idempotency-Key must be 1 to 200 visible ASCII characters' },
  ]);
}
