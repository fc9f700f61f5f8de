import canonicalize from 'canonicalize';
import { NotStorable } from './errors.js';

/** How deep a value may nest: far beyond any event, and far short of what exhausts a stack. */
const maxDepth = 100;

/**
 * The RFC 8785 text of a value: the same bytes for the same value, whatever the order of its keys.
 *
 * The library writes what JSON can hold and drops the rest in silence, so everything is looked at first. Negative
 * zero is written as 0, as the RFC has it.
 *
 * @param name what the value is called in a refusal, such as `data`
 * @throws NotStorable with the code `not-canonical` for undefined, functions, symbols, BigInt, NaN, infinities,
 *   integers beyond ±(2^53 − 1), lone surrogates (in keys too), holes in arrays, circular references, instances of
 *   classes (Date and Map among them), and values nested more than 100 deep; the message names the place
 */
export function canonicalText(value: unknown, name = 'value'): string {
  checkCanonical(value, name);
  return canonicalize(value) as string;
}

/**
 * Checks that a value has a canonical text, without writing it.
 *
 * @throws NotStorable as `canonicalText` does
 */
export function checkCanonical(value: unknown, name: string): void {
  const fault = faultIn(value, []);
  if (fault) {
    throw new NotStorable('not-canonical', `${name}${fault.place} ${fault.is}: ${fault.remedy}.`);
  }
}

interface Fault {
  readonly place: string;
  readonly is: string;
  readonly remedy: string;
}

function fault(is: string, remedy: string): Fault {
  return { place: '', is, remedy };
}

function faultIn(value: unknown, ancestors: object[]): Fault | undefined {
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return faultInText(value);
  if (typeof value === 'number') return faultInNumber(value);
  if (typeof value === 'bigint')
    return fault('is a BigInt', 'write it as a number, or as text where it is large');
  if (typeof value !== 'object') {
    return fault(
      `is ${value === undefined ? 'undefined' : `a ${typeof value}`}`,
      'leave it out, or say null',
    );
  }
  if (ancestors.includes(value))
    return fault('contains itself', 'hand in a value without circular references');
  if (ancestors.length === maxDepth) return fault(`nests more than ${maxDepth} deep`, 'make it flatter');
  ancestors.push(value);
  const found = Array.isArray(value) ? faultInArray(value, ancestors) : faultInObject(value, ancestors);
  ancestors.pop();
  return found;
}

function faultInText(text: string): Fault | undefined {
  // Under the u flag a surrogate only matches where it has no partner.
  return /\p{Surrogate}/u.test(text)
    ? fault('holds half of a character (a lone surrogate)', 'correct the text where it was cut')
    : undefined;
}

function faultInNumber(value: number): Fault | undefined {
  if (!Number.isFinite(value)) return fault(`is ${value}`, 'say null where there is no number');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return fault('is an integer beyond ±(2^53 − 1)', 'write it as text');
  }
  return undefined;
}

function faultInArray(values: readonly unknown[], ancestors: object[]): Fault | undefined {
  if (Object.keys(values).length !== values.length) {
    return fault('is an array with holes or with names', 'hand in a plain array');
  }
  for (let index = 0; index < values.length; index++) {
    const found = faultIn(values[index], ancestors);
    if (found) return { ...found, place: `[${index}]${found.place}` };
  }
  return undefined;
}

function faultInObject(value: object, ancestors: object[]): Fault | undefined {
  if (!isPlain(value)) {
    return fault(
      `is an instance of ${value.constructor?.name || 'a class'}`,
      'hand in a plain object or a text',
    );
  }
  if (Object.getOwnPropertySymbols(value).length > 0)
    return fault('has a symbol for a key', 'name it by a text');
  for (const [key, held] of Object.entries(value)) {
    const found = faultInText(key) ?? faultIn(held, ancestors);
    if (found) return { ...found, place: `.${key}${found.place}` };
  }
  return undefined;
}

/** By shape and not by identity of the prototype: an object from another realm (a worker, a test) is as plain. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
