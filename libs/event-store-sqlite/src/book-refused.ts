/** Why a file is not opened as a book. */
export type BookRefusedCode =
  'no-directory' | 'not-a-book' | 'newer-format' | 'other-demonstration' | 'exists-already';

/** The file is not opened, and was left as it was found. */
export class BookRefused extends Error {
  override readonly name = 'BookRefused';

  constructor(
    readonly file: string,
    readonly code: BookRefusedCode,
    message: string,
  ) {
    super(message);
  }
}
