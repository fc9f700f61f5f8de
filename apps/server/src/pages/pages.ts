import { isPermitted, mayRead, personOf, signedInOn, SignInPolicy } from '#signing-in';
import { type Sent, type PageAsked, type Asking, type Content } from '#pages';
import {
  afterwardsOf,
  dateBar,
  type DateBarFacts,
  dateForm,
  type FieldError,
  frameOf,
  howToTypeADate,
  lastCouncilMeeting,
  laterOf,
  liveOn,
  namesAt,
  pageAddress,
  readTypedDate,
  render,
  restoredInWords,
  sentence,
  type Serving,
  type Where,
} from '#pages';
import { type Question, questionOf, today, type Answered, viewOf } from '#views';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { Book, heldBack } from '#book';
import { parseInstant } from '#calendar';
import type { Moment } from '#read-model';
import { Problem, type WrongField } from '#problem';
import { answerOf, cannotBeShown } from '../reporting/held-back.js';
import { ViewQuery } from '../reporting/view-query.js';
import { nonceOf } from './nonce.js';

/** Where the style sheet and the scripts are, as the server serves them. */
export const assetsAddress = Symbol('where the assets are');

/** Answers pages: reads the dates, asks the views, and puts the frame with its bar of dates around the content. */
@Injectable()
export class Pages {
  constructor(
    private readonly queries: QueryBus,
    private readonly book: Book,
    @Inject(assetsAddress) private readonly assets: string,
    private readonly policy: SignInPolicy,
  ) {}

  /** Answers one page. Throws the problem where there is no such thing; wrong dates come back with what was typed. */
  async answer(
    reply: FastifyReply,
    asked: PageAsked,
    make: (asking: Asking) => Promise<Content>,
  ): Promise<void> {
    const { reader } = this.book;
    const sent = withTypedDates(asked.sent);
    await this.book.upTo();
    const programme = asked.programme ?? this.firstProgramme(reply);
    if (programme === undefined) return this.noProgramme(reply, undefined);
    mayRead(personOf(reply.request), programme);
    if (sent.canonical) {
      const address = pageAddress({ programme }, asked.path, sent.query as Record<string, string>);
      return void (await reply.status(303).header('location', address).send());
    }
    let question: Question;
    try {
      question = questionOf(sent.query, undefined, asked.filters ?? {});
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { errors = [] } = error.getResponse() as { errors?: readonly WrongField[] };
      return this.wrong(reply, { ...asked, programme }, errors);
    }
    await this.book.upTo(question.minPosition);
    const moment = reader.moments.at(question.asAt, question.knownAt);
    if (!reader.moments.knows(programme, moment)) {
      const held = heldBack(this.book, programme, [`${programme}/programme`]);
      if (held.length > 0) throw cannotBeShown(held);
      return this.noProgramme(reply, programme);
    }
    const where: Where = {
      programme,
      ...(question.asAtGiven && { asAt: question.asAt }),
      ...(question.knownAt !== undefined && { knownAt: question.knownAt }),
    };
    const mayRecord = isPermitted('record', personOf(reply.request), programme);
    const content = await make({
      where,
      moment,
      reader,
      filters: question.filters,
      view: (name, id, filters = {}) => this.ask(programme, { ...question, filters }, name, id),
    });
    const { title, template, data, status = 200, undated, about } = content;
    const dates =
      undated ?? dateBar(this.datesOf(where, moment, asked.path, question.filters, content.streams));
    const held = heldBack(this.book, programme, content.streams);
    const live = liveOn(where, moment.position, content.streams);
    const frame = frameOf(title, this.serving(reply), {
      where,
      section: asked.section,
      ...(dates !== true && { dates }),
      held,
      live,
      ...(about !== undefined && { about }),
      mayRecord,
    });
    await send(reply, status, render(template, { frame, ...data }));
  }

  /** A page that is about no programme. */
  async plain(reply: FastifyReply, status: number, template: string, title: string, data: object = {}) {
    const programme = this.firstProgramme(reply);
    const where = programme === undefined ? undefined : { programme };
    await send(
      reply,
      status,
      render(template, { frame: frameOf(title, this.serving(reply), { where }), ...data }),
    );
  }

  /** The first programme that whoever asks may read. */
  private firstProgramme({ request }: FastifyReply): string | undefined {
    const { reader } = this.book;
    const person = request.asking?.person;
    if (!person) return undefined;
    return reader.moments
      .programmes(reader.moments.at(today()))
      .find((one) => isPermitted('read', person, one));
  }

  private noProgramme(reply: FastifyReply, programme: string | undefined): Promise<void> {
    const heading = programme === undefined ? 'No programme yet' : 'No such programme';
    const status = programme === undefined ? 200 : 404;
    return this.plain(reply, status, 'no-programme', heading, { heading, programme });
  }

  private async wrong(
    reply: FastifyReply,
    {
      programme,
      path,
      section,
      sent,
      filters = {},
      labels: own = {},
    }: PageAsked & { readonly programme: string },
    errors: readonly WrongField[],
  ): Promise<void> {
    const called = { ...labels, ...own };
    const told = errors.map((error) => inFormWords(error, called));
    const where: Where = { programme };
    const typed = { asAt: textOf(sent['asAt']), knownAt: textOf(sent['knownAt']) };
    const isWrong = (name: string) => told.some(({ field }) => field === name);
    const given = Object.keys(filters).flatMap((name) =>
      textOf(sent[name]) ? [[name, textOf(sent[name])] as const] : [],
    );
    const kept = Object.fromEntries(given.filter(([name]) => !isWrong(name)));
    const wrong = given
      .filter(([name]) => isWrong(name))
      .map(([name, value]) => ({
        name,
        label: called[name] ?? sentence(name),
        value,
        error: told.find(({ field }) => field === name)?.problem,
      }));
    const dates = { ...dateForm({ where, path, kept }, typed, told), choices: [], wrong };
    const frame = frameOf('Error: choose a date', this.serving(reply), { where, section, dates });
    const fields = ['asAt', 'knownAt', ...wrong.map(({ name }) => name)];
    const list = told.map(({ field, problem }) => ({
      text: problem,
      ...(fields.includes(field) && { href: `#${field}` }),
    }));
    await send(reply, 400, render('choose-a-date', { frame, errors: list }));
  }

  private ask(programme: string, question: Question, name: string, id?: string): Promise<Answered> {
    const view = viewOf(name);
    if (id !== undefined && !view.one) throw new Error(`${name} has no page of one`);
    const query =
      id === undefined || !view.one
        ? ViewQuery.of(view, programme, question)
        : ViewQuery.ofOne(view.one, id, programme, question);
    return answerOf(this.queries, this.book, query, id);
  }

  private datesOf(
    where: Where,
    moment: Moment,
    path: string,
    kept: Readonly<Record<string, string>>,
    streams: readonly string[],
  ): DateBarFacts {
    const { reader } = this.book;
    const { programme } = where;
    const byToday = { ...moment, asAt: today() };
    return {
      where,
      path,
      kept,
      today: today(),
      moment,
      phases: reader.parts.list(programme, 'phase', byToday),
      lastMeeting: lastCouncilMeeting(reader, programme, byToday),
      changedBefore: reader.moments.changeDay(programme, 'before', moment),
      changedAfter: reader.moments.changeDay(programme, 'after', moment),
      later: laterOf(reader, programme, streams, moment),
      afterwards: afterwardsOf(reader, programme, streams, moment),
      names: namesAt(reader, where, reader.moments.at(moment.asAt)),
    };
  }

  private serving(reply: FastifyReply): Serving {
    return {
      demonstration: this.book.demonstration !== undefined,
      ...restoredInWords(this.book.restored),
      assets: this.assets,
      nonce: nonceOf(reply),
      ...signedInOn(reply.request, this.policy),
    };
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The names under which an address holds a date. */
const dateNames = ['asAt', 'knownAt', 'from', 'to', 'knownFrom', 'knownTo', 'recordedFrom', 'recordedTo'];

/** What was sent, with dates as an address holds them; `canonical` where a person typed one in another way. */
function withTypedDates(sent: Sent): { readonly query: Sent; readonly canonical: boolean } {
  let canonical = false;
  const pairs = Object.entries(sent).flatMap(([name, value]): [string, unknown][] => {
    // A form sends an empty text for what was left out.
    if (value === '') return [];
    if (!dateNames.includes(name) || typeof value !== 'string') return [[name, value]];
    const read = readTypedDate(value);
    // An instant is what an address may hold already, to the millisecond or not.
    if (read === undefined || read === value || parseInstant(value) !== undefined) return [[name, value]];
    canonical = true;
    return [[name, read]];
  });
  return { query: Object.fromEntries(pairs), canonical };
}

const labels: Readonly<Record<string, string>> = {
  asAt: 'As at',
  knownAt: 'As known on',
  from: 'Taken from',
  to: 'Taken to',
  knownFrom: 'Known on',
  knownTo: 'And known on',
  recordedFrom: 'Recorded from',
  recordedTo: 'Recorded to',
};

/** A problem of the query in the words of the form. */
function inFormWords({ field, problem }: WrongField, called: Readonly<Record<string, string>>): FieldError {
  const label = called[field];
  return { field, problem: label === undefined ? problem : `${label} ${howToTypeADate}` };
}

async function send(reply: FastifyReply, status: number, html: string): Promise<void> {
  await reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('vary', 'accept')
    .send(html);
}
