/** Text made safe to stand in HTML, in an element or a quoted attribute. */
export function escaped(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
