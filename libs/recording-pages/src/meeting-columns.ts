import { inWords } from '#pages';
import type { Control, FieldDescription } from '#intake';
import type { Typed } from './typed.js';
import { readWholeNumber, saysNoMoney } from './typed-values.js';

/** Where what stands under a heading is typed into the form of a command. */
export interface Column {
  /** The name of the field in the form, which a problem of it names too. */
  readonly at: string;
  readonly control: Control;
  /** The ways that are chosen by filling it in: 'access' is 'object' where 'access.exempt' is filled in. */
  readonly chooses: Typed;
  /** Whether the heading says that its amounts are pounds. */
  readonly inPounds: boolean;
}

/** What a cell is typed as, or what is wrong with it. */
export type CellTyped = { readonly typed: Typed } | { readonly problem: string };

const inPounds = /\s*\((?:£|in pounds|pounds)\)$|\s+(?:£|in pounds)$/i;

/** How a heading is compared: whatever its case, its spaces and its hyphens. */
const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ');

/**
 * The column that a heading makes for a command: the name or the label of a field, '(£)' behind it where it is money, and
 * dots into what the field holds, such as 'access.exempt' and 'years.0.Amount (£)'. Undefined where no field is meant; a
 * problem where one is, and its values could be taken for something else.
 */
export function columnFor(
  fields: readonly FieldDescription[],
  heading: string,
): Column | { readonly problem: string } | undefined {
  const whole = heading.replace(inPounds, '');
  const isInPounds = whole !== heading;
  // A label may have a dot in it.
  const path = labelled(fields, whole) ? [whole] : whole.split('.');
  const [root = '', ...inside] = path;
  const field = labelled(fields, root);
  const found = field && walk(field.control, field.name, inside, {});
  // An export for programs calls its columns 'grossPence' and the like.
  const exported = heading.trim().replace(/[\s-]*pence$/i, '');
  if (!found)
    return exported === heading.trim() || exported === '' ? undefined : columnInPence(fields, exported);
  if (found.control.as !== 'money') return isInPounds ? undefined : { ...found, inPounds: false };
  if (/pence|\(p\)$/i.test(heading)) return notInPence(labelAt(fields, path));
  return { ...found, inPounds: isInPounds };
}

function columnInPence(fields: readonly FieldDescription[], heading: string) {
  const column = columnFor(fields, heading);
  if (!column || 'problem' in column || column.control.as !== 'money') return undefined;
  return notInPence(labelAt(fields, heading.split('.')));
}

const notInPence = (label: string) => ({
  problem: `amounts are pasted in pounds: call it “${label} (£)”, and write them in pounds`,
});

function labelled(fields: readonly FieldDescription[], text: string): FieldDescription | undefined {
  const asked = plain(text);
  return (
    fields.find(({ name }) => name.toLowerCase() === asked) ??
    fields.find(({ label }) => plain(label) === asked) ??
    fields.find(({ name }) => plain(name.replace(/[A-Z]/g, ' $&')) === asked)
  );
}

function labelAt(fields: readonly FieldDescription[], path: readonly string[]): string {
  const before = path.slice(0, -1).join('.');
  const last = path.at(-1) ?? '';
  let inside = fields;
  for (const one of path.slice(0, -1)) {
    const control = labelled(inside, one)?.control;
    const item = control?.as === 'list' ? control.item : control;
    if (item?.as === 'object') inside = item.fields;
  }
  const label = labelled(inside, last)?.label ?? last;
  return before === '' ? label : `${before}.${label}`;
}

function walk(
  control: Control,
  at: string,
  inside: readonly string[],
  chooses: Typed,
): Pick<Column, 'at' | 'control' | 'chooses'> | undefined {
  const [next, ...rest] = inside;
  if (next === undefined) return { at, control, chooses };
  if (control.as === 'list')
    return /^\d{1,3}$/.test(next) ? walk(control.item, `${at}.${Number(next)}`, rest, chooses) : undefined;
  if (control.as === 'object') {
    const field = labelled(control.fields, next);
    return field && walk(field.control, `${at}.${field.name}`, rest, chooses);
  }
  if (control.as !== 'ways') return undefined;
  for (const way of control.ways) {
    if (!('control' in way)) continue;
    const chosen = { ...chooses, [at]: way.name };
    const found = walk(way.control, `${at}.${way.name}`, way.name === next ? rest : inside, chosen);
    if (found) return found;
  }
  return undefined;
}

/** What a cell under a column is typed as; a list stands apart by semicolons. Everything in it is typed, or is a problem. */
export function typedInto({ at, control, chooses, inPounds: isInPounds }: Column, cell: string): CellTyped {
  const own = typedValue(control, at, cell, isInPounds);
  return 'problem' in own ? own : { typed: { ...chooses, ...own.typed } };
}

function typedValue(control: Control, at: string, cell: string, isInPounds: boolean): CellTyped {
  if (control.as === 'ways') return typedWay(control, at, cell);
  if (['object', 'pairs', 'command'].includes(control.as)) return { problem: ownColumns(control, at) };
  if (control.as === 'list') {
    if (['object', 'list', 'ways', 'command'].includes(control.item.as))
      return { problem: ownColumns(control, at) };
    const items = cell.split(';').map((one, row) => [`${at}.${row}`, one.trim()]);
    return { typed: Object.fromEntries(items) as Typed };
  }
  if (control.as === 'money' && !isInPounds && saysNoMoney(cell)) {
    const problem = `${cell.trim()} may be pounds or pence: put (£) behind the heading, or write £ before the amount`;
    return { problem };
  }
  return { typed: { [at]: cell } };
}

/** Words in which somebody counts or describes rather than names. */
const noName = /^\d|\b(all|every|each|none|some|most|many|several|both|various|divisions?|wards?|wide)\b/i;

function typedWay(control: Extract<Control, { as: 'ways' }>, at: string, cell: string): CellTyped {
  const word = control.ways.find((way) => 'word' in way && plain(way.word) === plain(cell));
  if (word && 'word' in word) return { typed: { [at]: word.word } };
  for (const way of control.ways) {
    if (!('control' in way)) continue;
    const inside = `${at}.${way.name}`;
    const isRead =
      way.control.as === 'number'
        ? readWholeNumber(cell) !== undefined
        : way.control.as === 'list' &&
          ['line', 'passage'].includes(way.control.item.as) &&
          !isCount(control, cell);
    if (!isRead) continue;
    const typed = typedValue(way.control, inside, cell, false);
    if (!('problem' in typed)) return { typed: { [at]: way.name, ...typed.typed } };
  }
  return { problem: `${mayBe(control, at)}; “${shortened(cell)}” is neither` };
}

/** Whether a cell counts where it might have been counted in figures: it is not to be taken for a name. */
const isCount = ({ ways }: Extract<Control, { as: 'ways' }>, cell: string): boolean =>
  ways.some((way) => 'control' in way && way.control.as === 'number') &&
  cell.split(';').some((one) => noName.test(one.trim()));

function mayBe(control: Extract<Control, { as: 'ways' }>, at: string): string {
  const says = control.ways.map((way) => {
    if ('word' in way) return `“${inWords(way.word)}”`;
    if (way.control.as === 'number') return 'a number';
    if (way.control.as === 'list' && way.control.item.as !== 'object') return 'names with semicolons between';
    return columnsOf(way.control, at);
  });
  return `it must be ${says.slice(0, -1).join(', ')} or ${says.at(-1)}`;
}

const ownColumns = (control: Control, at: string): string =>
  control.as === 'pairs' || control.as === 'command'
    ? 'it cannot be pasted: record it by itself, on the page Record'
    : `it takes ${columnsOf(control, at)}, not one cell`;

/** The headings under which the parts of a value stand: 'columns of its own, headed alternatives.0.option …'. */
function columnsOf(control: Control, at: string): string {
  const [inside, before] = control.as === 'list' ? [control.item, `${at}.0`] : [control, at];
  const heads =
    inside.as === 'object' ? inside.fields.map((field) => `${before}.${headOf(field)}`) : [before];
  return `columns of its own, headed ${heads.join(' and ')}`;
}

/** What a column inside a value is headed by: its name, or for money its label with the sign of pounds. */
const headOf = ({ name, label, control }: FieldDescription): string =>
  control.as === 'money' ? `${label} (£)` : name;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
