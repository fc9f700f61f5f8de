// The words that specs are written in, and what runs them: describe and it, each of them of many, and what goes before and after.
import { bind } from 'jest-each';

export { expect } from 'expect';

const block = (name, parent) => ({
  name,
  parent,
  beforeAll: [],
  beforeEach: [],
  afterEach: [],
  afterAll: [],
  children: [],
});
let current = block('', undefined);

export function describe(name, body) {
  const outer = current;
  current = block(name, outer);
  outer.children.push(current);
  try {
    body();
  } finally {
    current = outer;
  }
}

describe.each = bind(describe, false);

export function it(name, body) {
  current.children.push({ name, parent: current, body });
}
it.each = bind(it);
export const beforeAll = (hook) => current.beforeAll.push(hook);
export const beforeEach = (hook) => current.beforeEach.push(hook);
export const afterEach = (hook) => current.afterEach.push(hook);
export const afterAll = (hook) => current.afterAll.push(hook);

/** What a file says in these words, as it is loaded. */
export async function said(load) {
  current = block('', undefined);
  const whole = current;
  await load();
  return whole;
}

const nameOf = ({ name, parent }) => (parent?.parent ? `${nameOf(parent)} ${name}` : name);
const blocksOf = (one) => (one === undefined ? [] : [...blocksOf(one.parent), one]);

/**
 * Runs what a file says, test by test in their order.
 *
 * @param each is told of each test before it begins; where it answers false the test is left out
 * @param after is told what came of it; where it answers false nothing more is run
 */
export async function run(whole, each, after) {
  let goOn = true;
  const visit = async (one) => {
    if (!goOn) return;
    if (one.body) {
      const name = nameOf(one);
      if (!each(name)) return;
      const blocks = blocksOf(one.parent);
      const started = performance.now();
      let failure;
      try {
        for (const { beforeEach } of blocks) for (const hook of beforeEach) await hook();
        await one.body();
      } catch (error) {
        failure = error;
      }
      for (const { afterEach } of blocks.reverse())
        for (const hook of afterEach)
          try {
            await hook();
          } catch (error) {
            failure ??= error;
          }
      goOn = after(name, failure, performance.now() - started) !== false;
      return;
    }
    const isEmpty = !leavesOf(one).some((test) => each(nameOf(test), true));
    if (isEmpty) return;
    try {
      for (const hook of one.beforeAll) await hook();
    } catch (error) {
      for (const test of leavesOf(one))
        if (each(nameOf(test))) goOn = after(nameOf(test), error, 0) !== false && goOn;
      return;
    }
    for (const child of one.children) await visit(child);
    for (const hook of one.afterAll) await hook();
  };
  await visit(whole);
}

const leavesOf = (one) => (one.body ? [one] : one.children.flatMap(leavesOf));
