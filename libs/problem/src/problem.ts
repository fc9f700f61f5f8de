/** A problem as RFC 9457 has it; `type` is stable and says which rule or check it was. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly [extension: string]: unknown;
}

/** The media type of a problem. */
export const problemType = 'application/problem+json; charset=utf-8';

/** A refusal on its way to the caller as application/problem+json. */
export class Problem extends Error {
  private readonly response: ProblemDetails;

  constructor(
    status: number,
    code: string,
    title: string,
    detail: string,
    extension: Record<string, unknown> = {},
    /** Headers that belong to the status, such as `Allow` to 405. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(title);
    this.response = { type: `urn:minutebook:problem:${code}`, title, status, detail, ...extension };
  }

  /** The status of HTTP it is answered with. */
  getStatus(): number {
    return this.response.status;
  }

  /** What the caller is told. */
  getResponse(): ProblemDetails {
    return this.response;
  }
}

/** A field of a query or a body that is not as it should be. */
export interface WrongField {
  readonly field: string;
  readonly problem: string;
}

/** How many wrong fields are told at once: a body may have as many as it has room for. */
const mostErrors = 100;

/** 400: the request cannot be read as it stands; names every field that is wrong, of very many the first. */
export function badRequest(code: string, errors: readonly WrongField[]): Problem {
  const told = errors.slice(0, mostErrors).map(({ field, problem }) => ({
    field: cut(field),
    problem: cut(problem),
  }));
  const more = errors.length - told.length;
  const detail = [...told.map(({ problem }) => problem), ...(more > 0 ? [`and ${more} more`] : [])].join(
    '; ',
  );
  return new Problem(400, code, 'The request needs correcting', detail, { errors: told });
}

const cut = (text: string): string => (text.length > 2_000 ? `${text.slice(0, 2_000)} …` : text);
