import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, type Instant } from '#calendar';
import { historySeed as seed, SmallBook, metOften } from '#testing';
import { supersession } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

const ids = ['archives', 'library', 'museum', 'theatre'];
const days = ['2014-02-01', '2014-03-01', '2014-04-01', '2014-05-01'];
const aDay = fc.constantFrom(...days);

/** One decision takes the place of another on a day, late or ahead; where `strikes` is there, such an entry is struck first. */
interface Turn {
  readonly day: string;
  readonly decision: string;
  readonly supersededBy: string;
  readonly strikes: number | undefined;
}

const aTurn: fc.Arbitrary<Turn> = fc.record({
  day: aDay,
  decision: fc.constantFrom(...ids),
  supersededBy: fc.constantFrom(...ids),
  strikes: fc.option(fc.nat(), { nil: undefined, freq: 4 }),
});

/** A book of four decisions in which what took the place of what was recorded, and struck, by chance. */
async function bookOf(turns: readonly Turn[]) {
  const book = new SmallBook();
  books.push(book);
  const known: Instant[] = [];
  const standing: { id: string; decision: string }[] = [];
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  for (const decision of ids) {
    await book.say('2014-01-01', { type: 'record-decision', decision, title: decision, maker: 'Cabinet' });
  }
  for (const { day, decision, supersededBy, strikes } of turns) {
    const [struck] = strikes === undefined ? [] : standing.splice(strikes % (standing.length || 1), 1);
    if (struck) await book.strike(`decision/${struck.decision}`, struck.id, day, 'It was another one');
    const said = { type: 'supersede-decision', decision, supersededBy, reason: 'One for both' };
    const outcome = await book.ask(day, said);
    if (outcome.outcome !== 'recorded') continue;
    const [entry] = outcome.events;
    if (!entry) continue;
    standing.push({ id: entry.id, decision });
    known.push(entry.recordedAt as Instant);
  }
  return { book, known };
}

describe('Superseding', () => {
  it(`is said by both decisions alike, at every pair of dates (seed ${seed})`, async () => {
    let pairs = 0;
    for (const turns of fc.sample(fc.array(aTurn, { minLength: 12, maxLength: 12 }), { seed, numRuns: 15 })) {
      const { book, known } = await bookOf(turns);
      const { reader } = await book.as('2014-01-01');
      for (const day of ['2014-01-01', ...days]) {
        for (const knownAt of [...known, undefined]) {
          const moment = reader.moments.at(civilDate(day), knownAt);
          const decisions = reader.parts.list('county', 'decision', moment).map(({ id }) => id);
          const said = new Map(decisions.map((id) => [id, supersession(reader, 'county', id, moment)]));
          const byOld = decisions.flatMap((id) => {
            const by = said.get(id)?.supersededBy;
            return by ? [`${id} by ${by.decision} ${by.on}`] : [];
          });
          const byNew = decisions.flatMap((id) =>
            (said.get(id)?.supersedes ?? []).map(({ decision, on }) => `${decision} by ${id} ${on}`),
          );
          expect(byNew.sort()).toEqual(byOld.sort());
          pairs += byOld.length;
        }
      }
    }
    metOften({ pairs }, 100);
  });
});
