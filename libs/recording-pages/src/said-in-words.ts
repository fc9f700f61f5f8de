import { inWords, pounds, sentence } from '#pages';
import type { Control, FieldDescription } from '#intake';
import type { Things } from './things.js';
import { typedDate } from './typed-values.js';

/** A field of a body in words: what it is called, and what it says, line by line. */
export interface SaidField {
  readonly name: string;
  readonly label: string;
  readonly lines: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

/** Says what things are called. */
export type Naming = Pick<Things, 'nameOf'>;

/** What a body says, field by field, with things by their names. */
export function saidInWords(fields: readonly FieldDescription[], body: Body, things: Naming): SaidField[] {
  return fields.flatMap(({ name, label, control }) =>
    body[name] === undefined ? [] : [{ name, label, lines: linesOf(control, body[name], body, things) }],
  );
}

function linesOf(control: Control, value: unknown, beside: Body, things: Naming): string[] {
  switch (control.as) {
    case 'list':
      return (value as unknown[]).flatMap((one) => linesOf(control.item, one, beside, things).join('; '));
    case 'object':
      return [
        control.fields
          .filter(({ name }) => (value as Body)[name] !== undefined)
          .map((field) => {
            const inside = value as Body;
            const said = linesOf(field.control, inside[field.name], { ...beside, ...inside }, things).join(
              '; ',
            );
            return `${field.label}: ${said}`;
          })
          .join(', '),
      ];
    case 'ways': {
      if (typeof value === 'string') return [sentence(inWords(value))];
      const way = control.ways.find(
        (one) => 'control' in one && (one.control.as === 'list') === Array.isArray(value),
      );
      return way && 'control' in way ? linesOf(way.control, value, beside, things) : [];
    }
    case 'by-field': {
      const asked = control.controls[String(beside[control.field])] ?? control.otherwise;
      return linesOf(asked, value, beside, things);
    }
    case 'pairs':
      return Object.entries(value as Record<string, string>).map(([name, text]) => `${name}: ${text}`);
    case 'id': {
      const whole = control.within === undefined ? undefined : beside[control.within];
      const name = things.nameOf(control.of, value as string, typeof whole === 'string' ? whole : undefined);
      return [control.newness === 'new' ? (value as string) : name];
    }
    case 'money':
      return [pounds(value as number)];
    case 'number':
    case 'words-or':
      return [typeof value === 'number' ? value.toLocaleString('en-GB') : sentence(inWords(value as string))];
    case 'yes-no':
      return [value === true ? 'Yes' : 'No'];
    case 'choice':
      return [sentence(inWords(value as string))];
    case 'date':
    case 'day':
    case 'known':
      return [typedDate(value as string)];
    case 'line':
    case 'passage':
    case 'year':
    case 'command':
      return [value as string];
  }
}
