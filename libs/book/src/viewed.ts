/** What views are of: the book, and the programmes of it; all of them where none are named. */
export interface Viewed {
  readonly book?: string | undefined;
  readonly programmes?: readonly string[] | undefined;
}
