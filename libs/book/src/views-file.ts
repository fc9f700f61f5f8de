import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BookOptions } from './book-options.js';

/** Where the views are: of some programmes alone in a file of its own, so that another choice begins a new one. */
export function viewsFile({ folder, programmes }: Pick<BookOptions, 'folder' | 'programmes'>): string {
  if (programmes === undefined) return join(folder, 'read-model.sqlite');
  const choice = createHash('sha256')
    .update([...programmes].sort().join())
    .digest('hex')
    .slice(0, 12);
  return join(folder, `read-model-of-${choice}.sqlite`);
}
