import type { FastifyReply, FastifyRequest } from 'fastify';

/** The two cookies there are: of whoever is signed in, and of a browser that is about to sign in. */
export type CookieName = 'minutebook' | 'minutebook-signing-in';

/** The cookies of a server whose pages come by https, or by http on loopback. They go with these pages only. */
export class Cookies {
  constructor(private readonly secure: boolean) {}

  /** What a browser sent under a name. */
  read({ headers: { cookie } }: FastifyRequest, name: CookieName): string | undefined {
    if (cookie === undefined) return undefined;
    const start = `${this.whole(name)}=`;
    const pair = cookie.split(';').find((one) => one.trimStart().startsWith(start));
    return pair?.trim().slice(start.length) || undefined;
  }

  /** Has the browser keep a value until it is closed. */
  set(reply: FastifyReply, name: CookieName, value: string): void {
    void reply.header('set-cookie', `${this.whole(name)}=${value}; ${this.attributes()}`);
  }

  /** Has the browser forget it. */
  drop(reply: FastifyReply, name: CookieName): void {
    void reply.header('set-cookie', `${this.whole(name)}=; ${this.attributes()}; Max-Age=0`);
  }

  // `__Host-`: a browser takes it from this very host only, and by https only.
  private whole(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
  }
}
