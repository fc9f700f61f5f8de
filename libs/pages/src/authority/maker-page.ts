import type { CivilDate } from '#calendar';
import type { AnyPart } from '#programme';
import type { TermRow } from '#read-model';
import type { RegisterRow } from '#views';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import type { FactLine } from '../facts.js';
import { calledOf, type Names } from '../names.js';
import { linesInWords } from '../part-in-words.js';
import { cutTo, mostRows, table, type Cell } from '../table.js';
import { dated, day, inWords, sentence } from '../words.js';
import { termsChart } from './authority-page.js';

/** A body, an office, a power or a person, and what is on record of their terms and decisions. */
export interface MakerFacts {
  readonly where: Where;
  readonly asAt: CivilDate;
  readonly id: string;
  /** Absent for a person: nothing is kept of one but an opaque id. */
  readonly part: AnyPart | undefined;
  readonly terms: readonly TermRow[];
  /** Decisions that a body or an office took by the day. */
  readonly decisions: readonly RegisterRow[];
  readonly names: Names;
}

const kinds: Readonly<Record<string, string>> = { body: 'Body', office: 'Office', power: 'Power' };

/** One body, office, power or person: what is on record, its terms, and what it decided. */
export function makerPage(facts: MakerFacts) {
  const { where, id, part, asAt, decisions, names } = facts;
  // Nothing more is kept of a person than an opaque id: it is known by the offices that were held.
  const held = [...new Set(facts.terms.map(({ ofName }) => ofName))];
  const heading = part ? calledOf(part) : [`Person ${id}`, ...held].join(', ');
  const lines = linesInWords(part, names, [
    'id',
    'name',
    'title',
    'description',
    'members',
    'holders',
    'held',
  ]);
  return {
    heading,
    kind: part ? kinds[part.kind] : 'A person is kept by an opaque id: no name is in the record.',
    facts: lines.map(({ name, says }): FactLine => ({ name, says: [says] })),
    terms: termsChart(
      facts,
      part?.kind === 'power' || part?.kind === 'body' ? { of: id } : part ? {} : { who: id },
    ),
    decisions:
      part?.kind === 'power' || !part
        ? undefined
        : table(
            `Decisions it took by ${day(asAt)}${cutTo(decisions.length)}`,
            ['Decision', 'Taken', 'Standing'],
            decisions.slice(0, mostRows).map((row): Cell[] => [
              {
                text: row.title,
                href: pageAddress(where, `decisions/${row.id}`),
                ...(row.illustrative && { tag: 'illustrative' }),
              },
              dated(row.takenOn, row.precision),
              sentence(inWords(row.status)),
            ]),
            {
              empty: 'None is on the record.',
              csv: dataAddress(where, 'decisions', { maker: id, format: 'csv' }),
            },
          ),
    history: part && pageAddress(where, `history/${id}`, { kind: part.kind }),
    compare: part && pageAddress(where, 'compare', { thing: `${part.kind}/${id}` }),
    all: pageAddress(where, 'authority'),
  };
}
