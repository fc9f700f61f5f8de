import { describeDate, latestDate, type CivilDate } from '#calendar';
import type { ThingKind } from '#intake';
import {
  isTaken,
  type AnyPart,
  type DecisionPart,
  type ProjectPart,
  type ReviewPart,
  type ScalePart,
} from '#programme';
import type { Reader } from '#read-model';
import { views } from '../../reporting/views.js';
import { inWords, sentence } from '../words.js';
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

/** What things are called, by id. Whatever was on the record once may be chosen, because what is recorded may be late. */
export class Things implements Lookup {
  private readonly byKind = new Map<string, readonly Choice[]>();

  /** @param on the day that is recorded of: what is there then is offered first */
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

  /** What a thing is called; its id in words where it is not on the record. */
  nameOf(of: ThingKind, id: string, whole?: string): string {
    return this.choices(of, whole).find((one) => one.id === id)?.name ?? inWords(id);
  }

  idNamed(of: ThingKind, name: string): string | undefined {
    const choices = this.choices(of);
    if (choices.some(({ id }) => id === name)) return name;
    const called = choices.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    return called.length === 1 ? called[0]?.id : undefined;
  }

  isThere(of: ThingKind, id: string): boolean {
    return this.choices(of).some((one) => one.id === id);
  }

  /** An address may ask for any kind: of one that is none of these, and of the programme itself, nothing is to choose. */
  private find(of: string, whole: string | undefined): readonly Choice[] {
    switch (of) {
      case 'maker':
        return [...this.choices('body'), ...this.choices('office')];
      case 'option':
        return (
          this.part<ReviewPart>('review', whole)?.options.map(({ id, title }) => choice(id, title)) ?? []
        );
      case 'milestone':
        return (
          this.part<ProjectPart>('project', whole)?.milestones.map(({ id, title }) => choice(id, title)) ?? []
        );
      case 'point': {
        const points =
          this.part<ScalePart>('scale', whole)?.versions.flatMap((version) => version.points) ?? [];
        return [...new Map(points.map(({ id, label }) => [id, choice(id, label)])).values()];
      }
      case 'view':
        return [...views].flatMap(([name, { canBeIssued }]) =>
          canBeIssued ? [choice(name, sentence(inWords(name)))] : [],
        );
      case 'decision':
        return this.decisions();
      case 'entry':
      case 'person':
      case 'rule':
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
    const there = new Set(
      this.list(kind, this.on)
        .filter(isGoingOn)
        .map(({ id }) => id),
    );
    return this.list(kind, latestDate)
      .map((part) => {
        const name = part.name ?? part.title ?? part.description ?? sentence(inWords(part.id));
        return { id: part.id, name, text: name, there: there.has(part.id) };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  /** Decisions with the day each was taken, the newest first. */
  private decisions(): Choice[] {
    return this.list('decision', latestDate)
      .map((part) => ({ part: part as unknown as DecisionPart, there: true }))
      .sort((a, b) => compare(takenOn(b.part), takenOn(a.part)) || compare(a.part.id, b.part.id))
      .map(({ part, there }) => {
        const name = part.title ?? sentence(inWords(part.id));
        const when = isTaken(part) ? describeDate(part.takenOn, part.precision) : 'not taken yet';
        return { id: part.id, name, text: `${name}, ${when}`, there };
      });
  }

  private list(kind: string, asAt: CivilDate): readonly Named[] {
    return this.reader.list<Named>(this.programme, kind, this.reader.moment(asAt));
  }

  private part<Part>(kind: string, id: string | undefined): Part | undefined {
    if (!id) return undefined;
    return this.reader.one(this.programme, kind, id, this.reader.moment(latestDate)).part as Part | undefined;
  }
}

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
  const { status, dissolved, abolished, withdrawn } = part as unknown as Record<string, unknown>;
  const ended = dissolved ?? abolished ?? withdrawn;
  return ended === undefined && (status === undefined || status === 'open' || status === 'active');
}
