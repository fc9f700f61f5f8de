import { commandsOverHttp } from './commands-over-http.js';
import type { Measure } from './measure.js';
import { recordingInOrder } from './recording-in-order.js';

const measures: readonly Measure[] = [recordingInOrder, commandsOverHttp];

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

let over = 0;
for (const measure of chosen) {
  console.log(`\n${measure.name}: ${measure.promises}`);
  const say = (what: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K  … ${what}`);
  };
  const findings = await measure.run({ events }, say);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const { measured, limit, holds } of findings) {
    if (!holds) over += 1;
    console.log(`  ${holds ? 'holds' : 'OVER '}  ${measured}  (${limit})`);
  }
}
console.log(over === 0 ? '\nEvery limit holds.' : `\n${over} of the limits are not held.`);
process.exit(over === 0 ? 0 : 1);
