import type { CivilDate } from '#calendar';

/**
 * Reads a thing by its kind and id, as a map of kinds types it: in the state of its own stream, or in what another stream
 * reads of it.
 */
export const partInBy =
  <OfKind>() =>
  /** @param on as at the end of which day, where the state knows days */
  <Kind extends keyof OfKind & string>(
    state: { get(key: string, on?: CivilDate): unknown },
    kind: Kind,
    id: string,
    on?: CivilDate,
  ): OfKind[Kind] | undefined =>
    state.get(`${kind}/${id}`, on) as OfKind[Kind] | undefined;
