import type { Answer, BuiltServer } from '../built-server.js';

/** A browser without scripts: it keeps cookies, and sends forms as it got them. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly on: () => BuiltServer) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async go(path: string, request: RequestInit = {}): Promise<Answer> {
    const answer = await this.on().ask(path, {
      redirect: 'manual',
      ...request,
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...(request.headers as Record<string, string>),
      },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Sends the fields of the form of a page, with those given put in. */
  send(
    path: string,
    page: Answer,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) {
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
    const made = hidden.map(([, name = '', value = '']) => [name, value] as const);
    const body = new URLSearchParams({ ...Object.fromEntries(made), ...fields });
    return this.go(path, { method: 'POST', body, headers });
  }

  async signIn(role: string, back = '/'): Promise<Answer> {
    const page = await this.go(`/sign-in?return=${encodeURIComponent(back)}`);
    return this.send('/sign-in', page, { role });
  }

  /** Goes to the provider as somebody with claims, and gives the address that it sends the browser back to. */
  async atProvider(claims: object, back = '/'): Promise<string> {
    const asked = await this.go(`/sign-in?return=${encodeURIComponent(back)}`);
    const account = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const jar = new Map([['account', account]]);
    let address = new URL(asked.headers.get('location') ?? '');
    const provider = address.origin;
    for (let hop = 0; address.origin === provider && hop < 6; hop++) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      address = new URL(answer.headers.get('location') ?? '', address);
    }
    return address.pathname + address.search;
  }

  /** Signs in at the provider and comes back. */
  async signInAs(claims: object, back = '/'): Promise<Answer> {
    return this.go(await this.atProvider(claims, back));
  }
}

/** What an answer comes to: its status, and where it leads or its heading. */
export const told = ({ status, headers, text }: Answer) =>
  `${status} ${headers.get('location') ?? /<h1[^>]*>\s*([^<]*?)\s*</.exec(text)?.[1] ?? ''}`.trim();
