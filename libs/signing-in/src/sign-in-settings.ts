import { mappingWritten } from './claimed-roles.js';
import type { ProviderSettings } from './openid-connect.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** How people sign in, as the operator set it. */
export type SignInSettings =
  | { readonly kind: 'none' }
  | { readonly kind: 'demonstration' }
  | { readonly kind: 'openid-connect'; readonly provider: ProviderSettings };

/** Whether only this machine can reach an address. */
export const isLoopback = (address: string): boolean =>
  /^(127(\.\d{1,3}){3}|\[?::1\]?|localhost)$/.test(address);

/** The address to listen on. Throws a RangeError where others could reach it and nobody would sign in. */
export function addressOf(environment: Environment, { kind }: SignInSettings): string {
  const address = environment['MINUTEBOOK_ADDRESS'] || '127.0.0.1';
  if (kind === 'openid-connect' || isLoopback(address)) return address;
  throw new RangeError(
    `MINUTEBOOK_ADDRESS is ${address}, and others could reach it: set MINUTEBOOK_SIGN_IN=openid-connect first, or leave it out`,
  );
}

/** How people sign in. Throws a RangeError that names what is wrong or missing. */
export function signInOf(environment: Environment): SignInSettings {
  const kind = environment['MINUTEBOOK_SIGN_IN'] || 'none';
  switch (kind) {
    case 'none':
    case 'demonstration':
      return { kind };
    case 'openid-connect':
      return { kind, provider: providerOf(environment) };
    default:
      throw new RangeError(`MINUTEBOOK_SIGN_IN must be none, demonstration or openid-connect, not ${kind}`);
  }
}

function providerOf(environment: Environment): ProviderSettings {
  const needed = (name: string): string => {
    const set = environment[name];
    if (set) return set;
    throw new RangeError(`${name} must be set, to sign in by OpenID Connect: see docs/settings.md`);
  };
  const clientId = needed('MINUTEBOOK_OIDC_CLIENT');
  const audience = environment['MINUTEBOOK_OIDC_AUDIENCE'] || undefined;
  if (audience === clientId) {
    throw new RangeError(
      'MINUTEBOOK_OIDC_AUDIENCE must be another than MINUTEBOOK_OIDC_CLIENT: else what says who somebody is would be a token for the API',
    );
  }
  const { origin } = webAddress('MINUTEBOOK_URL', needed('MINUTEBOOK_URL'));
  const mapping = environment['MINUTEBOOK_OIDC_ROLES'];
  return {
    issuer: webAddress('MINUTEBOOK_OIDC_ISSUER', needed('MINUTEBOOK_OIDC_ISSUER')).text,
    clientId,
    clientSecret: needed('MINUTEBOOK_OIDC_SECRET'),
    url: origin,
    scope: environment['MINUTEBOOK_OIDC_SCOPE'] || 'openid profile',
    claim: environment['MINUTEBOOK_OIDC_CLAIM'] || 'roles',
    mapping: mapping ? mappingWritten(mapping) : undefined,
    audience,
    tokenLongest: tokenLongestOf(environment),
  };
}

/** For how long a token is taken, in milliseconds. */
function tokenLongestOf(environment: Environment): number {
  const set = environment['MINUTEBOOK_OIDC_TOKEN_LONGEST'] || '720';
  const minutes = /^\d{1,6}(\.\d+)?$/.test(set) ? Number(set) : 0;
  if (minutes > 0) return minutes * 60_000;
  throw new RangeError(`MINUTEBOOK_OIDC_TOKEN_LONGEST must be a number of minutes above 0, not ${set}`);
}

/** An address that nobody can listen in on: https, or http on this machine. */
function webAddress(name: string, text: string): { readonly text: string; readonly origin: string } {
  const { protocol, hostname, origin } = URL.canParse(text) ? new URL(text) : {};
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname ?? ''))) {
    return { text, origin: origin ?? '' };
  }
  throw new RangeError(`${name} must be an https address, not ${text}`);
}
