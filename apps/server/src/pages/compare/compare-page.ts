import type { AnyPart } from '#programme';
import { pageAddress, type Where } from '../addresses-of-pages.js';
import { filterForm } from '../filter-form.js';
import type { EntryShown } from '../history/entry-rows.js';
import { historyTable } from '../history/history-section.js';
import { table, type Cell } from '../table.js';
import { counted, day, inWords, known, sentence } from '../words.js';

/** Two states of knowledge of one day. */
export interface TwoStates {
  readonly where: Where;
  readonly asAt: string;
  readonly knownFrom: string;
  readonly knownTo: string;
}

/** What differs of one thing, with the entries behind it, as the view of changes gives it. */
export interface ChangeShown {
  readonly kind: string;
  readonly id: string;
  readonly existedBefore: boolean;
  readonly existsAfter: boolean;
  readonly fields: readonly { readonly field: string }[];
  readonly entries: readonly EntryShown[];
}

/** Every thing that was known otherwise on one date than on another. */
export function comparePage(states: TwoStates, changes: readonly ChangeShown[]) {
  const { where, asAt, knownFrom, knownTo } = states;
  const rows = changes.map(({ kind, id, existedBefore, existsAfter, fields, entries }): Cell[] => [
    {
      text: `${sentence(kind)} ${inWords(id)}`,
      href: pageAddress(where, 'compare', { knownFrom, knownTo, thing: `${kind}/${id}` }),
    },
    !existedBefore
      ? 'Not known on the first date'
      : !existsAfter
        ? 'No longer believed on the second'
        : `Otherwise: ${fields.map(({ field }) => inWords(field)).join(', ')}`,
    entries.length,
  ]);
  return {
    heading: 'Who knew what',
    says: `${sentence(day(asAt))}, as it was known on ${known(knownFrom)} and on ${known(knownTo)}: ${counted(changes.length, 'thing was', 'things were')} known otherwise.`,
    filters: form(states, undefined),
    table: table('What was known otherwise', ['What', 'How', 'Entries'], rows, {
      empty: 'Both dates knew the same of this day.',
      numeric: [2],
    }),
  };
}

/** One thing of one day, as it was known on two dates, side by side with differences marked. */
export function compareThingPage(
  states: TwoStates,
  { kind, id }: { readonly kind: string; readonly id: string },
  before: AnyPart | undefined,
  after: AnyPart | undefined,
  entries: readonly EntryShown[],
) {
  const { where, asAt, knownFrom, knownTo } = states;
  const left = linesOf(before);
  const right = linesOf(after);
  const names = [...new Set([...left.keys(), ...right.keys()])];
  const isSame = (name: string) => left.get(name) === right.get(name);
  const head = ['Line', `As known on ${known(knownFrom)}`, `As known on ${known(knownTo)}`];
  const lines = (those: readonly string[]) =>
    those.map((name): Cell[] => {
      const mark = !isSame(name);
      return [name, side(left.get(name) ?? '', mark), side(right.get(name) ?? '', mark)];
    });
  const differing = names.filter((name) => !isSame(name));
  return {
    heading: `Who knew what: ${kind} ${inWords(id)}`,
    says: `As at ${day(asAt)}. ${counted(differing.length, 'line differs', 'lines differ')} between what was known on ${known(knownFrom)} and on ${known(knownTo)}.`,
    filters: form(states, `${kind}/${id}`),
    table: table('What differs', head, lines(differing), {
      empty:
        names.length === 0
          ? 'It was not there on this day, as far as either date knew.'
          : 'Both dates knew the same of it.',
    }),
    same: table('What is the same', head, lines(names.filter(isSame))),
    entries: historyTable('Entries behind the difference', entries, where, ''),
    all: pageAddress(where, 'compare', { knownFrom, knownTo }),
  };
}

const side = (text: string, differs: boolean): Cell =>
  differs && text !== '' ? { text, marked: true } : text;

function form({ where, knownFrom, knownTo }: TwoStates, thing: string | undefined) {
  const fields = [
    { name: 'knownFrom', label: 'Known on' },
    { name: 'knownTo', label: 'And known on' },
    ...(thing === undefined ? [] : [{ name: 'thing', label: 'Thing' }]),
  ];
  const given = {
    knownFrom: readable(knownFrom),
    knownTo: readable(knownTo),
    ...(thing !== undefined && { thing }),
  };
  const { clear: _, ...built } = filterForm(where, 'compare', fields, given);
  return { ...built, button: 'Compare' };
}

const readable = (text: string): string => (text.length === 10 ? day(text) : text);

/** A part as lines: each value under its path in words. What a page says elsewhere, its kind and id, is left out. */
export function linesOf(part: AnyPart | undefined): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const [n, item] of value.entries()) walk(item, [...path, nameOf(item, n)]);
    } else if (typeof value === 'object') {
      for (const [field, inside] of Object.entries(value)) walk(inside, [...path, spaced(field)]);
    } else if (typeof value === 'string') {
      lines.set(sentence(path.join(', ')), day(value));
    } else if (typeof value === 'number' || typeof value === 'boolean') {
      lines.set(sentence(path.join(', ')), String(value));
    }
  };
  const { kind: _kind, id: _id, ...rest } = (part ?? {}) as { kind?: string; id?: string };
  walk(rest, []);
  return lines;
}

/** What tells an item of a list from the others. */
function nameOf(item: unknown, n: number): string {
  const { id, stage, unit, member } = (item ?? {}) as Readonly<Record<string, unknown>>;
  const name = [id, stage, unit, member].find((one) => typeof one === 'string');
  return typeof name === 'string' ? inWords(name) : String(n + 1);
}

const spaced = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
