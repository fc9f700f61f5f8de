import { isRefused, type ItemResult } from '#book';
import { badRequest, Problem } from '#problem';
import { latestDate } from '#calendar';
import { inNames, type Reader } from '#read-model';
import { problemOfOutcome, unknownCommand } from './outcome-problem.js';

/**
 * What came of one command of a batch, as a command by itself would be answered: what was recorded, or the problem. In
 * a play nothing has a position or an instant yet; what changes nothing never has.
 */
export function batchResult(
  { index, id, outcome }: ItemResult,
  played: boolean,
  programme: string,
  reader: Reader,
): Record<string, unknown> {
  if (outcome.outcome === 'nothing') {
    return { index, id, status: 200, stream: outcome.stream, revision: null, position: null, events: [] };
  }
  if (outcome.outcome !== 'recorded') {
    const problem = problemOf(outcome, programme, reader);
    return { index, id, status: problem.getStatus(), problem: problem.getResponse() };
  }
  const { stream, revision, position, events } = outcome;
  if (!played) return { index, id, status: 201, stream, revision, position, events };
  const inPlay = events.map(({ position: _position, recordedAt: _recordedAt, envelope, ...event }) => {
    const { basedOn: _basedOn, ...said } = envelope;
    return { ...event, envelope: said };
  });
  return { index, id, status: 201, stream, revision, position: null, events: inPlay };
}

/** How many of the results are of each sort. */
export function counted(results: readonly ItemResult[]) {
  const recorded = results.filter(({ outcome }) => outcome.outcome === 'recorded').length;
  const refused = results.filter(isRefused).length;
  return { recorded, nothing: results.length - recorded - refused, refused };
}

function problemOf(
  outcome: Exclude<ItemResult['outcome'], { outcome: 'recorded' | 'nothing' }>,
  programme: string,
  reader: Reader,
): Problem {
  switch (outcome.outcome) {
    case 'refused':
    case 'stale':
    case 'command-id-reused':
    case 'unknown-programme':
      return problemOfOutcome(outcome, reader);
    case 'unknown-command':
      return unknownCommand(outcome.command);
    case 'fields-wrong':
      return badRequest('fields-wrong', outcome.problems);
    case 'entry-not-found':
      return new Problem(
        422,
        'entry-not-found',
        'There is no such entry',
        inNames(reader, programme, reader.moments.at(latestDate), outcome.inPlay)(outcome.because),
      );
    case 'not-storable':
      return new Problem(400, 'not-storable', 'It cannot be stored', outcome.because);
    case 'not-reached':
      return new Problem(
        424,
        'not-reached',
        'The batch stopped before it',
        'See what stopped the batch; sent again under its key, it goes on from there',
      );
  }
}
