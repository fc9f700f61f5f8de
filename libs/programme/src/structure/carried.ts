import { type Fact, factOf, present, type Provenance, type Recorded } from '#acts';
import type { CivilDate } from '#calendar';
import { figuresOf, type BudgetFigures } from '../budget.js';

/** A unit that figures came from by a merge or a split, one step away, and since when. */
export interface CarriedFrom {
  readonly unit: string;
  readonly on: CivilDate;
}

/** Where a figure of a unit comes from: its own statement, other units, or both. */
export interface Origin {
  /** The unit's own statement, where that is in the figure. */
  readonly stated?: Fact;
  /** True where the unit kept only its share of it at a split. */
  readonly divided?: true;
  /** The units that brought the rest, in the order they came; absent where none did. */
  readonly carriedFrom?: readonly CarriedFrom[];
  /** How the statements behind the figure are known, each once, in order of the alphabet. */
  readonly provenances: readonly Provenance[];
}

/** What a unit has for one financial year, at one price base, in whole pence on each basis. */
export interface UnitBudget extends BudgetFigures, Origin {}

/** How many whole posts a unit has. */
export interface UnitPosts extends Origin {
  readonly count: number;
}

/** What a unit has, its own and what it carries. Budgets are in order of year, then of price base. */
export interface Amounts {
  readonly budgets: readonly UnitBudget[];
  readonly posts?: UnitPosts;
}

/** The budgets with one year stated anew: whatever the unit had for that year before, own or carried, is superseded. */
export function withStatedBudget(
  budgets: readonly UnitBudget[],
  statement: BudgetFigures & Recorded,
): readonly UnitBudget[] {
  const stated = budget(statement, { stated: factOf(statement), provenances: [statement.provenance] });
  return inOrder([...budgets.filter(({ year }) => year !== statement.year), stated]);
}

/** The posts as stated: whatever the unit had before, own or carried, is superseded. */
export function statedPosts(statement: { readonly posts: number } & Recorded): UnitPosts {
  return posts(statement.posts, { stated: factOf(statement), provenances: [statement.provenance] });
}

/** What a unit has once others have brought it what they had. Each basis, year and price base is added by itself. */
export function joined(had: Amounts, brought: Amounts, from: CarriedFrom): Amounts {
  const budgets = brought.budgets.reduce<readonly UnitBudget[]>(
    (all, one) => withBrought(all, one, from),
    had.budgets,
  );
  if (!brought.posts) return { budgets, ...present({ posts: had.posts }) };
  const count = (had.posts?.count ?? 0) + brought.posts.count;
  return { budgets, posts: posts(count, together(had.posts, brought.posts, from)) };
}

/**
 * What a unit has, divided by whole-number shares: of every figure each share takes its part rounded down, and the last
 * takes the rest, so that they add up to the last penny and the last post.
 */
export function divided({ budgets, posts: had }: Amounts, shares: readonly number[]): Amounts[] {
  const perBudget = budgets.map((one) => dividedBudget(one, shares));
  const perPosts = had && parts(had.count, shares).map((count) => posts(count, { ...had, divided: true }));
  return shares.map((_, n) => ({
    budgets: perBudget.map((ofShare) => ofShare[n] as UnitBudget),
    ...present({ posts: perPosts?.[n] }),
  }));
}

/** A whole number in parts that add up to it: each rounded down, the last takes the rest. */
export function parts(whole: number, shares: readonly number[]): number[] {
  // A share of pence is past what a number counts exactly before it is divided.
  const of = shares.reduce((sum, share) => sum + BigInt(share), 0n);
  const rounded = shares.slice(0, -1).map((share) => Number((BigInt(whole) * BigInt(share)) / of));
  return [...rounded, rounded.reduce((rest, part) => rest - part, whole)];
}

function dividedBudget(one: UnitBudget, shares: readonly number[]): UnitBudget[] {
  const perBasis = { gross: cut(one.gross), net: cut(one.net), notStated: cut(one.notStated) };
  function cut(amount: number | undefined): readonly (number | undefined)[] {
    return amount === undefined ? [] : parts(amount, shares);
  }
  return shares.map((_, n) => {
    const { gross, net, notStated } = perBasis;
    return budget(
      { ...one, gross: gross[n], net: net[n], notStated: notStated[n] },
      { ...one, divided: true },
    );
  });
}

function withBrought(
  budgets: readonly UnitBudget[],
  one: UnitBudget,
  from: CarriedFrom,
): readonly UnitBudget[] {
  const alike = (other: UnitBudget) => other.year === one.year && other.priceBase === one.priceBase;
  const held = budgets.find(alike);
  const figures = {
    year: one.year,
    priceBase: one.priceBase,
    gross: sum(held?.gross, one.gross),
    net: sum(held?.net, one.net),
    notStated: sum(held?.notStated, one.notStated),
  };
  return inOrder([...budgets.filter((other) => !alike(other)), budget(figures, together(held, one, from))]);
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : a + b;
}

/** A figure is still the unit's own statement in part where it was; what came is named by where it came from. */
function together(held: Origin | undefined, brought: Origin, from: CarriedFrom): Origin {
  return {
    ...held,
    carriedFrom: [...(held?.carriedFrom ?? []), from],
    provenances: [...new Set([...(held?.provenances ?? []), ...brought.provenances])].sort(),
  };
}

type Figures = { readonly [Name in keyof BudgetFigures]: BudgetFigures[Name] | undefined } & {
  readonly year: BudgetFigures['year'];
};

/** A budget with its members in one order: parts are compared as JSON text. */
function budget(figures: Figures, origin: Origin): UnitBudget {
  return { ...figuresOf(figures), ...originOf(origin) };
}

function posts(count: number, origin: Origin): UnitPosts {
  return { count, ...originOf(origin) };
}

function originOf({ stated, divided: kept, carriedFrom, provenances }: Origin): Origin {
  return present({ stated, divided: kept, carriedFrom, provenances });
}

function inOrder(budgets: readonly UnitBudget[]): UnitBudget[] {
  const keyOf = ({ year, priceBase = '' }: UnitBudget) => `${year} ${priceBase}`;
  return [...budgets].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
