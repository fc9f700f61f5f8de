import { describeDate } from '#calendar';
import type { Refusal, Saying, ThingSaid } from '#timeline';
import type { Fact } from './recorded.js';

/** A rule's stable code, and words that say what to do next. */
export function refuse(refused: string, because: string | Saying): Refusal {
  if (typeof because === 'string') return { refused, because };
  const names = because.some((word) => typeof word !== 'string');
  return { refused, because: saidById(because), ...(names && { says: because }) };
}

/** Words as they name things by their ids. */
function saidById(words: Saying): string {
  return words.map((word) => (typeof word === 'string' ? word : word.id)).join('');
}

/** Words that name things, so that whoever shows them can say the names of the day: says`Unit ${the.unit(id)} is open`. */
export function says(
  words: TemplateStringsArray,
  ...named: readonly (string | number | ThingSaid | Saying)[]
): Saying {
  return words
    .flatMap((text, at): Saying => {
      const one = named[at];
      if (one === undefined) return [text];
      if (typeof one === 'string' || typeof one === 'number') return [text, String(one)];
      return [text, ...('kind' in one ? [one] : one)];
    })
    .reduce<Saying>(joined, []);
}

/** Words with one more word at the end; text goes on in the text before it. */
function joined(words: Saying, word: string | ThingSaid): Saying {
  const last = words.at(-1);
  if (word === '') return words;
  if (typeof word !== 'string' || typeof last !== 'string') return [...words, word];
  return [...words.slice(0, -1), `${last}${word}`];
}

/** Several things in one sentence: "a and b". */
export function listed(things: readonly ThingSaid[], between = ' and '): Saying {
  return things.flatMap((thing, at) => (at === 0 ? [thing] : [between, thing]));
}

/** What a refusal says, to be said within other words. */
export const saidBy = ({ because, says: words = [because] }: Refusal): Saying => words;

const ofKind = (kind: string) => (id: string) => ({ kind, id });

/** The things that words name. A maker is a body or an office, by its id or by its name. */
export const the = {
  body: ofKind('body'),
  decision: ofKind('decision'),
  entry: ofKind('entry'),
  maker: ofKind('maker'),
  office: ofKind('office'),
  phase: ofKind('phase'),
  portfolio: ofKind('portfolio'),
  power: ofKind('power'),
  programme: ofKind('programme'),
  project: ofKind('project'),
  report: ofKind('report'),
  review: ofKind('review'),
  saving: ofKind('saving'),
  scale: ofKind('scale'),
  service: ofKind('service'),
  theme: ofKind('theme'),
  tranche: ofKind('tranche'),
  unit: ofKind('unit'),
  option: (id: string, review: string) => ({ kind: 'option', id, of: review }),
  milestone: (id: string, project: string) => ({ kind: 'milestone', id, of: project }),
} as const;

/** The day of a fact in words, such as "1 April 2014" or "March 2014". */
export function onDay(fact: Pick<Fact, 'on' | 'precision'>): string {
  return describeDate(fact.on, fact.precision);
}
