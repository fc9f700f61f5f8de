import { addDays, type CivilDate } from '#calendar';
import type { UnitCountStep, UnitFlow } from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { stepLine } from '../charts/step-line.js';
import { unitFlowChart } from '../charts/unit-flow.js';
import { mostRows, table, type Cell } from '../table.js';
import { counted, dated, marked, sentence } from '../words.js';

/** The count of business units over time, as steps, against its target. */
export function unitsChart(
  steps: readonly UnitCountStep[],
  illustrative: boolean,
  asAt: string,
  where: Where,
): Chart {
  const svg = stepLine('Business units over time against the target', steps, asAt);
  const onTheDay = (on: string, count: number): Cell =>
    count === 0
      ? 0
      : {
          text: String(count),
          href: pageAddress({ programme: where.programme }, 'changes', {
            from: addDays(on as CivilDate, -1),
            to: on,
            kind: 'unit',
            knownAt: where.knownAt,
            asAt: where.asAt,
          }),
        };
  const rows = steps.map(({ on, count, target, registered, ended }): Cell[] => [
    dated(on),
    count,
    target ?? 'None set',
    onTheDay(on, registered.length),
    onTheDay(on, ended.length),
  ]);
  return {
    title: marked('Business units', illustrative ? 'illustrative' : null),
    ...(svg !== undefined && { svg }),
    table: table('Business units by day of change', ['From', 'Units', 'Target', 'New', 'Ended'], rows, {
      empty: 'No business unit is on the record.',
      csv: dataAddress(where, 'unit-count', { format: 'csv' }),
      numeric: [1, 2, 3, 4],
    }),
  };
}

/** More lines than this cannot be read in a drawing. */
const mostLines = 150;

/** What the first units have come to, as a flow; those that go on as they were are counted, not drawn. */
export function flowChart(flow: readonly UnitFlow[], where: Where): Chart {
  const illustrative = flow.some((one) => one.illustrative) ? 'illustrative' : null;
  const title = 'What became of each business unit';
  const joined = new Set(flow.filter(({ from, to }) => from !== to).map(({ to }) => to));
  // A unit that goes on and took others over is one of those that came to it.
  const changed = flow.filter(
    ({ from, to, toStatus }) => from !== to || toStatus !== 'open' || joined.has(to),
  );
  const same = flow.length - changed.length;
  const open = new Set(changed.filter(({ toStatus }) => toStatus === 'open').map(({ to }) => to)).size;
  const from = new Set(changed.map((one) => one.from)).size;
  const description = `${counted(from, 'unit has', 'units have')} come to ${counted(open, 'unit', 'units')}; ${counted(same, 'unit goes', 'units go')} on as they were`;
  const lines = changed.map(({ from: unit, fromName, to, toName, toStatus }) => ({
    from: unit,
    fromName,
    to,
    toName,
    ...(toStatus !== 'open' && { ends: toStatus }),
  }));
  const svg =
    lines.length > mostLines ? undefined : unitFlowChart({ id: 'unit-flow', title, description }, lines);
  const rows = flow.slice(0, mostRows).map((one): Cell[] => [
    {
      text: one.fromName,
      href: thingAddress(where, 'unit', one.from),
      ...(one.illustrative && { tag: 'illustrative' }),
    },
    one.how === null ? 'Goes on as it was' : `${one.how === 'merge' ? 'Merged' : 'Split'}, ${dated(one.on)}`,
    one.from === one.to ? '' : { text: one.toName, href: thingAddress(where, 'unit', one.to) },
    sentence(one.toStatus),
  ]);
  const cut = flow.length > mostRows ? `, the first ${mostRows} of ${flow.length}: the CSV has them all` : '';
  return {
    title: marked(title, illustrative),
    ...(flow.length > 0 && { note: `${description}.` }),
    ...(svg !== undefined && { svg }),
    table: table(`What each unit has come to${cut}`, ['Unit', 'How', 'Came to', 'Status'], rows, {
      empty: 'No business unit is on the record.',
      csv: dataAddress(where, 'unit-flow', { format: 'csv' }),
    }),
  };
}
