import { readBack, envelopeOf, ruleInWords, type RuleException } from '#programme';
import type { StoredEvent } from '#event-store';
import { factsChangedFor, isAsJudged } from '../facts-read.js';
import {
  day,
  entry,
  id,
  illustrative,
  instant,
  isIllustrative,
  listOf,
  orNull,
  precision,
  provenance,
  text,
} from '../columns.js';
import { lines } from '../list.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';

const ruleColumns = { rule: orNull(text), setsAside: orNull(text), reason: orNull(text) };
const entryColumns = {
  ...{ decision: orNull(id), provenance, source: orNull(text), illustrative, recordedAt: instant },
};

/** An entry as a line of a register. */
function entryLine(entry: StoredEvent) {
  const { id, type, stream, recordedAt } = entry;
  const { effectiveOn, decision, provenance, source } = envelopeOf(entry);
  return {
    id,
    type,
    stream,
    effectiveOn,
    decision: decision ?? null,
    provenance,
    source: source ?? null,
    illustrative: isIllustrative(provenance),
    recordedAt,
  };
}

/** Entries that were minuted or reconstructed and set a rule aside. */
export const exceptions = lines({
  name: 'exceptions',
  says: 'Entries that carry an exception, with the rule that it sets aside and the reason.',
  streams: [],
  columns: {
    ...{ id: entry, type: text, stream: text, ...ruleColumns, effectiveOn: day, ...entryColumns },
  },
  rows: (reader, programme, moment) =>
    reader.log.withException(programme, moment).map((entry) => {
      const { exception } = envelopeOf(entry);
      const { id, type, stream, ...rest } = entryLine(entry);
      return { id, type, stream, ...ruleSetAside(exception), ...rest };
    }),
});

/** Options that were chosen and have no appraisal: an exception let them be. */
export const optionsNeverAppraised = lines({
  name: 'options-never-appraised',
  says: 'Options that are chosen and were never appraised, with the exception that the choice carries.',
  streams: ['review'],
  columns: {
    ...{ review: id, name: text, option: id, title: orNull(text), chosenOn: day, chosenPrecision: precision },
    ...{ decision: orNull(id), ...ruleColumns, provenance, illustrative },
  },
  rows: (reader, programme, moment) =>
    reader.parts.list(programme, 'review', moment).flatMap((review) => {
      const { chosen, options } = review;
      const option = options.find(({ id }) => id === chosen?.option);
      if (!chosen || option?.appraisal) return [];
      const exception = exceptionOfChoice(reader, programme, review.id, chosen.option, moment);
      return {
        review: review.id,
        name: review.name,
        option: chosen.option,
        title: option?.title ?? null,
        chosenOn: chosen.chosen.on,
        chosenPrecision: chosen.chosen.precision,
        decision: chosen.chosen.decision ?? null,
        ...ruleSetAside(exception),
        provenance: chosen.chosen.provenance,
        illustrative: isIllustrative(chosen.chosen.provenance),
      };
    }),
});

/** The rule that an exception sets aside, by its code and in words, and why. */
const ruleSetAside = (exception: RuleException | undefined) => ({
  rule: exception?.rule ?? null,
  setsAside: exception ? ruleInWords(exception.rule) : null,
  reason: exception?.reason ?? null,
});

function exceptionOfChoice(reader: Reader, programme: string, id: string, option: string, moment: Moment) {
  return reader.log
    .history(programme, { id, kind: 'review' }, moment, { upTo: moment.asAt, most: 1_000_000 })
    .filter(({ entry, struckBy }) => !struckBy && entry.type === 'OptionChosen')
    .filter(({ entry }) => entry.data['option'] === option)
    .map(({ entry }) => readBack(entry))
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
    .at(-1)?.exception;
}

/** Entries that were judged by facts of other streams that are others now. */
export const factsChanged = lines({
  name: 'facts-changed',
  says: 'Entries judged by facts of other streams that are known otherwise now, each fact then and now.',
  streams: [],
  columns: {
    ...{ id: entry, type: text, stream: text, effectiveOn: day, ...entryColumns, basedOn: orNull(text) },
    ...{ fact: text, factAsAt: day, fields: listOf(text), before: orNull(text), after: orNull(text) },
    judgedNow: orNull(text),
  },
  rows: (reader, programme, moment) => {
    const lastIn = lastOfStreams(reader, moment);
    return reader.log.withFactsRead(programme, moment).flatMap((at) => {
      if (isAsJudged(reader, programme, at, moment, lastIn)) return [];
      const { changed, judgedNow } = factsChangedFor(reader, programme, at, moment);
      const { basedOn } = envelopeOf(at.entry);
      return changed.map(({ key, on, then, now, fields }) => ({
        ...entryLine(at.entry),
        basedOn: basedOn ?? null,
        fact: key,
        factAsAt: on,
        fields,
        before: then === undefined ? null : JSON.stringify(then),
        after: now === undefined ? null : JSON.stringify(now),
        judgedNow,
      }));
    });
  },
});

/** The position of the last entry of each stream that is known at a moment, asked for once. */
function lastOfStreams(reader: Reader, moment: Moment): (stream: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (stream) => {
    if (!known.has(stream)) known.set(stream, reader.log.positionOfLastIn(stream, moment));
    return known.get(stream);
  };
}
