import type { BadLine } from '#book';
import { counted } from '../counted.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';

/** What came of an import whose lines were all good, wherever it was made. */
export interface Imported {
  readonly dryRun: boolean;
  readonly recorded: number;
  /** Lines whose commands were on the record before. */
  readonly before: number;
  /** Lines that change nothing. */
  readonly nothing: number;
}

/** What came of an import, in words. */
export function imported({ dryRun, recorded, before, nothing }: Imported): string {
  return [
    dryRun
      ? `A dry run, nothing is recorded: ${counted(recorded, 'line')} would be`
      : `${counted(recorded, 'line')} recorded`,
    before > 0 ? `${counted(before, 'line was', 'lines were')} on the record before` : '',
    nothing > 0 ? `${counted(nothing, 'line changes', 'lines change')} nothing` : '',
  ]
    .filter(Boolean)
    .join(', ')
    .concat('.');
}

/** Every bad line with its number and reason, and what that came to. */
export function refusedLines(bad: readonly BadLine[], recorded: number, givenUp = false): string[] {
  const lines = bad.map(({ line, reason }) => `line ${line}: ${reason}`);
  const came =
    recorded === 0
      ? `${counted(bad.length, 'bad line')}, and nothing was recorded: correct the file and import it again.`
      : `Somebody else recorded what this line contradicts. ${counted(recorded, 'line')} above it ${
          recorded === 1 ? 'is' : 'are'
        } recorded: correct the file and import it again, and nothing is recorded twice.`;
  const andMore = 'There may be more: what follows the last of these lines was not looked at.';
  return [...lines, ...(givenUp ? [andMore] : []), came];
}

/** Tells of bad lines on standard error. */
export function badLines(bad: readonly BadLine[], recorded: number, givenUp = false): ExitCode {
  for (const line of refusedLines(bad, recorded, givenUp)) console.error(line);
  return exitCodes.refused;
}

/** Tells that an import was interrupted, and that another run resumes. */
export function sayStopped(recorded: number): ExitCode {
  console.error(
    `Stopped: this run recorded ${counted(recorded, 'line')}. Run it again to go on from there; nothing is recorded twice.`,
  );
  return exitCodes.interrupted;
}
