import { howToTypeAPartDate, inWords, readTypedDate, readTypedPartDate, wrongDate } from '#pages';
import { parseFinancialYear } from '#calendar';
import {
  describeCommand,
  isId,
  trimmed,
  type Control,
  type FieldDescription,
  type FieldProblem,
  type LineControl,
  type ThingKind,
  type Way,
} from '#intake';
import { isMade, makesAnId } from './made-ids.js';
import { isFilledIn, rowsOf, type Lookup, type Typed, type TypedProblem } from './typed.js';
import { idFrom, readPounds, readWholeNumber, saysNoMoney, wrongAmount } from './typed-values.js';

/** What was typed, as the body of a command, and everything that cannot be read. */
export interface ReadBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly problems: readonly TypedProblem[];
  /** The field that a problem of the body is about, in words of the form. */
  readonly told: (problem: FieldProblem) => TypedProblem;
}

/** How many fields that have no place are named at once. */
const mostUnread = 100;

/** A field as it is read: where it stands in the form and in the body, and how it is called. */
interface Place {
  readonly field: string;
  readonly path: string;
  readonly label: string;
}

/**
 * Reads what was typed into the fields of a form. What is left empty is left out; what is needed is asked for; what is
 * filled in and has no place in the body is a problem.
 *
 * @param isElsewhere whether a name is read by somebody else: the page of dates, the form itself
 */
export function readTyped(
  fields: readonly FieldDescription[],
  typed: Typed,
  lookup: Lookup,
  isElsewhere: (name: string) => boolean = () => false,
): ReadBody {
  const reading = new Reading(typed, lookup);
  const body = reading.fields(fields, { field: '', path: '', label: '' });
  reading.tellOfUnread(isElsewhere);
  return { body, problems: reading.problems, told: (problem) => reading.told(problem) };
}

class Reading {
  readonly problems: TypedProblem[] = [];
  private readonly places = new Map<string, Place>();
  private readonly read = new Set<string>();

  constructor(
    private readonly typed: Typed,
    private readonly lookup: Lookup,
  ) {}

  /** A problem of the body, beside the nearest field that it is about, called as the form calls it. */
  told({ field: path, problem }: FieldProblem): TypedProblem {
    for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const place = this.places.get(at);
      if (place) {
        const name = at.slice(at.lastIndexOf('.') + 1);
        const rest = problem.startsWith(`${name} `) ? problem.slice(name.length + 1) : problem;
        return { field: place.field, problem: rest === problem ? problem : `${place.label} ${rest}` };
      }
      if (at === '' || !at.includes('.')) return { field: '', problem };
    }
  }

  /** Tells of everything that is filled in and was not read: nothing that somebody typed is silently left out. */
  tellOfUnread(isElsewhere: (name: string) => boolean): void {
    const unread = Object.keys(this.typed).filter(
      (name) => (this.typed[name] ?? '').trim() !== '' && !this.read.has(name) && !isElsewhere(name),
    );
    const places = [...this.places.values()];
    for (const name of unread.slice(0, mostUnread)) {
      if (this.problems.some(({ field }) => name === field || name.startsWith(`${field}.`))) continue;
      const around = places
        .filter(({ field }) => name.startsWith(`${field}.`))
        .sort((a, b) => b.field.length - a.field.length)[0];
      this.problems.push({
        field: name,
        problem: around
          ? `${around.label}: something is filled in that does not go with what is chosen; choose what it belongs to, or clear it`
          : `There is no field ${name} here: clear it`,
      });
    }
  }

  fields(fields: readonly FieldDescription[], inside: Place): Record<string, unknown> {
    const body: Record<string, unknown> = {};
    const at = inside.field === '' ? '' : `${inside.field}.`;
    for (const field of fields) {
      const { name, label, required, control } = field;
      const place = below(inside, name, label);
      this.places.set(place.path, place);
      const before = this.problems.length;
      const value = this.value(control, place, at, required);
      if (value !== undefined) body[name] = value;
      else if (required && this.problems.length === before && !this.waitsForAName(field, fields, at))
        this.wrong(place, `${asked(control)} ${lower(label)}`);
    }
    return body;
  }

  /** Whether an id is to be made from a name that is not there yet: then only the name is asked for. */
  private waitsForAName(
    field: FieldDescription,
    beside: readonly FieldDescription[],
    inside: string,
  ): boolean {
    if (!isMade(field, beside)) return false;
    return makesAnId.every((name) => (this.typed[inside + name] ?? '').trim() === '');
  }

  private value(control: Control, place: Place, beside: string, required: boolean): unknown {
    switch (control.as) {
      case 'object':
        return required || isFilledIn(this.typed, place.field)
          ? this.fields(control.fields, place)
          : undefined;
      case 'list':
        return this.list(control.item, place);
      case 'ways':
        return this.way(control.ways, place, beside);
      case 'by-field': {
        const asking = wordOf(Object.keys(control.controls), this.typed[beside + control.field] ?? '');
        const asked = (asking === undefined ? undefined : control.controls[asking]) ?? control.otherwise;
        // The name of the field beside it may say pence, and people give pounds: here they have to say so.
        if (asked.as === 'money' && saysNoMoney(this.text(place)))
          return this.wrong(place, `${place.label} must say that it is in pounds, such as £1,234.50`);
        return this.value(asked, place, beside, required);
      }
      case 'pairs':
        return this.pairs(place);
      case 'command':
        return this.command(place);
      case 'id':
        return this.id(control, place, beside, required);
      case 'passage': {
        const text = this.raw(place.field).replaceAll('\r\n', '\n');
        return text.trim() === '' ? undefined : text;
      }
      case 'line':
      case 'date':
      case 'day':
      case 'known':
      case 'year':
      case 'money':
      case 'number':
      case 'yes-no':
      case 'choice':
      case 'words-or': {
        const text = this.text(place);
        return text === '' ? undefined : this.plain(control, text, place);
      }
    }
  }

  private way(ways: readonly Way[], place: Place, beside: string): unknown {
    const chosen = this.text(place);
    if (chosen === '') return undefined;
    const named = (one: Way): string => ('word' in one ? one.word : one.name);
    const word = wordOf(ways.map(named), chosen);
    const way = ways.find((one) => named(one) === word);
    if (way === undefined) {
      const words = ways.flatMap((one) => ('word' in one ? [`“${inWords(one.word)}”`] : []));
      return this.wrong(place, `${place.label} must be ${words.join(' or ')}, or be said in its own fields`);
    }
    if ('word' in way) return way.word;
    const within = { ...place, field: `${place.field}.${way.name}` };
    const before = this.problems.length;
    const value = this.value(way.control, within, beside, true);
    if (value !== undefined || this.problems.length > before) return value;
    return this.wrong(within, `Say ${lower(place.label)}`);
  }

  private plain(control: LineControl, text: string, place: Place): unknown {
    switch (control.as) {
      case 'date':
        return readTypedPartDate(text) ?? this.wrong(place, wrongDate(place.label, text, howToTypeAPartDate));
      case 'day':
      case 'known': {
        const read = readTypedDate(text);
        const fits = read !== undefined && (control.as === 'known' || read.length === 10);
        return fits ? read : this.wrong(place, wrongDate(place.label, text));
      }
      case 'year':
        return parseFinancialYear(text) === undefined
          ? this.wrong(place, `${place.label} must be a financial year, such as 2015/16`)
          : text;
      case 'money': {
        const problem = wrongAmount(place.label, text, control.most);
        return problem === undefined ? readPounds(text) : this.wrong(place, problem);
      }
      case 'number':
        return (
          readWholeNumber(text) ?? this.wrong(place, `${place.label} must be a whole number, such as 12`)
        );
      case 'yes-no': {
        const said = /^(yes|true)$/i.test(text) ? true : /^(no|false)$/i.test(text) ? false : undefined;
        return said ?? this.wrong(place, `${place.label} must be yes or no`);
      }
      case 'choice': {
        const word = wordOf(control.words, text);
        return (
          word ?? this.wrong(place, `${place.label} must be one of ${control.words.map(inWords).join(', ')}`)
        );
      }
      case 'words-or':
        return wordOf(control.words, text) ?? this.plain(control.other, text, place);
      case 'line':
        return text;
    }
  }

  private list(item: Control, place: Place): unknown[] | undefined {
    const values: unknown[] = [];
    const filled = rowsOf(this.typed, place.field).filter((row) =>
      isFilledIn(this.typed, `${place.field}.${row}`),
    );
    for (const row of filled) {
      const at = {
        field: `${place.field}.${row}`,
        path: `${place.path}.${values.length}`,
        label: `${place.label} ${values.length + 1}`,
      };
      this.places.set(at.path, at);
      const value = this.value(item, at, '', true);
      // Something is there in any case, so that the rows after it keep their numbers.
      values.push(value ?? null);
    }
    return values.length === 0 ? undefined : values;
  }

  private pairs(place: Place): Record<string, string> | undefined {
    const pairs = rowsOf(this.typed, place.field).flatMap((row): [string, string][] => {
      const name = this.raw(`${place.field}.${row}.name`).trim();
      const value = this.raw(`${place.field}.${row}.value`).trim();
      if (name === '' && value !== '')
        this.wrong({ ...place, field: `${place.field}.${row}.name` }, 'Enter the name of the filter');
      return name === '' ? [] : [[name, value]];
    });
    const names = pairs.map(([name]) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) this.wrong(place, `${place.label}: ${twice} is there twice; say it once`);
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  }

  private command(place: Place): Record<string, unknown> | undefined {
    const name = this.raw(`${place.field}.command`);
    const described = describeCommand(name);
    if (!described) {
      this.wrong({ ...place, field: `${place.field}.command` }, 'Choose what takes its place');
      return undefined;
    }
    const replaces = this.raw(`${place.field}.replaces`);
    return {
      command: name,
      ...(replaces && { replaces }),
      ...this.fields(described.fields, { ...place, label: '' }),
    };
  }

  private id(
    { of, newness }: Extract<Control, { as: 'id' }>,
    place: Place,
    beside: string,
    required: boolean,
  ): string | undefined {
    const text = this.text(place);
    if (text === '') {
      const proposed = newness === 'old' || !required || of === 'person' ? '' : this.proposed(of, beside);
      return proposed === '' ? undefined : proposed;
    }
    const named = newness === 'new' ? undefined : this.lookup.idNamed(of, text);
    const fits: boolean = isId(text);
    if (named !== undefined || fits) return named ?? text;
    const made = newness === 'old' || of === 'person' ? '' : idFrom(text);
    if (made !== '') return made;
    return this.wrong(
      place,
      newness === 'old'
        ? `${place.label}: nothing on the record is called “${text}”; choose one from the list`
        : `${place.label} must be an id of small letters, digits and hyphens, such as legal-services`,
    );
  }

  /** A new id from the name typed beside it, and another one where a thing has it already. */
  private proposed(of: ThingKind, beside: string): string {
    const name = makesAnId.map((one) => this.typed[beside + one] ?? '').find((one) => one.trim());
    const id = idFrom(name ?? '');
    if (id === '' || !this.lookup.isThere(of, id)) return id;
    let number = 2;
    while (this.lookup.isThere(of, `${id.slice(0, 60)}-${number}`)) number++;
    return `${id.slice(0, 60)}-${number}`;
  }

  private text({ field }: Place): string {
    return trimmed(this.raw(field));
  }

  private raw(field: string): string {
    this.read.add(field);
    return this.typed[field] ?? '';
  }

  private wrong({ field }: Pick<Place, 'field'>, problem: string): undefined {
    this.problems.push({ field, problem });
    return undefined;
  }
}

function below({ field, path, label: inside }: Place, name: string, label: string): Place {
  const at = (whole: string) => (whole === '' ? name : `${whole}.${name}`);
  return { field: at(field), path: at(path), label: inside === '' ? label : `${inside}, ${lower(label)}` };
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

/** How a person is asked for what is needed: to choose it, or to enter it. */
function asked(control: Control): string {
  const { as } = control.as === 'list' ? control.item : control;
  return as === 'choice' || as === 'yes-no' || as === 'ways' || as === 'id' ? 'Choose' : 'Enter';
}

/** The word among several that was typed, in whatever case, as programs write it or as pages show it. */
function wordOf(words: readonly string[], text: string): string | undefined {
  const plain = (word: string) => inWords(word.toLowerCase().replaceAll(/[\s-]+/g, '-'));
  return words.find((word) => plain(word) === plain(text));
}
