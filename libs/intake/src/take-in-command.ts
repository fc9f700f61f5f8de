import { type FieldProblem, isObject } from '#fields';
import type { CivilDate } from '#calendar';
import type { Command, Recorded } from '#programme';
import type { KnownCommand } from './commands.js';
import { problemsOf, readForm } from './form.js';
import { settleDates } from './recorded-dates.js';

/** Where and when something was sent. */
export interface Context {
  /** The id of the programme. */
  readonly programme: string;
  readonly today: CivilDate;
}

export interface Problems {
  readonly problems: readonly FieldProblem[];
}

const dateFields = ['effectiveOn', 'takenOn', 'precision'];

/** The command that a body sent for it makes, or everything that is wrong with the body. */
export function takeInCommand(
  name: string,
  known: KnownCommand,
  body: unknown,
  { programme, today }: Context,
): { readonly command: Command } | Problems {
  const taken = fieldsFrom(known, body, today);
  return isWrong(taken) ? taken : { command: { type: name, programme, ...taken.fields } };
}

/** What a body says as the domain takes it, with its dates settled, or everything that is wrong with the body. */
export function fieldsFrom(
  { form, definition }: KnownCommand,
  body: unknown,
  today: CivilDate,
): { readonly fields: Recorded & Record<string, unknown> } | Problems {
  if (!isObject(body)) return { problems: [{ field: '', problem: 'the body must be a JSON object' }] };
  const problems = problemsOf(form, body);
  const isRight = (name: string) => !problems.some(({ field }) => field === name);
  const settled = dateFields.every(isRight)
    ? settleDates(body, { ends: definition.ends === true, today })
    : { problems: [] };
  if ('problems' in settled) problems.push(...settled.problems);
  if (body['exception'] !== undefined && isRight('provenance') && !isPast(body['provenance'])) {
    problems.push(exceptionOfToday);
  }
  if ('problems' in settled || problems.length > 0) return { problems };
  const { effectiveOn: _on, takenOn: _taken, precision: _known, ...others } = readForm(form, body);
  return { fields: { ...settled, provenance: 'observed', ...others } };
}

export function isWrong(result: object): result is Problems {
  return 'problems' in result;
}

const exceptionOfToday: FieldProblem = {
  field: 'exception',
  problem:
    'exception is only for an entry whose provenance is minuted or reconstructed: the past was not tidy, but today has no excuse',
};

function isPast(provenance: unknown): boolean {
  return provenance === 'minuted' || provenance === 'reconstructed';
}
