import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A real OpenID provider in a process of its own. */
export class OpenIdProvider {
  private constructor(
    private readonly process: ChildProcess,
    readonly issuer: string,
    /** Where people reach the pages that it signs in to: nobody needs to listen there. */
    readonly pages: string,
  ) {}

  static async start(pages = 'http://127.0.0.1:9'): Promise<OpenIdProvider> {
    const { NODE_OPTIONS: _options, ...environment } = process.env;
    const script = join(import.meta.dirname, 'run-provider.mjs');
    const child = spawn(process.execPath, [script, pages], { env: environment });
    let said = '';
    const issuer = await new Promise<string>((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data.toString();
        const ready = /provider on (\S+)/.exec(said)?.[1];
        if (ready !== undefined) resolve(ready);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`The provider ended with ${code}: ${said}`)));
    });
    return new OpenIdProvider(child, issuer, pages);
  }

  stop(): void {
    this.process.kill();
  }

  /** The settings of a server that signs in here. */
  settings(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      MINUTEBOOK_SIGN_IN: 'openid-connect',
      MINUTEBOOK_OIDC_ISSUER: this.issuer,
      MINUTEBOOK_OIDC_CLIENT: 'minutebook',
      MINUTEBOOK_OIDC_SECRET: 'a secret between the two',
      MINUTEBOOK_OIDC_AUDIENCE: 'minutebook-api',
      MINUTEBOOK_URL: this.pages,
      ...more,
    };
  }

  /** A token for the API, good for an hour unless `claims` say otherwise. */
  async token(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const whole = {
      iss: this.issuer,
      aud: 'minutebook-api',
      sub: 'officer',
      iat: now,
      exp: now + 3600,
      ...claims,
    };
    const asked = new URLSearchParams({ claims: JSON.stringify(whole) });
    return (await fetch(`${this.issuer}/mint?${asked.toString()}`)).text();
  }
}
