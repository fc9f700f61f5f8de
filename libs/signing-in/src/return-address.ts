/** Where somebody goes after signing in: the page they came from, where it is one of this server's; else the first. */
export function returnAddress(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return '/';
  const here = 'http://here';
  if (!URL.canParse(asked, here)) return '/';
  const { origin, pathname, search } = new URL(asked, here);
  if (origin !== here || pathname.startsWith('//') || /^\/(sign-|signed-)/.test(pathname)) return '/';
  return pathname + search;
}

/** The address of the page that signs somebody in and brings them back. */
export function signInAddress(from: string): string {
  const back = returnAddress(from);
  return back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`;
}
