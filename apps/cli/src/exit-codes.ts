/** What the command line ends with, and what each means. Every one stands in the README. */
export const exitCodes = {
  /** It is done. */
  done: 0,
  /** Lines were refused, an entry cannot be applied, a copy was refused or differs, or doctor found something: the message says which. */
  refused: 1,
  /** It could not be tried: an unknown file, a date that is none, no book, no server, a wrong token. */
  notTried: 2,
  /** It was interrupted (SIGINT); another run goes on from there. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
