/** What was asked for could not be tried; the message says what to do instead. */
export class CouldNotTry extends Error {
  override readonly name = 'CouldNotTry';
}
