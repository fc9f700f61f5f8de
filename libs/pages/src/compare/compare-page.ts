import type { AnyPart } from '#programme';
import { pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { fieldInWords } from '../field-words.js';
import { filterForm } from '../filter-form.js';
import type { EntryShown } from '../history/entry-rows.js';
import { historyTable } from '../history/history-section.js';
import { notOnRecord, type Names } from '../names.js';
import { linesInWords, textOfCell } from '../part-in-words.js';
import { table, type Cell } from '../table.js';
import { counted, day, known, sentence } from '../words.js';
import type { Choice } from './quick-choices.js';

/** Two states of knowledge of one day. */
export interface TwoStates {
  readonly where: Where;
  readonly asAt: string;
  readonly knownFrom: string;
  readonly knownTo: string;
  readonly names: Names;
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

/** What a person may choose to look at: the kinds there are, and the things of the kind that was chosen. */
export interface ToChooseFrom {
  readonly kinds: readonly string[];
  readonly kind: string | undefined;
  readonly things: readonly { readonly id: string; readonly name: string }[];
  readonly thing?: string;
  readonly quick: readonly Choice[];
}

/** Every thing that was known otherwise on one date than on another. */
export function comparePage(states: TwoStates, changes: readonly ChangeShown[], from: ToChooseFrom) {
  const { where, asAt, knownFrom, knownTo, names } = states;
  const rows = changes.map(({ kind, id, existedBefore, existsAfter, fields, entries }): Cell[] => [
    {
      text: names.of([kind], id)?.text ?? notOnRecord(kind),
      href: pageAddress(where, 'compare', { knownFrom, knownTo, thing: `${kind}/${id}` }),
    },
    sentence(kind),
    !existedBefore
      ? 'Not known on the first date'
      : !existsAfter
        ? 'No longer believed on the second'
        : `Otherwise: ${fields.map(({ field }) => fieldInWords(field)).join(', ')}`,
    {
      text: counted(entries.length, 'entry', 'entries'),
      href: pageAddress(where, 'history', { entries: idsOf(entries) }),
    },
  ]);
  return {
    heading: 'Who knew what',
    says: `${sentence(day(asAt))}, as it was known on ${known(knownFrom)} and on ${known(knownTo)}: ${counted(changes.length, 'thing was', 'things were')} known otherwise.`,
    filters: form(states, from),
    quick: from.quick,
    table: table('What was known otherwise', ['What', 'Kind', 'How', 'Entries behind it'], rows, {
      empty: 'Both dates knew the same of this day.',
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
  from: ToChooseFrom,
) {
  const { where, asAt, knownFrom, knownTo, names } = states;
  const left = linesOf(before, names);
  const right = linesOf(after, names);
  const lines = [...new Set([...left.keys(), ...right.keys()])];
  const isSame = (name: string) => textOfCell(left.get(name)) === textOfCell(right.get(name));
  const head = ['What', `As known on ${known(knownFrom)}`, `As known on ${known(knownTo)}`];
  const rows = (those: readonly string[]) =>
    those.map((name): Cell[] => {
      const differs = !isSame(name);
      return [name, side(left.get(name), differs), side(right.get(name), differs)];
    });
  const differing = lines.filter((name) => !isSame(name));
  const named = names.of([kind], id)?.text ?? notOnRecord(kind);
  const neither = before === undefined && after === undefined;
  return {
    heading: `Who knew what: ${named}`,
    says: neither
      ? `As at ${day(asAt)}. It was not there on this day, as far as either date knew.`
      : `As at ${day(asAt)}. ${counted(differing.length, 'line differs', 'lines differ')} between what was known on ${known(knownFrom)} and on ${known(knownTo)}. What differs is marked.`,
    filters: form(states, { ...from, kind, thing: `${kind}/${id}` }),
    quick: from.quick,
    table: table('What differs', head, rows(differing), {
      empty: neither
        ? 'It was not there on this day, as far as either date knew.'
        : 'Both dates knew the same of it.',
    }),
    same: table('What is the same', head, rows(lines.filter(isSame))),
    entries: historyTable('Entries behind the difference', entries, where, '', names),
    all: pageAddress(where, 'compare', { knownFrom, knownTo }),
    page: { text: named, href: thingAddress(where, kind, id) },
  };
}

/** One side of a line; what the other side does not say is said to be nothing. */
function side(says: Cell | undefined, differs: boolean): Cell {
  if (!differs) return says ?? '';
  if (says === undefined || says === '') return { text: 'Nothing', marked: true };
  return typeof says === 'object' ? { ...says, marked: true } : { text: String(says), marked: true };
}

function form({ where, knownFrom, knownTo }: TwoStates, { kinds, kind, things, thing }: ToChooseFrom) {
  const fields = [
    { name: 'knownFrom', label: 'Known on' },
    { name: 'knownTo', label: 'And known on' },
    { name: 'of', label: 'Kind of thing', options: kinds, any: 'Everything' },
    ...(kind === undefined
      ? []
      : [
          {
            name: 'thing',
            label: `Which ${kind}`,
            options: things.map(({ id, name }) => ({ value: `${kind}/${id}`, text: name })),
            any: `Every ${kind}`,
          },
        ]),
  ];
  const given = {
    knownFrom: known(knownFrom),
    knownTo: known(knownTo),
    ...(kind !== undefined && { of: kind }),
    ...(thing !== undefined && { thing }),
  };
  const { clear: _, ...built } = filterForm(where, 'compare', fields, given);
  return { ...built, button: 'Compare' };
}

const idsOf = (entries: readonly EntryShown[]) =>
  entries
    .slice(0, 100)
    .map(({ id }) => id)
    .join(',');

/** A part as lines: each value under its path in words. What a page says elsewhere, its id, is left out. */
export function linesOf(part: AnyPart | undefined, names: Names): ReadonlyMap<string, Cell> {
  const lines = new Map<string, Cell>();
  for (const { name, says } of linesInWords(part, names, ['id'])) {
    const before = lines.get(name);
    lines.set(name, before === undefined ? says : `${textOfCell(before)}; ${textOfCell(says)}`);
  }
  return lines;
}
