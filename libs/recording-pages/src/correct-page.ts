import { type Content, dataInWords, day, entryInWords, entryTable, type Where } from '#pages';
import type { StoredEvent } from '#event-store';
import { envelopeOf } from '#programme';
import { refill } from './refill.js';
import { fieldsOf } from './entry-reading.js';
import { withoutMadeIds } from './made-ids.js';
import { saidInWords, type SaidField } from './said-in-words.js';
import type { Things } from './things.js';
import type { Typed, TypedProblem } from './typed.js';

interface CorrectionShown {
  readonly entry: StoredEvent;
  readonly beside: readonly StoredEvent[];
  readonly standing: readonly StoredEvent[];
  readonly typed: Typed;
  readonly problems: readonly TypedProblem[];
  readonly where: Where;
  readonly things: Things;
  readonly action: string;
  readonly back: string;
  readonly confirm: boolean;
}

/** What an entry says, as its form would; as it is stored where no command says it. */
export function entrySaid(entry: StoredEvent, things: Things, where: Where): SaidField[] {
  const refilled = refill(entry);
  if (refilled) return saidInWords(withoutMadeIds(fieldsOf(refilled.command)), refilled.body, things);
  return [{ name: 'data', label: 'It says', lines: [dataInWords(entry.data, things.names(where))] }];
}

/** "Correct an entry": what it says, whether something takes its place, why, and on whose authority. */
export function correctPage(facts: CorrectionShown): Content {
  const { entry, beside, standing, typed, problems, where, things, action, back, confirm } = facts;
  const heading = 'Correct an entry';
  const names = things.names(where);
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.problem;
  const also = new Set(
    Object.entries(typed).flatMap(([name, value]) => (name.startsWith('strike.also.') ? [value] : [])),
  );
  return {
    title: problems.length > 0 ? `Error: ${heading}` : heading,
    template: 'record-correct',
    streams: [],
    undated: true,
    data: {
      heading,
      caption: entryInWords(entry.type),
      problems: problems.map(({ field, problem }) => ({ text: problem, href: `#${field}` })),
      rows: entrySaid(entry, things, where),
      how: typed['strike.how'] ?? '',
      reason: typed['strike.reason'] ?? '',
      authority: typed['strike.authority'] ?? '',
      errors: {
        how: problemOf('strike.how'),
        reason: problemOf('strike.reason'),
        authority: problemOf('strike.authority'),
      },
      canReplace: refill(entry) !== undefined,
      also: beside.map((one) => ({
        id: one.id,
        checked: also.has(one.id),
        text: `${entryInWords(one.type)}, holds from ${day(envelopeOf(one).effectiveOn)}: ${dataInWords(one.data as Record<string, unknown>, names)}`,
      })),
      standing:
        standing.length > 0
          ? entryTable('What stood on it elsewhere, and stays on the record', standing, where, names)
          : undefined,
      action,
      back,
      confirm,
    },
  };
}

/** A field of an entry beside what takes its place: which of the two lacks it, or says otherwise. */
export interface ComparedField {
  readonly label: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly differs: boolean;
}

/** Two readings of one command beside one another, every field that either has. */
export function compared(was: readonly SaidField[], is: readonly SaidField[]): ComparedField[] {
  const names = [...new Set([...was, ...is].map(({ name }) => name))];
  return names.map((name) => {
    const [before, after] = [was, is].map((said) => said.find((one) => one.name === name));
    const [one, other] = [before?.lines ?? [], after?.lines ?? []];
    return {
      label: (before ?? after)?.label ?? name,
      was: one,
      is: other,
      differs: one.join('\n') !== other.join('\n'),
    };
  });
}
