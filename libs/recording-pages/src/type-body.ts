import { day, pounds } from '#pages';
import { describeCommand, type Control, type FieldDescription, type LineControl } from '#intake';
import type { Typed } from './typed.js';
import { typedDate } from './typed-values.js';

/** The body of a command as a person would type it into the fields of its form; a field it does not hold is left out. */
export function typeBody(
  fields: readonly FieldDescription[],
  body: Readonly<Record<string, unknown>>,
  inside = '',
): Typed {
  const typed: Record<string, string> = {};
  for (const { name, control } of fields) {
    if (body[name] !== undefined) Object.assign(typed, typeValue(control, body[name], inside + name, body));
  }
  return typed;
}

function typeValue(
  control: Control,
  value: unknown,
  at: string,
  beside: Readonly<Record<string, unknown>>,
): Typed {
  switch (control.as) {
    case 'object':
      return typeBody(control.fields, value as Record<string, unknown>, `${at}.`);
    case 'list':
      return Object.assign(
        {},
        ...(value as unknown[]).map((one, row) => typeValue(control.item, one, `${at}.${row}`, beside)),
      ) as Typed;
    case 'ways': {
      if (control.ways.some((way) => 'word' in way && way.word === value)) return { [at]: String(value) };
      const way = control.ways.find((one) => 'control' in one && holds(one.control, value));
      if (!way || 'word' in way) return {};
      return { [at]: way.name, ...typeValue(way.control, value, `${at}.${way.name}`, beside) };
    }
    case 'by-field':
      return typeValue(
        control.controls[String(beside[control.field])] ?? control.otherwise,
        value,
        at,
        beside,
      );
    case 'pairs':
      return Object.fromEntries(
        Object.entries(value as Record<string, string>).flatMap(([name, text], row) => [
          [`${at}.${row}.name`, name],
          [`${at}.${row}.value`, text],
        ]),
      );
    case 'command': {
      const { command, replaces, ...body } = value as Record<string, unknown>;
      const named = { [`${at}.command`]: String(command) };
      const fields = describeCommand(String(command))?.fields ?? [];
      return {
        ...named,
        ...(typeof replaces === 'string' && { [`${at}.replaces`]: replaces }),
        ...typeBody(fields, body, `${at}.`),
      };
    }
    case 'id':
    case 'passage':
      return { [at]: value as string };
    case 'line':
    case 'date':
    case 'day':
    case 'known':
    case 'year':
    case 'money':
    case 'number':
    case 'yes-no':
    case 'choice':
    case 'words-or':
      return { [at]: typeLine(control, value) };
  }
}

function typeLine(control: LineControl, value: unknown): string {
  switch (control.as) {
    case 'money':
      return pounds(value as number);
    case 'number':
      return (value as number).toLocaleString('en-GB');
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'date':
      return typedDate(value as string);
    case 'day':
    case 'known':
      return day(value as string);
    case 'words-or':
      return control.words.includes(value as string) ? (value as string) : typeLine(control.other, value);
    case 'line':
    case 'year':
    case 'choice':
      return value as string;
  }
}

/** Whether a value is of the sort that a control takes. */
function holds({ as }: Control, value: unknown): boolean {
  if (as === 'list') return Array.isArray(value);
  if (as === 'object') return typeof value === 'object' && !Array.isArray(value);
  return as === 'number' ? typeof value === 'number' : typeof value === 'string';
}
