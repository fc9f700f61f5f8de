import { appendsToEventStoreDb } from './appends-to-eventstoredb.js';
import { commandsOverHttp } from './commands-over-http.js';
import type { Measure } from './measure.js';
import { largeBook } from './large-book-figures.js';
import { recordingInOrder } from './recording-in-order.js';

const measures: readonly Measure[] = [recordingInOrder, commandsOverHttp, largeBook, appendsToEventStoreDb];

const asked = process.argv.slice(2);
const valueOf = (option: string): string | undefined => {
  const index = asked.indexOf(option);
  return index < 0 ? undefined : asked[index + 1];
};
const only = valueOf('--only');
const events = Number(valueOf('--events') ?? 1_000_000);
const chosen = measures.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0 || !Number.isInteger(events) || events < 10_000) {
  console.error(
    `Usage: npm run bench -- [--only ${measures.map(({ name }) => name).join('|')}] [--events a whole number from 10000]`,
  );
  process.exit(2);
}

/** Tells progress on one line of a terminal, or now and then on a line of its own where there is none. */
function progressOn({ isTTY }: NodeJS.WriteStream): (what: string) => void {
  let last = -Infinity;
  return (what) => {
    if (isTTY) process.stderr.write(`\r\u001b[K  … ${what}`);
    else if (performance.now() - last > 5_000) {
      last = performance.now();
      process.stderr.write(`  … ${what}\n`);
    }
  };
}

let over = 0;
for (const measure of chosen) {
  console.log(`\n${measure.name}: ${measure.promises}`);
  const say = progressOn(process.stderr);
  const findings = await measure.run({ events }, say);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const { what, measured, limit, holds } of findings) {
    if (!holds) over += 1;
    console.log(`  ${holds ? 'held    ' : 'NOT HELD'}  ${what}: ${measured} (${limit})`);
  }
}
console.log(over === 0 ? '\nEvery limit is held.' : `\n${over} of the limits are not held.`);
process.exit(over === 0 ? 0 : 1);
