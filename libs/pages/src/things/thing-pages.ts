import type { PartOfKind } from '#programme';
import type { ListedKind, ListName } from '#read-model';
import type { RowsOfView } from '#views';
import type { Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import type { FactLine } from '../facts.js';
import type { filterForm } from '../filter-form.js';
import type { Section } from '../frame.js';
import type { EntryShown } from '../history/entry-rows.js';
import type { NameOf, Names } from '../names.js';
import type { Asking } from '../content.js';
import type { Cell, Table } from '../table.js';

/** A part of a page: a chart with its table, or a table alone. */
export type Shown = { readonly chart: Chart } | { readonly table: Table };

export interface ListContent {
  readonly heading: string;
  readonly intro?: string;
  readonly filters?: ReturnType<typeof filterForm>;
  readonly shown: readonly Shown[];
  /** Where else to look. */
  readonly links?: readonly Cell[];
}

export interface ThingContent {
  readonly name: string;
  /** What a reader comes for, in a sentence, and what shows it: before the facts. */
  readonly inShort?: string;
  readonly first?: readonly Shown[];
  readonly facts: readonly FactLine[];
  readonly shown: readonly Shown[];
  readonly links?: readonly Cell[];
  /** What it reads beside its own stream and the views that it asks. */
  readonly streams?: readonly string[];
}

/** What a list is made from: the rows of its view, and more views of the same moment where it asks for them. */
export interface ListFacts<Name extends keyof RowsOfView = keyof RowsOfView> {
  readonly where: Where;
  readonly asAt: string;
  readonly rows: RowsOfView[Name];
  readonly filters: Readonly<Record<string, string>>;
  readonly nameOf: NameOf;
  readonly asking: Asking;
}

/** What the page of one thing is made from. */
export interface ThingFacts<K extends ListedKind = ListedKind> {
  readonly where: Where;
  readonly asAt: string;
  readonly part: PartOfKind[K];
  /** The whole answer of the view: the part, and what is worked out beside it. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly entries: readonly EntryShown[];
  readonly nameOf: NameOf;
  readonly names: Names;
  readonly asking: Asking;
}

/** The page of a list: `/programmes/{programme}/{name}`. */
export interface ListPage<Name extends keyof RowsOfView = keyof RowsOfView> {
  /** Its name in the address, and of the view that it is made of. */
  readonly name: Name;
  /** Which part of the navigation it belongs to. */
  readonly section: Section;
  list(facts: ListFacts<Name>): ListContent | Promise<ListContent>;
}

/** The pages of one kind of thing: its list, and `…/{id}`. */
export interface ThingPages<K extends ListedKind = ListedKind> extends ListPage<ListName<K>> {
  readonly kind: K;
  one(facts: ThingFacts<K>): ThingContent | Promise<ThingContent>;
}
