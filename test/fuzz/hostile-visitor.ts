import { Agent, request, type IncomingMessage } from 'node:http';
import type { BuiltServer } from '../built-server.js';
import { Visitor } from '../identity/visitor.js';
import type { Sent } from './hostile-requests.js';

/** An answer, as far as it is looked at. */
export interface Heard {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly location: string | undefined;
}

/** Whoever sends what nobody should: from a program, and from a browser in which the programme office is signed in. */
export class HostileVisitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 16 });
  private cookie = '';
  private csrf = '';
  private draft = 'none';
  private entry = 'none';

  constructor(private readonly server: BuiltServer) {}

  /** Signs in, and learns what a form of this browser must send back. */
  async signIn(): Promise<void> {
    const visitor = new Visitor(() => this.server);
    await visitor.signIn('programme-office');
    const form = await visitor.go('/programmes/county/record/new/register-unit');
    this.cookie = `minutebook=${visitor.cookie('minutebook')}`;
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const history = await this.server.get('/api/programmes/county/history');
    this.entry = (history.body['history'] as { id: string }[]).at(-1)?.id ?? 'none';
  }

  leave(): void {
    this.agent.destroy();
  }

  /** Sends bytes as they are: `fetch` would mend a path and refuse a header before the server saw them. */
  async send(sent: Sent): Promise<Heard> {
    const heard = await this.ask(sent);
    this.draft = /\/record\/drafts\/([\w-]{8,})\//.exec(heard.location ?? '')?.[1] ?? this.draft;
    return heard;
  }

  private ask({ method, path, headers, body, inBrowser }: Sent): Promise<Heard> {
    const filledIn = (text: string) =>
      text
        .replaceAll('{draft}', this.draft)
        .replaceAll('{entry}', this.entry)
        .replaceAll('{csrf}', this.csrf);
    const { hostname, port } = new URL(this.server.url);
    const { agent } = this;
    const cookie = inBrowser && { cookie: this.cookie, 'sec-fetch-site': 'same-origin' };
    return new Promise((resolve, reject) => {
      const sending = request(
        { hostname, port, method, path: filledIn(path), headers: { ...headers, ...cookie }, agent },
        (answer) => void read(answer).then(resolve, reject),
      );
      sending.on('error', reject);
      sending.end(typeof body === 'string' ? filledIn(body) : body);
    });
  }
}

async function read(answer: IncomingMessage): Promise<Heard> {
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const chunks: Buffer[] = [];
  // What goes on for as long as somebody listens is never read whole.
  if (type === 'text/event-stream') answer.destroy();
  else for await (const chunk of answer) chunks.push(chunk as Buffer);
  const compressed = answer.headers['content-encoding'] !== undefined;
  return {
    status: answer.statusCode ?? 0,
    type: compressed ? 'compressed' : type,
    text: compressed ? '' : Buffer.concat(chunks).toString(),
    location: answer.headers.location,
  };
}

/** Why an answer is none that whoever sent this may get; undefined where it is one. */
export function fault(sent: Sent, { status, type, text }: Heard): string | undefined {
  const shown = JSON.stringify({
    ...sent,
    body: sent.body?.toString('utf8').slice(0, 400),
    status,
    text: text.slice(0, 300),
  });
  if (status >= 500 && !/:(views-behind|too-many-listeners)"/.test(text)) return `A fault: ${shown}`;
  if (status < 400 || sent.method === 'HEAD' || type === 'compressed' || type === 'text/html')
    return undefined;
  if (type !== 'application/problem+json') return `Not a problem: ${shown}`;
  const problem = JSON.parse(text) as Record<string, unknown>;
  const isOne =
    problem['status'] === status &&
    typeof problem['title'] === 'string' &&
    typeof problem['detail'] === 'string' &&
    /^urn:minutebook:problem:[a-z0-9-]+$/.test(String(problem['type']));
  return isOne ? undefined : `No whole problem: ${shown}`;
}
