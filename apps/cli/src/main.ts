import { Command, CommanderError } from 'commander';
import { CannotApply, WouldQuarantine } from '#projector';
import { acceptRestoredCommand } from './accept-restored/accept-restored.js';
import { asAtCommand } from './as-at/as-at.js';
import { copyCommand } from './copy/copy.js';
import { backupCommand } from './backup/backup.js';
import { doctorCommand } from './doctor/doctor.js';
import { demoCommand } from './demo/demo.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { importCommand } from './import/import.js';
import { quarantineCommand } from './quarantine/quarantine.js';
import { rebuildCommand } from './rebuild/rebuild.js';

const end = (code: ExitCode): void => {
  process.exitCode = code;
};

const program = new Command('minutebook').description('The decision ledger for change programmes');
for (const command of [
  demoCommand,
  importCommand,
  asAtCommand,
  rebuildCommand,
  quarantineCommand,
  copyCommand,
  backupCommand,
  doctorCommand,
  acceptRestoredCommand,
]) {
  program.addCommand(command(end).exitOverride());
}

try {
  await program.exitOverride().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what was wrong, or shown its help.
    end(error.exitCode === 0 ? exitCodes.done : exitCodes.notTried);
  } else {
    console.error(error instanceof Error ? error.message : String(error));
    end(
      error instanceof CannotApply || error instanceof WouldQuarantine
        ? exitCodes.refused
        : exitCodes.notTried,
    );
  }
}
