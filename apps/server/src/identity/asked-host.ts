import { Problem } from '../problem.js';
import { isLoopback } from './sign-in-settings.js';

/** What whoever watches over a server asks, by whatever name they reach it: it tells nothing of a programme. */
const askedByAnyName: ReadonlySet<string> = new Set(['/health', '/health/live', '/health/ready', '/metrics']);

/**
 * Whether a request came to this server by a name of its own: this machine's with the port, or that of the pages'
 * address where there is one. By any other, a page of elsewhere may have had its own name lead here, and would then be
 * taken by the browser for a page of this server. What a proxy says it was called is not asked.
 */
export function isOwnHost(host: string | undefined, port: number, pages: string | undefined): boolean {
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
  if (pages !== undefined && hostIn(host, new URL(pages).protocol) === new URL(pages).host) return true;
  const address = `http://${host}`;
  if (!URL.canParse(address)) return false;
  const { hostname, port: asked } = new URL(address);
  return isLoopback(hostname) && (asked || '80') === String(port);
}

/** Holds a request to the names of this server. Throws 421. */
export function mustBeOwnHost(route: string, host: string | undefined, port: number, pages?: string): void {
  if (askedByAnyName.has(route) || isOwnHost(host, port, pages)) return;
  throw new Problem(
    421,
    'unknown-host',
    'This server has another name',
    pages === undefined
      ? `Ask for http://127.0.0.1:${port} or http://localhost:${port}, on the machine that it runs on`
      : `Ask for ${pages}; a proxy must pass on the Host that it was asked for`,
  );
}

/** A host as the browser writes it, without the port that goes without saying. */
function hostIn(host: string, protocol: string): string | undefined {
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : undefined;
}
