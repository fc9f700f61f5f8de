import { streams } from './streams.js';

/** Every command as the page Record calls it; what no page of its own records, as the page that does. */
const called = new Map<string, string>([
  ...streams.flatMap(({ acts }) => acts.map(({ command, happened }) => [command, happened] as const)),
  ['strike-entry', 'Correct an entry'],
]);

/** What somebody wrote, in quotation marks, and the names of commands outside them. */
const quotedOrNamed = new RegExp(`“[^”]*”|(?<![\\w-])(?:${[...called.keys()].join('|')})(?![\\w-])`, 'g');

/** Words that tell a program which command to send, as whoever records on pages finds it: by what happened. */
export function commandsInWords(words: string): string {
  return words.replace(quotedOrNamed, (found) => {
    const happened = called.get(found);
    return happened === undefined ? found : `“${happened}”`;
  });
}
