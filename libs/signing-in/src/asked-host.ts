import type { FastifyRequest } from 'fastify';
import { Problem } from '#problem';
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

/**
 * The hosts that a request names: in its header, and in its target where that is a whole address. Whoever passed it on may
 * have gone by the one, and this server by the other. Throws 400 where the header comes more than once.
 */
export function hostsAsked({
  raw,
  headers,
  originalUrl,
}: Pick<FastifyRequest, 'raw' | 'headers' | 'originalUrl'>): readonly (string | undefined)[] {
  const named = raw.rawHeaders.filter((text, n) => n % 2 === 0 && text.toLowerCase() === 'host').length;
  if (named > 1) {
    throw new Problem(
      400,
      'host-twice',
      'The request names its host more than once',
      'Send one Host header: whoever passed this on may have gone by another than this server',
    );
  }
  if (named === 0 && raw.httpVersion === '1.1') {
    throw new Problem(
      400,
      'host-missing',
      'The request names no host',
      'Send the header Host, as HTTP/1.1 has it',
    );
  }
  const [, inTarget] = wholeAddress.exec(originalUrl) ?? [];
  return inTarget === undefined ? [headers.host] : [headers.host, inTarget];
}

const wholeAddress = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i;

/** The target of a request without the host, where it is a whole address: this server looks at the path alone. */
export function pathOfTarget(target: string): string {
  const path = target.replace(wholeAddress, '');
  return path.startsWith('/') ? path : path === target ? target : `/${path}`;
}

/** A host as the browser writes it, without the port that goes without saying. */
function hostIn(host: string, protocol: string): string | undefined {
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : undefined;
}
