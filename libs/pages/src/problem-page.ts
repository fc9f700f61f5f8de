import type { ProblemDetails, WrongField } from '#problem';

/** Whether whoever asks is a browser that opens a page, and not a program. */
export function asksForAPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') ?? false;
}

/** A problem as a page says it. */
export function problemPage({ type, title, detail, errors }: ProblemDetails) {
  if (type.endsWith(':not-found')) {
    const typed =
      'If you typed the address, check that it is right. If you followed a link, the thing may have moved.';
    return { heading: 'There is no such page', detail: typed, errors: [] };
  }
  const told = ((errors ?? []) as readonly WrongField[]).map(({ problem }) => problem);
  return { heading: title, detail, errors: told.length > 1 ? told : [] };
}
