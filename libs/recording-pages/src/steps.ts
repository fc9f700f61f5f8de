import { describeCommand, isOfEveryCommand, type FieldDescription } from '#intake';
import { streamOfCommand } from '#programme';
import { badRequest } from '#problem';
import type { Typed } from './typed.js';

/** The pages on which something is filled in. */
export type Step = 'correct' | 'what' | 'when' | 'meeting';

/** What the page asks that is about no command in particular: when it happened, and how that is known. */
export const whenNames = [
  'when',
  'when-day',
  'when-part',
  'when-said',
  'decided',
  'holds',
  'takenOn',
  'effectiveOn',
  'precision',
  'decision',
  'provenance',
  'source',
  'exception',
] as const;

/** The fields of a command that say what happened. */
export function whatFields(command: string): FieldDescription[] {
  const dates = ['effectiveOn', 'takenOn', 'precision'];
  return (describeCommand(command)?.fields ?? []).filter(
    (field) => !isOfEveryCommand(field) && !dates.includes(field.name),
  );
}

/** The fields of a command that the page of dates asks beside the dates. */
export function circumstanceFields(command: string): FieldDescription[] {
  const what = new Set(whatFields(command).map(({ name }) => name));
  const asked = ['decision', 'provenance', 'source', 'exception'];
  return (describeCommand(command)?.fields ?? []).filter(
    ({ name }) => asked.includes(name) && !what.has(name),
  );
}

/** Whether a name is none of the fields of a command itself: it is read where the dates are, or is the form's own. */
export function isAskedBeside(command: string, name: string): boolean {
  const [root = ''] = name.split('.');
  const isField = [...whatFields(command), ...circumstanceFields(command)].some((one) => one.name === root);
  return !isField && (name.startsWith('_') || root === 'strike' || isOfForm(root));
}

/** What pages send beside what is filled in: which button was pressed, where they were come from. */
const ofForms = ['add', 'confirm', 'from', 'like', 'rule', 'seen', 'sent'];

const isOfForm = (root: string): boolean =>
  ofForms.includes(root) || (whenNames as readonly string[]).includes(root);

/** Which of what was typed belongs to a page, by the first part of the name of its field. */
export function belongsTo(step: Step, command: string, name: string): boolean {
  const [root = ''] = name.split('.');
  switch (step) {
    case 'correct':
      return root === 'strike';
    case 'meeting':
      return root !== 'strike';
    case 'what':
      return whatFields(command).some((field) => field.name === root);
    case 'when':
      return (
        !whatFields(command).some((field) => field.name === root) &&
        (whenNames as readonly string[]).includes(root)
      );
  }
}

/** What was typed on all pages, with one page as it was filled in last. */
export function withStep(typed: Typed, step: Step, command: string, sent: Typed): Typed {
  const others = Object.entries(typed).filter(([name]) => !belongsTo(step, command, name));
  // What belongs to no page is kept too, so that whoever reads the page says that it has no place.
  const own = Object.entries(sent).filter(
    ([name]) => belongsTo(step, command, name) || !isKnown(command, name),
  );
  return Object.fromEntries([...others, ...own]);
}

function isKnown(command: string, name: string): boolean {
  const [root = ''] = name.split('.');
  return whatFields(command).some((field) => field.name === root) || isAskedBeside(command, name);
}

/**
 * What somebody posted with a form, as `sentOf` reads it.
 *
 * @throws Problem 400 something in it would be left out: a field that was sent twice, with a name that no field has, or
 *   one of too many
 */
export function postedOf(body: unknown, step?: Step): Typed {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  const wrong = fields.flatMap(([name, value]): [string, string][] => {
    if (name.startsWith('_')) return [];
    if (Array.isArray(value) && new Set(value).size > 1)
      return [[name, 'is there more than once: send it once']];
    const [root = ''] = name.split('.');
    const isOnPage = step !== 'correct' || root === 'strike' || isOfForm(root);
    if (!isOnPage || !writtenAsField.test(name) || (typeof value !== 'string' && !Array.isArray(value)))
      return [[name, 'is no field of this form: leave it out']];
    return [];
  });
  if (fields.length > mostFields)
    wrong.push(['', `A form has at most ${mostFields} fields: send less at once`]);
  if (wrong.length > 0)
    throw badRequest(
      'fields-wrong',
      wrong.slice(0, 100).map(([name, says]) => {
        const field = name.slice(0, 200);
        return { field, problem: field === '' ? says : `${field} ${says}` };
      }),
    );
  return sentOf(body);
}

const mostFields = 5_000;
const writtenAsField = /^[a-z][\w.-]{0,199}$/i;

/** What a form sent, each field once, without what is the form's own (`_csrf`, which button). */
export function sentOf(body: unknown): Typed {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).slice(0, mostFields);
  return Object.fromEntries(
    fields.flatMap(([name, value]): [string, string][] => {
      const text: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof text === 'string' && writtenAsField.test(name) ? [[name, text]] : [];
    }),
  );
}

/** What was typed, with one empty row more where the button for that was pressed. */
export function withRow(typed: Typed, list: string | undefined): Typed {
  // A row is added to a list of the form: whatever else was sent names none.
  if (list === undefined || !/^[a-z][\w.-]{0,99}$/i.test(list)) return typed;
  const inside = `${list}.`;
  const numbers = Object.keys(typed)
    .filter((name) => name.startsWith(inside))
    .map((name) => Number(name.slice(inside.length).split('.')[0]));
  return { ...typed, [`${list}.${Math.max(-1, ...numbers) + 1}`]: '' };
}

/** What a command is about, where its body says so: the kind of thing and its id. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

const namesNoThing = [
  'entry',
  'person',
  'point',
  'rule',
  'series',
  'thing',
  'view',
  'option',
  'milestone',
  'maker',
];

/** The thing that a command is about; the programme itself where it is about none in it. */
export function subjectOf(
  command: string,
  body: Readonly<Record<string, unknown>>,
  programme: string,
): Subject | undefined {
  const { id } = describeCommand(command) ?? {};
  const kind = streamOfCommand(command)?.kind;
  if (id !== undefined && kind !== undefined) return ofKind(kind, body[id]);
  for (const { name, control } of whatFields(command)) {
    if (control.as === 'id' && !namesNoThing.includes(control.of)) return ofKind(control.of, body[name]);
  }
  return { kind: 'programme', id: programme };
}

function ofKind(kind: string, id: unknown): Subject | undefined {
  return typeof id === 'string' ? { kind, id } : undefined;
}
