import type { ProblemDetails, WrongField } from '#problem';
import { commandsInWords } from '#programme';

/** Whether whoever asks is a browser that opens a page, and not a program. */
export function asksForAPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

/** A problem as a page says it: several wrong fields each in a line of its own, and each once. */
export function problemPage({ type, title, detail, errors }: ProblemDetails) {
  if (type.endsWith(':not-found')) {
    const typed =
      'If you typed the address, check that it is right. If you followed a link, the thing may have moved.';
    return { heading: 'There is no such page', says: [typed] };
  }
  const told = ((errors ?? []) as readonly WrongField[]).map(({ problem }) => problem);
  // The detail has the same words in one line, and how many more there are at its end.
  const joined = told.join('; ');
  const says = detail.startsWith(joined) ? [...told, detail.slice(joined.length)] : [detail, ...told];
  return {
    heading: title,
    says: says.map((line) => commandsInWords(line.replace(/^; /, ''))).filter(Boolean),
  };
}
