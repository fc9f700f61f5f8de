import { CouldNotTry } from '../could-not-try.js';

/** What a book says of the programmes in it. */
export interface ProgrammesOfABook {
  readonly programmes: readonly string[];
  /** The one programme that a demonstration's book holds. */
  readonly demonstration: string | null;
}

/**
 * The programme that is meant: as named, else the one that is demonstrated, else the only one there is.
 *
 * @throws CouldNotTry there are none or several
 */
export function programmeMeant(
  named: string | undefined,
  { programmes, demonstration }: ProgrammesOfABook,
): string {
  const [only, ...others] = programmes;
  const meant = named ?? demonstration ?? (others.length === 0 ? only : undefined);
  if (meant !== undefined) return meant;
  const which =
    only === undefined ? 'There is no programme yet' : `There are several: ${programmes.join(', ')}`;
  throw new CouldNotTry(`${which}. Name one with --programme`);
}
