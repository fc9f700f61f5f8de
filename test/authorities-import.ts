import fc from 'fast-check';
import { addDays, type CivilDate } from '#calendar';
import type { Authorities, Body, Spell } from './authorities-register.js';

/** The programme that the authorities are imported into. */
export const authoritiesProgramme = 'authorities';

/** A line as it would be recorded if nobody ever made a mistake, before it is said when. */
interface Fact {
  readonly id: string;
  readonly command: string;
  readonly effectiveOn: CivilDate;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The ids of the lines that must be on the record first. */
  readonly after: readonly string[];
  /** What somebody could have recorded by mistake, without anything on the record contradicting it. */
  readonly mistake?: Readonly<Record<string, unknown>>;
}

const source = 'Office for National Statistics, Code History Database';
const unitOf = ([first]: Body): string => first.code.toLowerCase();
const decisionOf = (order: string): string =>
  order
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64);

/** The lines that tell the authorities' history, each body's in order. */
function factsOf({ bodies, mergers, orderOf, spells }: Authorities): Fact[] {
  const opening = spells.reduce((day, { from }) => (from < day ? from : day), spells[0]?.from as CivilDate);
  const facts: Fact[] = [];
  const orders = new Set<string>();
  const by = (order: string | undefined) => {
    if (order !== undefined) orders.add(order);
    return order === undefined
      ? { fields: {}, after: [] }
      : { fields: { decision: decisionOf(order) }, after: [decisionOf(order)] };
  };
  const bodyBefore = (code: string, on: CivilDate): Body => {
    const found = bodies.find((body) => {
      const last = body.at(-1) as Spell;
      return last.code === code && last.to !== undefined && addDays(last.to, 1) === on;
    });
    if (!found) throw new Error(`${code} did not end before ${on}`);
    return found;
  };
  const mergedAway = new Set<Body>();
  for (const { on, fromCodes } of mergers) for (const code of fromCodes) mergedAway.add(bodyBefore(code, on));
  for (const body of bodies) {
    const [{ code, name, prefix, from }] = body;
    const unit = unitOf(body);
    const begun = `${unit}-begins`;
    const about = { name, code, unitKind: prefix };
    const merger = mergers.find(({ toCode, on }) => toCode === code && on === from);
    if (merger) {
      const units = merger.fromCodes.map((old) => unitOf(bodyBefore(old, from)));
      const order = by(merger.order);
      const fields = { units, successor: unit, ...about, ...order.fields };
      facts.push({
        id: begun,
        command: 'merge-units',
        effectiveOn: from,
        fields,
        after: [...order.after, ...units.map((one) => `${one}-begins`)],
        ...(units.length > 2 && { mistake: { ...fields, units: units.slice(1) } }),
      });
    } else {
      const fields = { unit, ...about, ...(from === opening && { opening: true }) };
      facts.push({
        id: begun,
        command: 'register-unit',
        effectiveOn: from,
        fields,
        after: ['programme'],
        // A later change of name or code would state what it changed from.
        ...(body.length === 1 && { mistake: { ...fields, name: `${name} Council`, code: `${code}?` } }),
      });
    }
    facts.push(...changesOf(body, (spell) => by(orderOf(spell.code, spell.from))));
    const { to } = body.at(-1) as Spell;
    if (to !== undefined && !mergedAway.has(body)) {
      const fields = { unit, reason: 'Abolished' };
      facts.push({
        id: `${unit}-ends`,
        command: 'close-unit',
        effectiveOn: addDays(to, 1),
        fields,
        after: [begun],
        mistake: { ...fields, effectiveOn: addDays(to, 366) },
      });
    }
  }
  const start = {
    id: 'programme',
    command: 'start-programme',
    effectiveOn: opening,
    fields: { name: 'Local authorities of the United Kingdom' },
    after: [],
  };
  return [start, ...[...orders].map(orderMade), ...facts];
}

/** Changes of name, code and kind, each stating nothing of the others: only those of one sort follow on each other. */
function changesOf(body: Body, by: (spell: Spell) => Pick<Fact, 'fields' | 'after'>): Fact[] {
  const unit = unitOf(body);
  const last: Record<string, string> = {};
  return body.slice(1).flatMap((spell, n) => {
    const was = body[n] as Spell;
    const changes = [
      ['rename-unit', was.name !== spell.name, { name: spell.name }],
      ['recode-unit', was.code !== spell.code, { code: spell.code }],
      ['reclassify-unit', was.prefix !== spell.prefix, { unitKind: spell.prefix }],
    ] as const;
    return changes.flatMap(([command, isChanged, change]) => {
      if (!isChanged) return [];
      const order = by(spell);
      const id = `${unit}-${command}-${spell.from}`;
      const before = last[command] ?? `${unit}-begins`;
      last[command] = id;
      return [
        {
          id,
          command,
          effectiveOn: spell.from,
          fields: { unit, ...change, ...order.fields },
          after: [before, ...order.after],
        },
      ];
    });
  });
}

/** A statutory instrument is a decision of a body; of its date the register gives the year, in its title. */
function orderMade(order: string): Fact {
  const year = /\d{4}$/.exec(order)?.[0];
  if (year === undefined) throw new Error(`${order} does not say of which year it is`);
  return {
    id: decisionOf(order),
    command: 'record-decision',
    effectiveOn: `${year}-01-01` as CivilDate,
    fields: {
      decision: decisionOf(order),
      takenOn: year,
      effectiveOn: year,
      title: order,
      maker: 'The minister who made the order',
    },
    after: ['programme'],
  };
}

/** A line of the import file. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly command: string;
  readonly recordedAt: string;
};

/**
 * The import file: every fact, recorded months before it holds or years after, by chance; some recorded wrongly at
 * first, struck later and replaced. The same seed makes the same file.
 */
export function authoritiesLines(authorities: Authorities, seed: number): Line[] {
  const facts = factsOf(authorities);
  const chances = fc.sample(
    fc.record({
      late: fc.oneof(
        { weight: 2, arbitrary: fc.integer({ min: -300, max: -1 }) },
        { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
        { weight: 2, arbitrary: fc.integer({ min: 41, max: 700 }) },
      ),
      minute: fc.integer({ min: 0, max: 59 }),
      mistaken: fc.constantFrom(true, false, false, false, false, false),
      foundOut: fc.integer({ min: 0, max: 500 }),
    }),
    { seed, numRuns: facts.length },
  );
  const days = new Map<string, CivilDate>();
  const lines: { readonly day: CivilDate; readonly line: Line }[] = [];
  const say = (day: CivilDate, minute: number, line: Omit<Line, 'recordedAt'>): void => {
    const recordedAt = `${day}T09:${String(minute).padStart(2, '0')}:00.000Z`;
    lines.push({ day, line: { ...line, recordedAt } as Line });
  };
  for (const [n, { id, command, effectiveOn, fields, after, mistake }] of inOrder(facts).entries()) {
    const { late, minute, mistaken, foundOut } = chances[n] as (typeof chances)[number];
    // What a line stands on comes the day before it at the latest, so that a file in the order of recording holds.
    const earliest = after.map((other) => addDays(days.get(other) as CivilDate, 1));
    const wait = waitOf(command, late);
    const day = [addDays(effectiveOn, wait), ...earliest].reduce((a, b) => (a > b ? a : b));
    days.set(id, day);
    const right = { effectiveOn, ...fields };
    const wrong = mistaken && mistake ? { effectiveOn, ...mistake } : undefined;
    say(day, minute, { id, command, provenance: 'reconstructed', source, ...(wrong ?? right) });
    if (!wrong) continue;
    say(addDays(day, 1 + foundOut), minute, {
      id: `${id}-corrected`,
      command: 'strike-entry',
      commands: [id],
      reason: 'The register says otherwise',
      authority: 'Head of the programme office',
      replacement: [{ command, provenance: 'reconstructed', source, ...right }],
    });
  }
  return lines
    .map(({ line }) => line)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));
}

/** How many days after it holds a line is recorded: the programme before everything, no decision before it was taken. */
function waitOf(command: string, late: number): number {
  if (command === 'start-programme') return -300;
  return command === 'record-decision' ? Math.abs(late) % 60 : late;
}

/** Facts with what they stand on before them. */
function inOrder(facts: readonly Fact[]): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const placed = new Set<Fact>();
  const place = (fact: Fact): void => {
    if (placed.has(fact)) return;
    for (const id of fact.after) place(byId.get(id) as Fact);
    placed.add(fact);
  };
  for (const fact of facts) place(fact);
  return [...placed];
}
