import {
  aboutEntry,
  type Cell,
  day,
  entryInWords,
  namesAt,
  pageAddress,
  thingAddress,
  type Where,
} from '#pages';
import type { ItemResult } from '#book';
import { latestDate } from '#calendar';
import { commandsInWords, saidBy } from '#programme';
import { inNames, type Reader } from '#read-model';

/** Why something is not to be recorded, as a page says it. */
export interface RefusalShown {
  readonly heading: string;
  readonly because: string;
  /** What stands in the way, where that is an entry: its facts as lines. */
  readonly entry?: readonly { readonly name: string; readonly says: readonly Cell[] }[];
  readonly next: string;
  /** Where the entry in the way can be corrected. */
  readonly correct?: string;
  /** The code of the rule, where it is a rule that an exception might set aside. */
  readonly rule?: string;
}

type Outcome = ItemResult['outcome'];

/** What stands in the way of an outcome; undefined where it is recorded, or changes nothing. */
export function refusalInWords(outcome: Outcome, where: Where, reader: Reader): RefusalShown | undefined {
  switch (outcome.outcome) {
    case 'recorded':
    case 'nothing':
      return undefined;
    case 'refused': {
      const { refusal, conflict, effectiveOn, inPlay } = outcome;
      const moment = reader.moments.at(effectiveOn);
      const named = inNames(reader, where.programme, moment, inPlay);
      const because = commandsInWords(named(saidBy(refusal)));
      if (!conflict) {
        return {
          heading: 'It cannot be recorded as it stands',
          because,
          next: 'Change what is wrong, or the day it happened.',
          rule: refusal.refused,
        };
      }
      const entry = reader.log.entry(conflict.id);
      return {
        heading: 'It contradicts an entry that is on the record',
        because,
        entry: [
          {
            name: 'Entry',
            says: [
              {
                text: entryInWords(conflict.type),
                href: pageAddress(where, 'history', { entries: conflict.id }),
              },
            ],
          },
          { name: 'Holds from', says: [day(conflict.effectiveOn)] },
          ...(entry
            ? [{ name: 'About', says: [aboutEntry(entry, where, namesAt(reader, where, moment))] }]
            : []),
          ...(conflict.decision === undefined
            ? []
            : [
                {
                  name: 'Decision',
                  says: [
                    {
                      text: named([{ kind: 'decision', id: conflict.decision }]),
                      href: thingAddress(where, 'decision', conflict.decision),
                    },
                  ],
                },
              ]),
        ],
        next: 'If what you are about to record is wrong, change it. If that entry is wrong, correct it first; this draft waits for you.',
        correct: pageAddress({ programme: where.programme }, `record/correct/${conflict.id}`),
      };
    }
    case 'stale':
      return other('Others keep recording about the same', 'Wait a moment, then check it again.');
    case 'command-id-reused':
      return other('This was recorded already, in other words', 'Drop this draft, and look at the history.');
    case 'unknown-programme':
      return other('There is no such programme', 'It has to be started first.');
    case 'unknown-command':
      return other(`Nothing is called ${outcome.command}`, 'Name what happened as the page Record does.');
    case 'fields-wrong':
      return {
        heading: 'Something is not filled in as it should be',
        because: outcome.problems.map(({ problem }) => problem).join('; '),
        next: 'Change it.',
      };
    case 'entry-not-found': {
      const named = inNames(reader, where.programme, reader.moments.at(latestDate), outcome.inPlay);
      return { heading: 'It cannot be recorded', because: named(outcome.because), next: 'Change it.' };
    }
    case 'not-storable':
      return { heading: 'It cannot be recorded', because: outcome.because, next: 'Change it.' };
    case 'not-reached':
      return other('It was not reached', 'Put right what comes before it.');
  }
}

const other = (heading: string, next: string): RefusalShown => ({ heading, because: '', next });
