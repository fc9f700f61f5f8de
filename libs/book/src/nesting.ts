const [quote, list, object, endOfList, endOfObject] = [...'"[{]}'].map((sign) => sign.charCodeAt(0));

/** How deep lists and objects may stand in one another in what is sent: far more than any command needs. */
export const deepestNesting = 64;

/**
 * Whether lists and objects of a JSON text stand deeper in one another than they may. It is asked of the bytes: to read, to
 * compare and to refuse such a value costs more the deeper it is.
 */
export function isNestedTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      // What follows a backslash ends no text.
      if (byte === 0x5c) at += 1;
      else inText = byte !== quote;
    } else if (byte === quote) inText = true;
    else if (byte === list || byte === object) {
      if (++depth > deepestNesting) return true;
    } else if (byte === endOfList || byte === endOfObject) depth -= 1;
  }
  return false;
}
