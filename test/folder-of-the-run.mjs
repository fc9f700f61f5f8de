import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder for what the specs of one run share. */
export default function folderOfTheRun() {
  process.env.FOLDER_OF_THE_RUN = mkdtempSync(join(tmpdir(), 'minutebook-run-'));
}
