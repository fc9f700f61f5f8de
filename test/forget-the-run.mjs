import { rmSync } from 'node:fs';

/** Takes away what the specs of one run shared. */
export default function forgetTheRun() {
  rmSync(process.env.FOLDER_OF_THE_RUN, { recursive: true, force: true });
}
