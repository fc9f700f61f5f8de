/** The type of an entry as words: 'PhaseOpened' is 'Phase opened'. */
export function entryInWords(type: string): string {
  return type.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
