import { firstBreach, type DomainEvent } from '#programme';
import type { Changes, Parts, Refusal, Rules } from '#timeline';

/** A unit of the small structure. `mergedInto` is the unit it went into, if it did. */
export interface SmallUnit {
  readonly name: string;
  readonly posts: number;
  readonly mergedInto?: string;
}

/** Who holds a name: a unit's id, or nobody. */
export interface SmallName {
  readonly heldBy: string | null;
}

/** The most posts that any one unit may have. */
export interface SmallLimit {
  readonly most: number;
}

export type SmallPart = SmallUnit | SmallName | SmallLimit;

export type SmallEvent = DomainEvent &
  (
    | {
        readonly type: 'UnitRegistered';
        readonly unit: string;
        readonly name: string;
        readonly posts: number;
      }
    | { readonly type: 'UnitRenamed'; readonly unit: string; readonly from: string; readonly to: string }
    | { readonly type: 'PostsCounted'; readonly unit: string; readonly posts: number }
    | { readonly type: 'PostsMatched'; readonly unit: string; readonly like: string }
    | { readonly type: 'PostsMoved'; readonly from: string; readonly to: string; readonly posts: number }
    | { readonly type: 'UnitMerged'; readonly unit: string; readonly into: string }
    | { readonly type: 'PostsLimited'; readonly most: number }
  );

export const unitKey = (id: string): string => `unit/${id}`;
export const nameKey = (name: string): string => `name/${name}`;
export const limitKey = 'limit/posts';

const unitIn = (state: Parts<SmallPart>, id: string) => state.get(unitKey(id)) as SmallUnit | undefined;
const holderIn = (state: Parts<SmallPart>, name: string) =>
  (state.get(nameKey(name)) as SmallName | undefined)?.heldBy ?? undefined;
const mostIn = (state: Parts<SmallPart>) => (state.get(limitKey) as SmallLimit | undefined)?.most ?? Infinity;

/**
 * A stream small enough to check by hand, in which every way that entries can hang together occurs: an absolute fact
 * (posts counted), a sum (posts moved), a part worked out from another (posts matched), a name only one may hold, a
 * premise (renamed from), a part that many read and few change (the limit), and one that an entry touches only as the
 * others say (the name that a merged unit gives up).
 */
export const smallStructure: Rules<SmallPart, SmallEvent> = {
  touches(event) {
    switch (event.type) {
      case 'UnitRegistered':
        return [unitKey(event.unit), nameKey(event.name), limitKey];
      case 'UnitRenamed':
        return [unitKey(event.unit), nameKey(event.from), nameKey(event.to)];
      case 'PostsCounted':
        return [unitKey(event.unit), limitKey];
      case 'PostsMatched':
        return [unitKey(event.unit), unitKey(event.like)];
      case 'PostsMoved':
        return [unitKey(event.from), unitKey(event.to)];
      case 'UnitMerged':
        return [unitKey(event.unit), unitKey(event.into)];
      case 'PostsLimited':
        return [limitKey];
    }
  },

  alsoTouches(state, event) {
    const unit = event.type === 'UnitMerged' ? unitIn(state, event.unit) : undefined;
    return unit ? [nameKey(unit.name)] : [];
  },

  evolve(state, event): Changes<SmallPart> {
    switch (event.type) {
      case 'UnitRegistered':
        if (unitIn(state, event.unit)) return [];
        return [
          [unitKey(event.unit), { name: event.name, posts: event.posts }],
          [nameKey(event.name), { heldBy: event.unit }],
        ];
      case 'UnitRenamed': {
        const unit = unitIn(state, event.unit);
        if (!unit) return [];
        return [
          [nameKey(event.from), { heldBy: null }],
          [nameKey(event.to), { heldBy: event.unit }],
          [unitKey(event.unit), { ...unit, name: event.to }],
        ];
      }
      case 'PostsCounted': {
        const unit = unitIn(state, event.unit);
        return unit ? [[unitKey(event.unit), { ...unit, posts: event.posts }]] : [];
      }
      case 'PostsMatched': {
        const unit = unitIn(state, event.unit);
        const like = unitIn(state, event.like);
        return unit && like ? [[unitKey(event.unit), { ...unit, posts: like.posts }]] : [];
      }
      case 'PostsMoved': {
        const from = unitIn(state, event.from);
        const to = unitIn(state, event.to);
        if (!from || !to || event.from === event.to) return [];
        return [
          [unitKey(event.from), { ...from, posts: Math.max(0, from.posts - event.posts) }],
          [unitKey(event.to), { ...to, posts: to.posts + event.posts }],
        ];
      }
      case 'UnitMerged': {
        const unit = unitIn(state, event.unit);
        const into = unitIn(state, event.into);
        if (!unit || !into || event.unit === event.into) return [];
        return [
          ...(holderIn(state, unit.name) === event.unit
            ? [[nameKey(unit.name), { heldBy: null }] as const]
            : []),
          [unitKey(event.unit), { ...unit, posts: 0, mergedInto: event.into }],
          [unitKey(event.into), { ...into, posts: into.posts + unit.posts }],
        ];
      }
      case 'PostsLimited':
        return [[limitKey, { most: event.most }]];
    }
  },

  permits: (state, event) => firstBreach(event, breaches(state, event)),
};

function* breaches(state: Parts<SmallPart>, event: SmallEvent): Iterable<Refusal> {
  switch (event.type) {
    case 'UnitRegistered':
      if (unitIn(state, event.unit)) {
        yield {
          refused: 'already-registered',
          because: `${event.unit} is registered already: give another id`,
        };
      }
      yield* taken(state, event.name);
      yield* overTheLimit(state, event.posts);
      return;
    case 'UnitRenamed': {
      yield* notOpen(state, event.unit);
      const unit = unitIn(state, event.unit);
      if (unit && unit.name !== event.from) {
        yield { refused: 'other-name', because: `${event.unit} is called ${unit.name}: rename it from that` };
      }
      yield* taken(state, event.to);
      return;
    }
    case 'PostsCounted':
      yield* notOpen(state, event.unit);
      yield* overTheLimit(state, event.posts);
      return;
    case 'PostsMatched':
      yield* notOpen(state, event.unit);
      yield* notOpen(state, event.like);
      return;
    case 'PostsMoved': {
      yield* notTwo(event.from, event.to);
      yield* notOpen(state, event.from);
      yield* notOpen(state, event.to);
      const has = unitIn(state, event.from)?.posts ?? 0;
      if (has < event.posts) {
        yield { refused: 'too-few-posts', because: `${event.from} has ${has} posts: move no more than that` };
      }
      return;
    }
    case 'UnitMerged':
      yield* notTwo(event.unit, event.into);
      yield* notOpen(state, event.unit);
      yield* notOpen(state, event.into);
      return;
    case 'PostsLimited':
      return;
  }
}

function* notOpen(state: Parts<SmallPart>, id: string): Iterable<Refusal> {
  const unit = unitIn(state, id);
  if (!unit) yield { refused: 'unit-unknown', because: `There is no unit ${id}: register it first` };
  else if (unit.mergedInto !== undefined) {
    yield {
      refused: 'unit-merged',
      because: `${id} is merged: name the unit it went into, ${unit.mergedInto}`,
    };
  }
}

function* notTwo(one: string, other: string): Iterable<Refusal> {
  if (one === other) yield { refused: 'same-unit', because: `Name two units: ${one} is given twice` };
}

function* taken(state: Parts<SmallPart>, name: string): Iterable<Refusal> {
  const holder = holderIn(state, name);
  if (holder !== undefined) {
    yield { refused: 'name-taken', because: `${holder} is called ${name}: choose another name` };
  }
}

function* overTheLimit(state: Parts<SmallPart>, posts: number): Iterable<Refusal> {
  const most = mostIn(state);
  if (posts > most)
    yield { refused: 'over-the-limit', because: `A unit may have ${most} posts: give no more` };
}
