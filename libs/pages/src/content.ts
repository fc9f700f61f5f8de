import type { Answered, Filters } from '#views';
import type { Moment, Reader } from '#read-model';
import type { Where } from './addresses-of-pages.js';
import type { Section } from './frame.js';

export type Sent = Readonly<Record<string, unknown>>;

/** A page of a programme, as it is asked for. */
export interface PageAsked {
  /** Its programme; the first there is where left out. */
  readonly programme?: string | undefined;
  /** Its path within the programme: 'reviews/legal-services'. */
  readonly path: string;
  readonly section: Section;
  readonly sent: Sent;
  /** What may be in its address beside the dates. */
  readonly filters?: Filters;
  /** What its form calls the fields whose names mean something else elsewhere. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a page asks of. */
export interface Asking {
  readonly where: Where;
  readonly moment: Moment;
  readonly reader: Reader;
  readonly filters: Readonly<Record<string, string>>;
  /** Asks a view for the moment of the page, under no filters but these. */
  readonly view: (name: string, id?: string, filters?: Readonly<Record<string, string>>) => Promise<Answered>;
}

/** What a page answers: a title, a template and what it is filled in with. */
export interface Content {
  readonly title: string;
  readonly template: string;
  readonly data: object;
  /** The streams that it reads: later entries of these are counted. */
  readonly streams: readonly string[];
  readonly status?: number;
  /** The thing it is about, where something may be recorded of it: 'review/legal-services'. */
  readonly about?: string;
  /** True where the page is about no date, such as a form. */
  readonly undated?: true;
}

/** What is answered of a thing that is on the record, but not on this day: it is called as on the day it is there. */
export function notYet(kind: string, called: string, streams: readonly string[]): Content {
  const heading = `${called} is not there on this day`;
  return { title: heading, template: 'not-yet', data: { heading, kind }, streams };
}
