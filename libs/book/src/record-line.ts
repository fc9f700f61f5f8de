import { describeDate, latestDate, londonDate, type CivilDate } from '#calendar';
import type { FieldProblem } from '#intake';
import { entryInWords, saidBy, the } from '#programme';
import { inNames, type Reader } from '#read-model';
import type { Recorder, RecordingOutcome } from '#recording';
import type { ImportLine } from './import-lines.js';
import { editedLine } from './import-survey.js';
import type { OnTheRecord } from './on-the-record.js';
import { recordSent, type OnBehalf, type SentOutcome } from './record-sent.js';

/** On whose behalf lines are recorded, where, and on which day. */
export interface Recording extends OnBehalf {
  readonly onRecord: OnTheRecord;
  /** The number of the line that a command id belongs to, if any does. */
  readonly lineOf: (commandId: string) => number | undefined;
  /** Where things have their names. */
  readonly reader: () => Reader;
}

/** What came of a line. */
export type LineOutcome =
  | { readonly came: 'recorded'; readonly result: Extract<RecordingOutcome, { outcome: 'recorded' }> }
  /** Its command was on the record. */
  | { readonly came: 'before' }
  /** It changes nothing. */
  | { readonly came: 'nothing' }
  | { readonly came: 'refused'; readonly because: string };

const refused = (because: string) => ({ came: 'refused', because }) as const;

/** A problem with the field that it is about, where it does not begin with its name. */
const named = ({ field, problem }: FieldProblem): string =>
  field === '' || problem.startsWith(`${field} `) ? problem : `${field}: ${problem}`;

/** Takes one line in and records it. Everything that is wrong with it is told in words, never thrown. */
export async function recordLine(
  recorder: Recorder,
  line: ImportLine,
  recording: Recording,
): Promise<LineOutcome> {
  const today = line.recordedAt ? londonDate(line.recordedAt) : recording.today;
  return cameOf(line, await recordSent(recorder, line, { ...recording, today }), recording);
}

function cameOf({ command }: ImportLine, outcome: SentOutcome, recording: Recording): LineOutcome {
  const { programme, lineOf, onRecord, reader } = recording;
  switch (outcome.outcome) {
    case 'recorded':
      return outcome.repeated ? { came: 'before' } : { came: 'recorded', result: outcome };
    case 'nothing':
      return { came: 'nothing' };
    case 'refused': {
      const { conflict, refusal, effectiveOn: day, inPlay } = outcome;
      const named = inNames(reader(), programme, reader().moments.at(day), inPlay);
      const because = named(saidBy(refusal));
      if (!conflict) return refused(because);
      const { id, type, effectiveOn, decision } = conflict;
      const commandId = onRecord.entry(id)?.commandId;
      const line = commandId === undefined ? undefined : lineOf(commandId);
      const where = line === undefined ? 'an entry on the record' : `line ${line}`;
      const by = decision === undefined ? '' : `, decision ${named([the.decision(decision)])}`;
      const on = describeDate(effectiveOn as CivilDate, 'day');
      return refused(`${because} (${where} stands in the way: “${entryInWords(type)}”, ${on}${by})`);
    }
    case 'stale':
      return refused('others kept recording in its stream: import again');
    case 'command-id-reused':
      return refused(editedLine);
    case 'unknown-programme':
      return refused(`nothing is recorded of ${outcome.programme} yet: start-programme comes first`);
    case 'unknown-command':
      return refused(`no command is called ${command}: see docs/commands-and-events.md`);
    case 'fields-wrong':
      return refused(outcome.problems.map(named).join('; '));
    case 'entry-not-found':
      return refused(
        inNames(reader(), programme, reader().moments.at(latestDate), outcome.inPlay)(outcome.because),
      );
    case 'not-storable':
      return refused(outcome.because);
  }
}
