import { inWords, sentence } from '#pages';
import type { Control, FieldDescription, LineControl } from '#intake';
import { beside, type Choice, type Things } from './things.js';
import { isMade, makesAnId } from './made-ids.js';
import { isFilledIn, rowsOf, type Typed, type TypedProblem } from './typed.js';

/** A field as a template draws it. */
export interface FieldShown {
  readonly as: 'line' | 'passage' | 'radios' | 'select' | 'group' | 'rows';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string;
  readonly short?: boolean;
  readonly options?: readonly OptionShown[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly OptionShown[] }[];
  /** Ids and names that may be typed, where it is a line. */
  readonly suggested?: readonly Choice[];
  readonly fields?: readonly FieldShown[];
  /** The rows of a list, each one field or several. */
  readonly rows?: readonly { readonly number: number; readonly fields: readonly FieldShown[] }[];
}

interface OptionShown {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
  /** What is asked where it is chosen. */
  readonly fields?: readonly FieldShown[];
}

/** Fields as a page asks them: first what is needed, then what may be left out where that is much. */
export interface FieldsShown {
  readonly needed: readonly FieldShown[];
  readonly more: readonly FieldShown[];
  /** Whether something in `more` is filled in or wrong already. */
  readonly open: boolean;
}

/** How many fields may be left out before they are folded away. */
const mostUnfolded = 4;
/** How many things stand in a list before they are typed instead. */
const mostListed = 400;

/** The fields of a form as a page shows them, with what was typed and what is wrong with it. */
export function fieldsShown(
  all: readonly FieldDescription[],
  typed: Typed,
  problems: readonly TypedProblem[],
  things: Things,
): FieldsShown {
  const showing = new Showing(typed, problems, things);
  const fields = all.filter((field) => showing.isAsked(field, field.name));
  const isNeeded = (field: FieldDescription): boolean => field.required && !isMade(field, fields);
  const optional = fields.filter((field) => !isNeeded(field));
  const folded = optional.length > mostUnfolded ? optional : optional.filter(({ required }) => required);
  const more = idsLast(
    folded.filter((field) => !isAskedAtOnce(field, fields)),
    fields,
  );
  return {
    needed: fields.filter((field) => !more.includes(field)).map((field) => showing.field(field, '', fields)),
    more: more.map((field) => showing.field(field, '', fields)),
    open: more.some(
      ({ name }) =>
        isFilledIn(typed, name) ||
        problems.some(({ field }) => field === name || field.startsWith(`${name}.`)),
    ),
  };
}

/** What makes an id, or is what the command changes, is asked though it may be left out. */
const isAskedAtOnce = ({ name, control }: FieldDescription, beside: readonly FieldDescription[]): boolean =>
  control.as === 'money' ||
  (makesAnId.includes(name) &&
    beside.some((one) => one.required && one.control.as === 'id' && one.control.newness === 'either'));

/** Fields in their order, with the ids that are made from a name after everything else. */
function idsLast(fields: readonly FieldDescription[], beside = fields): FieldDescription[] {
  const made = fields.filter((field) => isMade(field, beside));
  return [...fields.filter((field) => !made.includes(field)), ...made];
}

/** Where a problem's link leads to: a list and a group have no field of their own, so it is their first. */
export function anchorOf(field: string, { needed, more }: FieldsShown): string {
  const all = [...needed, ...more].flatMap(flat);
  const shown = all.find(({ name }) => name === field);
  if (!shown) return all[0]?.name ?? field;
  const first = shown.rows?.[0]?.fields[0] ?? (shown.as === 'group' ? shown.fields?.[0] : undefined);
  return first ? anchorOf(first.name, { needed: [first], more: [], open: false }) : field;
}

function flat(field: FieldShown): FieldShown[] {
  const inside = [
    ...(field.fields ?? []),
    ...(field.rows ?? []).flatMap((row) => row.fields),
    ...(field.options ?? []).flatMap((option) => option.fields ?? []),
  ];
  return [field, ...inside.flatMap(flat)];
}

class Showing {
  constructor(
    private readonly typed: Typed,
    private readonly problems: readonly TypedProblem[],
    private readonly things: Things,
  ) {}

  /** Whether a field stands on the page: what an entry changes from does only where it was filled in, as in a correction. */
  isAsked({ premise }: FieldDescription, at: string): boolean {
    return !premise || isFilledIn(this.typed, at) || this.problems.some(({ field }) => field === at);
  }

  /** @param beside the fields that stand beside it: an id is made from the name among them */
  field(field: FieldDescription, inside: string, beside: readonly FieldDescription[]): FieldShown {
    const { name, label, required, control } = field;
    const at = `${inside}${name}`;
    if (isMade(field, beside))
      return this.control(control, at, `Id of the ${label.toLowerCase()} (optional)`, madeHint, required);
    const called = control.as === 'money' ? `${label} (£)` : label;
    return this.control(
      control,
      at,
      required ? called : `${called} (optional)`,
      hintOf(field, beside),
      required,
    );
  }

  private control(
    control: Control,
    name: string,
    label: string,
    hint: string,
    required: boolean,
  ): FieldShown {
    const error = this.problems.find(({ field }) => field === name)?.problem;
    const value = this.typed[name] ?? '';
    const shown = {
      name,
      label,
      value,
      ...(hint !== '' && { hint }),
      ...(error !== undefined && { error }),
    };
    switch (control.as) {
      case 'passage':
        return { ...shown, as: 'passage' };
      case 'choice':
        return this.chosen(shown, control.words, required);
      case 'yes-no':
        return this.radios(shown, ['yes', 'no'], required);
      case 'id':
        return this.id(control, shown, required);
      case 'object':
        return { ...shown, as: 'group', fields: this.inside(control.fields, `${name}.`) };
      case 'list':
        return { ...shown, as: 'rows', rows: this.rows(control.item, control.least, name, label) };
      case 'pairs':
        return { ...shown, as: 'rows', rows: this.rows(pair, 1, name, label) };
      case 'ways':
        return this.ways(control, shown, required);
      case 'by-field':
      case 'words-or':
      case 'date':
      case 'day':
      case 'known':
      case 'year':
      case 'money':
      case 'number':
        return { ...shown, as: 'line', short: true };
      case 'line':
      case 'command':
        return { ...shown, as: 'line' };
    }
  }

  private inside(fields: readonly FieldDescription[], at: string): FieldShown[] {
    const asked = fields.filter((one) => this.isAsked(one, `${at}${one.name}`));
    return idsLast(asked).map((one) => this.field(one, at, fields));
  }

  private chosen(shown: Shown, words: readonly string[], required: boolean): FieldShown {
    if (words.length <= 6) return this.radios(shown, words, required);
    const options = words.map((word) => option(word, shown.value));
    return { ...shown, as: 'select', options: [option('', shown.value, 'Choose one'), ...options] };
  }

  private radios(shown: Shown, words: readonly string[], required: boolean): FieldShown {
    const options = words.map((word) => option(word, shown.value));
    return {
      ...shown,
      as: 'radios',
      options: required ? options : [...options, option('', shown.value, 'Not said')],
    };
  }

  private ways({ ways }: Extract<Control, { as: 'ways' }>, shown: Shown, required: boolean): FieldShown {
    const options = ways.map((way): OptionShown => {
      if ('word' in way) return option(way.word, shown.value);
      const inside = `${shown.name}.${way.name}`;
      const asked = this.control(way.control, inside, wayAsked[way.name] ?? 'Which', '', true);
      return { ...option(way.name, shown.value, wayNames[way.name] ?? sentence(way.name)), fields: [asked] };
    });
    const unsaid = required ? [] : [option('', shown.value, 'Not said')];
    return { ...shown, as: 'radios', options: [...options, ...unsaid] };
  }

  private id(control: Extract<Control, { as: 'id' }>, shown: Shown, required: boolean): FieldShown {
    const { of, newness, within } = control;
    const choices = newness === 'new' ? [] : this.things.choices(of, beside(this.typed, shown.name, within));
    if (newness !== 'old' || choices.length === 0 || choices.length > mostListed) {
      return { ...shown, as: 'line', ...(choices.length > 0 && { suggested: choices.slice(0, 2_000) }) };
    }
    const options = (there: boolean) =>
      choices.filter((one) => one.there === there).map(({ id, text }) => option(id, shown.value, text));
    const lost = shown.value !== '' && !choices.some(({ id }) => id === shown.value);
    const first = option('', shown.value, required ? 'Choose one' : 'None');
    const kept = lost ? [option(shown.value, shown.value, `${shown.value} (not on the record)`)] : [];
    const gone = options(false);
    return {
      ...shown,
      as: 'select',
      options: [first, ...kept, ...(gone.length === 0 ? options(true) : [])],
      ...(gone.length > 0 && {
        groups: [
          { label: 'There on that day', options: options(true) },
          { label: 'Not there on that day', options: gone },
        ],
      }),
    };
  }

  private rows(item: Control, least: number, name: string, label: string): FieldShown['rows'] {
    const numbers = rowsOf(this.typed, name);
    const last = numbers.at(-1) ?? -1;
    // Of things that are chosen there is mostly more than one; a row left empty is none.
    const shown = Math.max(item.as === 'id' && least > 0 ? 2 : 1, least);
    for (let next = last + 1; numbers.length < shown; next++) numbers.push(next);
    const called = item.as === 'id' ? sentence(inWords(item.of)) : label.replace(' (optional)', '');
    return numbers.map((number, index) => {
      const at = `${name}.${number}`;
      const fields =
        item.as === 'object'
          ? this.inside(item.fields, `${at}.`)
          : [this.control(item, at, `${called} ${index + 1}`, '', index < least)];
      return { number, fields };
    });
  }
}

type Shown = Pick<FieldShown, 'name' | 'label' | 'value' | 'hint' | 'error'>;

const line: LineControl = { as: 'line' };
const textField = (name: string, label: string): FieldDescription => ({
  name,
  label,
  required: true,
  shape: '',
  says: '',
  control: line,
});
const pair: Control = { as: 'object', fields: [textField('name', 'Filter'), textField('value', 'Value')] };

const wayNames: Readonly<Record<string, string>> = {
  list: 'As listed here',
  object: 'As said here',
  number: 'A number of them',
};
const wayAsked: Readonly<Record<string, string>> = {
  list: 'Each one',
  object: 'What is said',
  number: 'How many',
};

function option(value: string, chosen: string, text = sentence(inWords(value))): OptionShown {
  return { value, text, selected: value === chosen };
}

/** What a person is told of a field: what it means, unless its label says so, and how it is written. */
function hintOf(
  { label, says, control, required }: FieldDescription,
  beside: readonly FieldDescription[],
): string {
  const meaning = says.replace(/\.$/, '').toLowerCase() === `the ${label.toLowerCase()}` ? '' : says;
  const mayBeNew = required && control.as === 'id' && control.newness === 'either';
  const how =
    mayBeNew && beside.some(({ name }) => makesAnId.includes(name))
      ? 'Type the name or the id of one on the record; for a new one, leave this empty and give its name.'
      : (written[control.as] ?? '');
  return [meaning, how].filter(Boolean).join(' ');
}

const madeHint =
  'By this other entries and addresses name it: small letters, digits and hyphens. Left empty, it is made from the name.';

const written: Readonly<Partial<Record<Control['as'], string>>> = {
  date: 'Such as 31 March 2014, or March 2014 or 2014.',
  day: 'Such as 31 March 2014.',
  known: 'Such as 31 March 2014.',
  year: 'Such as 2015/16.',
  'words-or': 'Such as 2015/16, or not stated.',
  'by-field': 'An amount such as £1m, a number, or calendar or working: as the setting asks.',
  money: 'In pounds, such as £1,234.50.',
};
