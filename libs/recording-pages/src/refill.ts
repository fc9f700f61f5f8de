import {
  firstOfMonth,
  firstOfYear,
  lastOfMonth,
  lastOfYear,
  type CivilDate,
  type DatePrecision,
} from '#calendar';
import { describeCommand, type Control, type FieldDescription } from '#intake';
import { commandOf, parseStreamName, readBack } from '#programme';

type Fields = Readonly<Record<string, unknown>>;

/** An entry as it is stored, as far as the command behind it can be read from it. */
export interface EntryToRefill {
  readonly type: string;
  readonly stream: string;
  readonly envelope: Fields;
  readonly data: Fields;
}

/** The command that would record an entry again, filled in as the entry says. */
export interface Refilled {
  readonly command: string;
  readonly body: Fields;
}

/**
 * The command and the body that an entry comes from, read back from what it says: for whoever corrects it and changes a
 * word or two. Undefined where no command people issue records such an entry.
 */
export function refill(entry: EntryToRefill): Refilled | undefined {
  const stream = parseStreamName(entry.stream);
  const command = stream && commandOf(readBack(entry), stream.programme);
  const described = command && describeCommand(command.type);
  if (!described) return undefined;
  const said = { ...command, ...datesOf(entry.envelope, described.ends === true) };
  return { command: command.type, body: bodyOf(described.fields, said) };
}

function bodyOf(fields: readonly FieldDescription[], said: Fields): Fields {
  const filled = fields.flatMap(({ name, control }): [string, unknown][] => {
    const value = said[name];
    // A list of none is left out of a form, as nothing is.
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [[name, valueOf(control, value)]];
  });
  return Object.fromEntries(filled);
}

function valueOf(control: Control, value: unknown): unknown {
  switch (control.as) {
    case 'object':
      return bodyOf(control.fields, value as Fields);
    case 'list':
      return Array.isArray(value) ? value.map((one) => valueOf(control.item, one)) : value;
    case 'ways': {
      if (typeof value === 'string') return value;
      const way = control.ways.find(
        (one) => 'control' in one && (one.control.as === 'list') === Array.isArray(value),
      );
      return way && 'control' in way ? valueOf(way.control, value) : value;
    }
    case 'date': {
      if (typeof value === 'string') return value;
      const { on, precision } = value as { on: CivilDate; precision: DatePrecision };
      return asKnown(on, precision);
    }
    case 'line':
    case 'passage':
    case 'day':
    case 'known':
    case 'year':
    case 'money':
    case 'number':
    case 'yes-no':
    case 'choice':
    case 'words-or':
    case 'id':
    case 'by-field':
    case 'pairs':
    case 'command':
      return value;
  }
}

/** The dates of an entry as somebody who knows them no better would write them. */
function datesOf(envelope: Fields, ends: boolean): Fields {
  const {
    effectiveOn,
    takenOn,
    precision = 'day',
  } = envelope as {
    effectiveOn?: CivilDate;
    takenOn?: CivilDate;
    precision?: DatePrecision;
  };
  const taken = takenOn && asKnown(takenOn, precision, 'first');
  const holds = effectiveOn && asKnown(effectiveOn, precision, ends ? 'last' : 'first');
  const { precision: _precision, ...others } = envelope;
  if (taken === undefined) return { ...others, effectiveOn: holds };
  // What holds from the day it was taken says so by leaving the day out.
  const same = takenOn === effectiveOn || (taken === holds && taken.length < 10);
  return { ...others, takenOn: taken, effectiveOn: same ? undefined : holds };
}

/** A date as its month or year where it is known no better and stands for it, else as the day it is. */
function asKnown(date: CivilDate, precision: DatePrecision, end?: 'first' | 'last'): string {
  const standsFor = (first: CivilDate, last: CivilDate): boolean =>
    (end !== 'last' && date === first) || (end !== 'first' && date === last);
  if (precision === 'month' && standsFor(firstOfMonth(date), lastOfMonth(date))) return date.slice(0, 7);
  if (precision === 'year' && standsFor(firstOfYear(date), lastOfYear(date))) return date.slice(0, 4);
  return date;
}
