/** What an operator can set, by environment variables. Every one stands in the README. */
export interface Settings {
  /** MINUTEBOOK_DATA: the folder of the book's files. */
  readonly folder: string;
  /** MINUTEBOOK_PORT: the port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number;
  /** MINUTEBOOK_DEMONSTRATION: the one programme that a demonstration's book holds. */
  readonly demonstration: string | undefined;
}

/** The settings, each with its default. Throws a RangeError that names the one that is wrong. */
export function settingsOf(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = environment['MINUTEBOOK_PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new RangeError(`MINUTEBOOK_PORT must be a port number from 0 to 65535, not ${port}`);
  }
  return {
    folder: environment['MINUTEBOOK_DATA'] ?? 'data/book',
    port: Number(port),
    demonstration: environment['MINUTEBOOK_DEMONSTRATION'] || undefined,
  };
}
