import { CouldNotTry } from '../could-not-try.js';
import type { ProgrammesOfABook } from '../book/programme.js';
import { jsonLines } from './json-lines.js';

/** The tokens of a demonstration with which imports and rebuilds are sent where none is given. */
export const demoTokens = { office: 'demo-programme-office', administrator: 'demo-administrator' } as const;

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ReadableStream<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** A running server, as the command line asks it. What it refuses is told in its own words. */
export class RunningServer {
  private readonly url: string;

  /**
   * @param token who is asking; read-only where undefined
   * @throws CouldNotTry the address is none
   */
  constructor(
    url: string,
    private readonly token: string | undefined,
  ) {
    if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
      throw new CouldNotTry(`${url} is no address of a server: write it like http://127.0.0.1:3000`);
    }
    this.url = url.replace(/\/+$/, '');
  }

  /** Asks for JSON. */
  async get<Body>(path: string): Promise<Body> {
    const answer = await this.ask(path);
    return (await bodyOf(answer, this.url)) as Body;
  }

  programmes(): Promise<ProgrammesOfABook> {
    return this.get('/api/programmes');
  }

  /** Posts, and gives what is answered line by line as it comes. */
  async *post<Line>(path: string, asked: Omit<RequestOptions, 'method'> = {}): AsyncGenerator<Line> {
    const answer = await this.ask(path, { ...asked, method: 'POST' });
    if (answer.body) yield* jsonLines<Line>(answer.body);
  }

  private async ask(path: string, { headers = {}, ...asked }: RequestOptions = {}): Promise<Response> {
    const authorization = this.token !== undefined && { authorization: `Bearer ${this.token}` };
    let answer: Response;
    try {
      answer = await fetch(`${this.url}${path}`, {
        ...asked,
        headers: { ...authorization, ...headers },
        // A body that is read as it is sent.
        ...(asked.body && { duplex: 'half' }),
      });
    } catch (error) {
      if (asked.signal?.aborted) throw error;
      throw new CouldNotTry(notThere(this.url, error));
    }
    if (!answer.ok) throw new CouldNotTry(await refusalOf(answer, this.url));
    return answer;
  }
}

/** The token to ask with: as given, else as set, else one of the demonstration. */
export function tokenOf(
  given: string | undefined,
  { MINUTEBOOK_TOKEN: set }: Readonly<Record<string, string | undefined>>,
  otherwise: string,
): string {
  return given ?? (set || otherwise);
}

function notThere(url: string, error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  const why = cause?.code ?? cause?.message ?? String(error);
  return `No server answers at ${url} (${why}): start one with npm start, or check --url`;
}

const notOurs = (url: string): string => `What answers at ${url} is no Minutebook server: check --url`;

async function bodyOf(answer: Response, url: string): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new CouldNotTry(notOurs(url));
  }
}

async function refusalOf(answer: Response, url: string): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('application/problem+json')) return notOurs(url);
  const { title, detail } = (await bodyOf(answer, url)) as { title: string; detail: string };
  return `${title}: ${detail}`;
}
