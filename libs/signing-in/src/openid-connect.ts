import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { createHash } from 'node:crypto';
import * as client from 'openid-client';
import { Problem } from '#problem';
import { claimAt, claimNames, rolesClaimed, type RolesOfValue } from './claimed-roles.js';
import { roles } from './permissions.js';
import type { Person, RoleFor } from './person.js';
import { SignInPolicy } from './sign-in-policy.js';

/** What the operator says of the provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach these pages, without a path. */
  readonly url: string;
  readonly scope: string;
  /** The claim that says who has which role. */
  readonly claim: string;
  /** What its values mean; undefined where they say so themselves. */
  readonly mapping: RolesOfValue | undefined;
  /** Whom tokens for the API are made out to; undefined where none is taken. */
  readonly audience: string | undefined;
  /** How long after it was issued a token is taken at most, in milliseconds. */
  readonly tokenLongest: number;
}

/** What is kept of a sign-in while somebody is at the provider. */
export interface BegunSignIn {
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

/** Signatures that a token may have: none that needs a shared secret, and never none at all. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Signing in by OpenID Connect: code flow with PKCE, state and nonce, and bearer tokens by the provider's keys. */
export class OpenIdConnectSignIn extends SignInPolicy {
  readonly readingIsOpen = false;
  readonly hasPage = true;
  readonly tokens: string;
  private found: Promise<client.Configuration> | undefined;
  private keys: JWTVerifyGetKey | undefined;

  constructor(private readonly provider: ProviderSettings) {
    super();
    this.tokens =
      provider.audience === undefined
        ? 'Nothing is read without a session, and no token is good: the operator has named no audience for them.'
        : `Nothing is read without a token or a session. Tokens are those of ${provider.issuer} for ${provider.audience}, with the roles that it gives.`;
  }

  /** Where the provider sends people back to. */
  private get callback(): string {
    return `${this.provider.url}/sign-in/callback`;
  }

  /** Where to send somebody who wants to sign in, and what to keep until they are back. */
  async begin(
    back: string,
  ): Promise<{ readonly address: string; readonly state: string; readonly kept: BegunSignIn }> {
    const configuration = await this.configuration();
    const state = client.randomState();
    const kept = { nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), back };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope: this.provider.scope,
      state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(kept.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, state, kept };
  }

  /** Who came back from the provider, and its own word on it. Throws 403 where it does not say so, or gives no role. */
  async end(
    url: string,
    state: string,
    { nonce, verifier }: BegunSignIn,
  ): Promise<{ readonly person: Person; readonly idToken: string | undefined }> {
    const configuration = await this.configuration();
    let tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>;
    try {
      tokens = await client.authorizationCodeGrant(configuration, new URL(url, this.provider.url), {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
    } catch (error) {
      throw notSignedInThere(error);
    }
    const claims = tokens.claims() as JWTPayload;
    const all =
      claimAt(claims, this.provider.claim) === undefined &&
      configuration.serverMetadata().userinfo_endpoint !== undefined
        ? {
            ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub as string)),
            ...claims,
          }
        : claims;
    const person = this.personOf(all);
    if (person) return { person, idToken: tokens.id_token };
    throw this.noRole(all);
  }

  /** Where the provider signs somebody out; undefined where it does not. */
  async signOutAddress(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.provider.url}/signed-out`,
      ...(idToken !== undefined && { id_token_hint: idToken }),
    }).href;
  }

  /**
   * Whose token it is, by the provider's keys: of this issuer, made out to this API, not run out and not issued too long ago,
   * however long it says that it is good.
   *
   * @throws Problem 403 it is somebody's who has no role here
   * @throws Problem 401 it was issued too long ago
   * @throws Problem 503 the provider does not answer
   */
  async ofToken(token: string): Promise<Person | undefined> {
    const claims = await this.claimsOf(token);
    if (claims === undefined) return undefined;
    const person = this.personOf(claims);
    if (person) return person;
    throw this.noRole(claims);
  }

  private async claimsOf(token: string): Promise<JWTPayload | undefined> {
    const { audience, issuer, tokenLongest } = this.provider;
    if (audience === undefined) return undefined;
    const keys = await this.keysOfProvider();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        requiredClaims: ['sub', 'exp'],
        maxTokenAge: tokenLongest / 1_000,
        clockTolerance: 5,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired && error.claim === 'iat') throw tooOld(tokenLongest);
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return undefined;
      throw unreachable();
    }
  }

  /** 403: the provider vouches for somebody, and nothing that it says of them is a role here. */
  private noRole(claims: JWTPayload): Problem {
    const carried = claimNames(claims);
    return new Problem(
      403,
      'no-role',
      'You have no role here',
      `The provider knows you, and Minutebook has no role for you in the claim ${this.provider.claim}: ask your administrator for one, then sign in again or ask for another token`,
      { carried, why: `carried ${carried.join(', ')}` },
    );
  }

  /** The person of claims that were verified. An id in the provider's hands says who it is, and is stored nowhere. */
  private personOf(claims: JWTPayload): Person | undefined {
    const { claim, mapping, issuer } = this.provider;
    const held = rolesClaimed(claimAt(claims, claim), mapping);
    const [first] = strongestFirst(held);
    if (first === undefined || claims.sub === undefined) return undefined;
    const hash = createHash('sha256').update(`${issuer}\n${claims.sub}`).digest('base64url');
    const actor = `person-${hash.slice(0, 22)}`;
    const name = [claims['name'], claims['preferred_username'], claims['client_id']].find(
      (one) => typeof one === 'string' && one.trim() !== '',
    ) as string | undefined;
    return { actor, name: (name ?? actor).slice(0, 200), capacity: first.role, roles: held, signedIn: true };
  }

  private async keysOfProvider(): Promise<JWTVerifyGetKey> {
    if (this.keys) return this.keys;
    const { jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (address === undefined) throw unreachable();
    this.keys = createRemoteJWKSet(new URL(address));
    return this.keys;
  }

  /** What the provider says of itself, asked for once; again where it did not answer. */
  private async configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    this.found ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    try {
      return await this.found;
    } catch {
      this.found = undefined;
      throw unreachable();
    }
  }
}

const strongestFirst = (held: readonly RoleFor[]): RoleFor[] =>
  [...held].sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));

function notSignedInThere(error: unknown): Problem {
  const { code, error: said } = error as { readonly code?: unknown; readonly error?: unknown };
  const why = [said, code].find((one) => typeof one === 'string' && /^[\w-]{1,80}$/.test(one));
  return new Problem(
    403,
    'not-signed-in-there',
    'You are not signed in',
    'The provider did not sign you in, or its answer could not be trusted: sign in again',
    { ...(typeof why === 'string' && { why }) },
  );
}

function tooOld(longest: number): Problem {
  return new Problem(
    401,
    'token-too-old',
    'This token was issued too long ago',
    `Ask the provider for another: one is taken for ${longest / 60_000} minutes at most, whatever it says`,
    {},
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );
}

function unreachable(): Problem {
  return new Problem(
    503,
    'provider-unreachable',
    'The provider of sign-ins does not answer',
    'Try again in a moment; if it stays so, tell your administrator',
    {},
    { 'retry-after': '5' },
  );
}
