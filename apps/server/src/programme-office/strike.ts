import type { Book } from '#book';
import type { Strike } from '#intake';
import { latestDate } from '#calendar';
import { recordedOf, whoseRecord } from '#programme';
import { inNames } from '#read-model';
import type { StrikeAsked } from '#recording';
import { badRequest, Problem } from '#problem';

/**
 * The strike with its entries and its stream found on the record: an entry may be named by its id, or by the id of
 * the command that recorded it.
 */
export function strikeOf(book: Book, strike: Strike): StrikeAsked {
  const { programme } = strike;
  const named = (strike.entries ?? []).map((id) => ({ id, found: book.reader.log.entry(id) }));
  const byCommand = (strike.commands ?? []).flatMap((id) => {
    const found = book.reader.log.entriesOfCommand(programme, id);
    if (found.length === 0) throw missing(`No command ${id} recorded anything in ${programme}`);
    return found.map((entry) => ({ id: entry.id, found: entry }));
  });
  const all = [...named, ...byCommand];
  const lost = all.find(({ found }) => !found?.stream.startsWith(`${programme}/`));
  if (lost) throw missing(`No entry ${lost.id} is on the record of ${programme}`);
  const streams = new Set(all.flatMap(({ found }) => found?.stream ?? []));
  if (strike.stream !== undefined) streams.add(strike.stream);
  const [stream] = streams;
  if (streams.size !== 1 || stream === undefined) {
    const named = inNames(book.reader, programme, book.reader.moments.at(latestDate));
    throw badRequest('fields-wrong', [
      {
        field: 'entries',
        problem: `entries must be of one record; these are of ${[...streams]
          .sort()
          .map((one) => named(whoseRecord(one)))
          .join(' and ')}`,
      },
    ]);
  }
  return {
    programme,
    stream,
    entries: all.map(({ id }) => id),
    reason: strike.reason,
    authority: strike.authority,
    recorded: recordedOf(strike),
    replacement: strike.replacement.map(({ command, replaces }) => ({
      command,
      ...(replaces !== undefined && { replaces }),
    })),
  };
}

function missing(what: string): Problem {
  return new Problem(
    422,
    'entry-not-found',
    'There is no such entry',
    `${what}: look it up in the history of the thing it is about`,
  );
}
