import { inWords, type Names, namesAt, sentence, type Where } from '#pages';
import { byName, views } from '#views';
import { describeDate, latestDate, type CivilDate } from '#calendar';
import { isId, type ThingKind } from '#intake';
import {
  asData,
  isTaken,
  type AnyPart,
  type DecisionPart,
  type PartOfKind,
  ruleInWords,
  rulesInWords,
} from '#programme';
import type { Reader } from '#read-model';
import type { Lookup, Typed } from './typed.js';

/** A thing that may be chosen: its id, and what people call it. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly name: string;
  /** Whether it is there on the day that is recorded of, as far as is known. */
  readonly there: boolean;
}

type Named = AnyPart & { readonly name?: string; readonly title?: string; readonly description?: string };

/**
 * What things are called on the day that is recorded of, by id, as known now: a name that is recorded for a later day is
 * nobody's yet. Whatever is on the record may be chosen, because what is recorded may be late.
 */
export class Things implements Lookup {
  private readonly byKind = new Map<string, readonly Choice[]>();

  /** @param on the day that is recorded of: its names are shown, and what is there then is offered first */
  constructor(
    private readonly reader: Reader,
    private readonly programme: string,
    private readonly on: CivilDate,
  ) {}

  /** What may be chosen of a kind; of a part of another thing, only where that thing is named. */
  choices(of: ThingKind, whole?: string): readonly Choice[] {
    const key = `${of}/${whole ?? ''}`;
    const found = this.byKind.get(key) ?? this.find(of, whole);
    this.byKind.set(key, found);
    return found;
  }

  /** What things are called on the day in sentences and tables, each leading to its page. */
  names(where: Where): Names {
    return namesAt(this.reader, where, this.reader.moments.at(this.on));
  }

  /** What a thing is called; its id in words where it is not on the record. */
  nameOf(of: ThingKind, id: string, whole?: string): string {
    return this.choices(of, whole).find((one) => one.id === id)?.name ?? inWords(id);
  }

  /** What is there on the day comes first: another thing may have had the name before, or have it later. */
  idNamed(of: ThingKind, name: string, whole?: string): string | undefined {
    // Most are named by their id, and that is found without reading the list of all of them on the day.
    if (isId(name) && this.isThere(of, name)) return name;
    const choices = this.choices(of, whole);
    if (choices.some(({ id }) => id === name)) return name;
    const called = choices.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const there = called.filter((one) => one.there);
    const [found, ...others] = there.length > 0 ? there : called;
    return others.length === 0 ? found?.id : undefined;
  }

  isThere(of: ThingKind, id: string): boolean {
    if (of === 'maker') return this.isThere('body', id) || this.isThere('office', id);
    if (!isPart(of)) return this.choices(of).some((one) => one.id === id);
    return (
      this.reader.parts.one(this.programme, of, id, this.reader.moments.at(latestDate)).part !== undefined
    );
  }

  /** An address may ask for any kind: of one that is none of these, and of the programme itself, nothing is to choose. */
  private find(of: string, whole: string | undefined): readonly Choice[] {
    switch (of) {
      case 'maker':
        return [...this.choices('body'), ...this.choices('office')];
      case 'option':
        return this.inside('review', whole, ({ options }) => options.map(({ id, title }) => [id, title]));
      case 'milestone':
        return this.inside('project', whole, ({ milestones }) =>
          milestones.map(({ id, title }) => [id, title]),
        );
      case 'point':
        return this.inside('scale', whole, ({ versions }) =>
          versions.flatMap(({ points }) => points.map(({ id, label }) => [id, label])),
        );
      case 'view':
        return [...views].flatMap(([name, { canBeIssued }]) =>
          canBeIssued ? [choice(name, sentence(inWords(name)))] : [],
        );
      case 'decision':
        return this.decisions();
      case 'rule':
        return rulesInWords.map((code) => choice(code, sentence(ruleInWords(code))));
      case 'entry':
      case 'person':
      case 'series':
      case 'thing':
        return [];
      case 'body':
      case 'office':
      case 'phase':
      case 'portfolio':
      case 'power':
      case 'project':
      case 'report':
      case 'review':
      case 'saving':
      case 'scale':
      case 'service':
      case 'theme':
      case 'tranche':
      case 'unit':
        return this.ofKind(of);
    }
    return [];
  }

  private ofKind(kind: string): Choice[] {
    const onItsDay = new Map(this.list(kind, this.on).map((part) => [part.id, part]));
    return this.list(kind, latestDate)
      .map((last) => {
        const part = onItsDay.get(last.id);
        const { name: own, title, description } = part ?? last;
        const name = own ?? title ?? description ?? sentence(inWords(last.id));
        return { id: last.id, name, text: name, there: part !== undefined && isGoingOn(part) };
      })
      .sort((a, b) => byName(a.name, b.name));
  }

  /** Decisions with the day each was taken, the newest first. */
  private decisions(): Choice[] {
    return this.reader.parts
      .list(this.programme, 'decision', this.reader.moments.at(latestDate))
      .sort((a, b) => compare(takenOn(b), takenOn(a)) || compare(a.id, b.id))
      .map((part) => {
        const name = part.title ?? sentence(inWords(part.id));
        const when = isTaken(part) ? describeDate(part.takenOn, part.precision) : 'not taken yet';
        return { id: part.id, name, text: `${name}, ${when}`, there: true };
      });
  }

  private list(kind: string, asAt: CivilDate): readonly Named[] {
    return this.reader.parts.list(this.programme, kind, this.reader.moments.at(asAt));
  }

  /** The parts of a thing by their names of the day, then those that it has on another day only. */
  private inside<K extends keyof PartOfKind>(
    kind: K,
    id: string | undefined,
    partsOf: (part: PartOfKind[K]) => readonly (readonly [id: string, name: string])[],
  ): Choice[] {
    if (!id) return [];
    const asAt = (day: CivilDate) => {
      const { part } = this.reader.parts.one(this.programme, kind, id, this.reader.moments.at(day));
      return part === undefined ? [] : partsOf(part);
    };
    const onItsDay = new Map(asAt(this.on));
    const others = new Map(asAt(latestDate).filter(([one]) => !onItsDay.has(one)));
    return [
      ...[...onItsDay].map(([one, name]) => choice(one, name)),
      ...[...others].map(([one, name]) => ({ ...choice(one, name), there: false })),
    ];
  }
}

/** Kinds of thing that a list of their own is kept of. */
const parts: ReadonlySet<string> = new Set(
  'body decision office phase portfolio power project report review saving scale service theme tranche unit'.split(
    ' ',
  ),
);
const isPart = (of: ThingKind): boolean => parts.has(of);

/** The name of a field in what was typed, beside another. */
export function beside(typed: Typed, field: string, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  // Also where it is a row of a list: then the whole is named further out.
  for (let at = field; ; at = at.slice(0, at.lastIndexOf('.'))) {
    const value = typed[at.includes('.') ? `${at.slice(0, at.lastIndexOf('.'))}.${name}` : name];
    if (value) return value;
    if (!at.includes('.')) return undefined;
  }
}

const choice = (id: string, name: string): Choice => ({ id, name, text: name, there: true });
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const takenOn = (part: DecisionPart): string => (isTaken(part) ? part.takenOn : '9999');

/** Whether a part has not ended: merged, closed, dissolved, withdrawn. */
function isGoingOn(part: AnyPart): boolean {
  const { status, dissolved, abolished, withdrawn } = asData(part);
  const ended = dissolved ?? abolished ?? withdrawn;
  return ended === undefined && (status === undefined || status === 'open' || status === 'active');
}
