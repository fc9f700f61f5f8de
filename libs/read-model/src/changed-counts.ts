import { asData, lookUpKinds } from '#programme';
import { count, text, type RowOf } from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

export const changedColumns = {
  kind: text,
  /** How many differ, in whatever way. */
  changed: count,
  /** On no record before, and standing after. */
  made: count,
  /** Standing before and not after: closed, merged, split, withdrawn, dissolved, or no longer believed. */
  ended: count,
  /** Standing at both, in another directorate, functional group or portfolio. */
  moved: count,
  ...{ before: count, after: count },
};
/** How many things of a kind stood at two moments, and what became of them in between. */
export type ChangedCount = RowOf<typeof changedColumns>;

type Fields = Readonly<Record<string, unknown>>;

/** Whether a thing goes on, by its kind: what has ended stays on the record. */
const goesOn: Readonly<Record<string, (part: Fields) => boolean>> = {
  programme: ({ closed }) => closed === undefined,
  phase: ({ status }) => status !== 'closed',
  body: ({ dissolved }) => dissolved === undefined,
  office: ({ abolished }) => abolished === undefined,
  decision: ({ withdrawn, rescinded, superseded }) => (withdrawn ?? rescinded ?? superseded) === undefined,
  service: ({ withdrawn }) => withdrawn === undefined,
  review: ({ standing, stage }) => standing !== 'withdrawn' && stage !== 'complete',
  portfolio: ({ status }) => status === 'open',
  project: ({ status }) => status === 'open',
  unit: ({ status }) => status === 'open',
  saving: ({ standing }) => standing === 'active',
};

/** Where a thing is: what it is moved between. */
const placeOf = ({ directorate, group, portfolio }: Fields): string =>
  JSON.stringify([directorate, group, portfolio]);

/**
 * What became of the things of each kind of which any differs between two moments, in the order of the kinds given.
 *
 * @param changed what differs, thing by thing
 */
export function changedCounts(
  reader: Reader,
  programme: string,
  [before, after]: readonly [Moment, Moment],
  changed: readonly { readonly kind: string; readonly id: string }[],
): ChangedCount[] {
  const kinds = [...new Set(changed.map(({ kind }) => kind))].filter((kind) => !lookUpKinds.has(kind));
  return kinds.map((kind) => {
    const [was, is] = [before, after].map((moment) => {
      const parts = reader.parts.list(programme, kind, moment);
      return new Map(parts.map((part) => [part.id, asData(part)]));
    }) as [Map<string, Fields>, Map<string, Fields>];
    const stands = (part: Fields | undefined) => part !== undefined && (goesOn[kind]?.(part) ?? true);
    const howMany = (parts: Map<string, Fields>) => [...parts.values()].filter(stands).length;
    const ids = changed.filter((one) => one.kind === kind).map(({ id }) => id);
    const among = (isIt: (was: Fields | undefined, is: Fields | undefined) => boolean) =>
      ids.filter((id) => isIt(was.get(id), is.get(id))).length;
    return {
      kind,
      changed: ids.length,
      made: among((old, fresh) => old === undefined && stands(fresh)),
      ended: among((old, fresh) => stands(old) && !stands(fresh)),
      moved: among(
        (old, fresh) => stands(old) && stands(fresh) && placeOf(old as Fields) !== placeOf(fresh as Fields),
      ),
      before: howMany(was),
      after: howMany(is),
    };
  });
}
