import { latestDate, type CivilDate } from '#calendar';
import { calledBy, covers, standingOn, type PartOfKind, type Term } from '#programme';
import { authorityOf } from './authority.js';
import {
  day,
  id,
  illustrative,
  isIllustrative,
  oneOf,
  orNull,
  precision,
  provenance,
  text,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

export const termColumns = {
  what: oneOf('office', 'membership', 'power'),
  /** The office, the body or the power, and what it is called on the day asked for. */
  ...{ of: id, ofName: text },
  /** A person by their opaque id; of a power, the body or office that held it. */
  ...{ who: text, whoName: text },
  /** Of a power: by the constitution, or by delegation, from whom and on which conditions. */
  ...{ how: orNull(oneOf('constitution', 'delegation')), delegatedBy: orNull(text) },
  conditions: orNull(text),
  ...{ from: day, precision, until: orNull(day), untilPrecision: orNull(precision) },
  /** Against the day asked for: 'now' on its first day and on its last. */
  when: oneOf('past', 'now', 'to-come'),
  ...{ decision: orNull(id), provenance, illustrative },
};
/** Days on which somebody held an office, was a member of a body, or on which a body or an office held a power. */
export type TermRow = RowOf<typeof termColumns>;

/** Every term on record at a moment: over, running, and those that are recorded already and begin later. */
export function terms(reader: Reader, programme: string, moment: Moment): TermRow[] {
  const authority = authorityOf(reader, programme, moment);
  const nameOf = (id: string): string => {
    const maker = standingOn(authority, id, moment.asAt) ?? standingOn(authority, id, latestDate);
    return maker ? calledBy(maker) : id;
  };
  const each = <K extends 'body' | 'office' | 'power'>(kind: K, rows: (part: PartOfKind[K]) => Said[]) => {
    const now = reader.parts.list(programme, kind, moment);
    const later = reader.parts.list(programme, kind, { ...moment, asAt: latestDate });
    const all = [
      ...now.flatMap((part) => rows(part).map((said) => rowOf(said, moment.asAt, nameOf))),
      ...later.flatMap((part) =>
        rows(part)
          .filter(({ term }) => term.from > moment.asAt)
          .map((said) => rowOf(said, moment.asAt, nameOf)),
      ),
    ];
    // Those of one office or power stand together, in the order of their days.
    return all.sort((a, b) => compare(a.of, b.of) || compare(a.from, b.from));
  };
  return [
    ...each('office', ({ id, title, holders }) =>
      holders.map((term) => ({ what: 'office', of: id, ofName: title, who: term.holder, term })),
    ),
    ...each('body', ({ id, name, members }) =>
      members.map((term) => ({ what: 'membership', of: id, ofName: name, who: term.member, term })),
    ),
    ...each('power', ({ id, description, held }) =>
      held.map((term) => ({ what: 'power', of: id, ofName: description, who: term.by, term })),
    ),
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Said {
  readonly what: TermRow['what'];
  readonly of: string;
  readonly ofName: string;
  readonly who: string;
  readonly term: Term & {
    readonly how?: 'constitution' | 'delegation';
    readonly delegatedBy?: string;
    readonly conditions?: string;
  };
}

function rowOf(
  { what, of, ofName, who, term }: Said,
  asAt: CivilDate,
  nameOf: (id: string) => string,
): TermRow {
  const { from, precision, until, provenance, decision, how, delegatedBy, conditions } = term;
  return {
    what,
    of,
    ofName,
    who,
    whoName: what === 'power' ? nameOf(who) : who,
    how: how ?? null,
    delegatedBy: delegatedBy === undefined ? null : nameOf(delegatedBy),
    conditions: conditions ?? null,
    from,
    precision,
    until: until?.on ?? null,
    untilPrecision: until?.precision ?? null,
    when: covers(term, asAt) ? 'now' : from > asAt ? 'to-come' : 'past',
    decision: decision ?? null,
    provenance,
    illustrative: isIllustrative(provenance),
  };
}
