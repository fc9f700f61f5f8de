import type { CivilDate } from '#calendar';
import type { Fact } from '#programme';
import { withDays } from '#read-model';
import type { Where } from './addresses-of-pages.js';
import { decisionOf, heldOn } from './facts.js';
import type { NameOf } from './names.js';
import { table, type Cell, type Table } from './table.js';
import { counted, dated } from './words.js';

/** A line of a log: when something came to hold, and what there is to read of it. */
export type LogLine = Fact & { readonly what: Cell; readonly why?: Cell | undefined };

/** The openings and closings of a phase or a portfolio. */
export function openingsTable(
  log: readonly (Fact & { readonly how: 'opened' | 'closed' | 'reopened'; readonly reason?: string })[],
  facts: Parameters<typeof logTable>[3],
): Table {
  const lines = log.map(({ how, reason, ...held }) => ({
    ...held,
    what: { opened: 'Opened', closed: 'Closed', reopened: 'Opened again' }[how],
    why: reason,
  }));
  return logTable('Opened and closed', ['What', 'Why'], lines, facts);
}

/**
 * A log as it is read: everything that came to hold, until when it did, how many days it lasted, and its decision. What
 * lasts still on the day has no end, and says so.
 *
 * @param end what ends the last line, such as the closing of the thing
 */
export function logTable(
  caption: string,
  [whatHead, whyHead]: readonly [what: string, why: string],
  lines: readonly LogLine[],
  { where, asAt, nameOf }: { readonly where: Where; readonly asAt: string; readonly nameOf: NameOf },
  end?: Fact,
): Table {
  return table(
    caption,
    [whatHead, 'From', 'Until', 'Days', 'Decision', whyHead],
    withDays(lines, asAt as CivilDate, end).map((line): Cell[] => [
      line.what,
      heldOn(line),
      line.leftOn === null ? '' : dated(line.leftOn, line.leftPrecision),
      line.leftOn === null ? `${counted(line.days, 'day', 'days')} so far` : String(line.days),
      decisionOf(line, where, nameOf),
      line.why ?? '',
    ]),
    { numeric: [3] },
  );
}
