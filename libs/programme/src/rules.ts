import { describeDate } from '#calendar';
import type { Refusal } from '#timeline';
import type { Fact } from './recorded.js';

/** A rule's stable code, and words that say what to do next. */
export function refuse(refused: string, because: string): Refusal {
  return { refused, because };
}

/** The day of a fact in words, such as "1 April 2014" or "March 2014". */
export function onDay(fact: Pick<Fact, 'on' | 'precision'>): string {
  return describeDate(fact.on, fact.precision);
}

/** The members that have a value: a part holds no undefined. */
export function present<T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
