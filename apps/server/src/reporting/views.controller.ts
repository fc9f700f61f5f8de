import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { Book } from '#book';
import type { StoredEvent } from '#event-store';
import type { AnyPart, DecisionPart } from '#programme';
import {
  decisionRow,
  listViews,
  overview,
  type ListView,
  type Moment,
  type Reader,
  type Row,
} from '#read-model';
import { personOf } from '../identity/demo-people.js';
import { badRequest, Problem } from '../problem.js';
import { questionOf, type Question } from './query.js';

type Headed = Record<string, string | undefined>;

/** Every view of a programme: `GET /api/programmes/{programme}/{view}` and `…/{id}`. */
@Controller('api/programmes/:programme')
export class ViewsController {
  constructor(private readonly book: Book) {}

  @Get('overview')
  async overview(
    @Param('programme') programme: string,
    @Query() query: Record<string, unknown>,
    @Headers() headers: Headed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const { question, reader, moment } = await this.ask(programme, query, headers);
    const body = overview(reader, programme, moment);
    const streams = ['programme', 'portfolio', 'project', 'review', 'structure'];
    return this.answer(body, streams, programme, { question, reader, moment }, headers, reply);
  }

  @Get(':view')
  async list(
    @Param('programme') programme: string,
    @Param('view') name: string,
    @Query() query: Record<string, unknown>,
    @Headers() headers: Headed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (name === 'decisions') return this.decisions(programme, query, headers, reply);
    if (name === 'history') return this.history(programme, undefined, query, headers, reply);
    if (name === 'changes') return this.changes(programme, query, headers, reply);
    const view = viewOf(name);
    const asked = await this.ask(
      programme,
      query,
      headers,
      name === 'units' ? ['kind', 'status'] : ['status'],
    );
    const { reader, moment, question } = asked;
    const { kind, status } = question.further;
    const rows = reader
      .list<AnyPart>(programme, view.kind, moment)
      .map((part) => view.row(part, reader, programme, moment))
      .filter(
        (row) =>
          (kind === undefined || row['unitKind'] === kind) &&
          (status === undefined || row['status'] === status),
      );
    if (question.format === 'csv') return csv(rows, name, reply);
    const streams = view.streams;
    return this.answer({ [name]: rows }, streams, programme, asked, headers, reply);
  }

  @Get(':view/:id')
  async one(
    @Param('programme') programme: string,
    @Param('view') name: string,
    @Param('id') id: string,
    @Query() query: Record<string, unknown>,
    @Headers() headers: Headed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    if (name === 'history') return this.history(programme, id, query, headers, reply);
    if (name === 'changes')
      throw new Problem(
        404,
        'not-found',
        'There is nothing here',
        'Changes have no ids: ask for changes themselves',
      );
    const kind = name === 'decisions' ? 'decision' : viewOf(name).kind;
    const asked = await this.ask(programme, query, headers);
    const { reader, moment } = asked;
    const { known, part } = reader.one(programme, kind, id, moment);
    if (!known) {
      throw new Problem(
        404,
        'unknown-thing',
        'It is not on the record',
        `No ${kind} ${id} was recorded by then in ${programme}: see the list of ${name}`,
      );
    }
    const body: Record<string, unknown> = part ? { exists: true, ...part } : { exists: false, kind, id };
    if (kind === 'decision') body['entries'] = reader.followingFrom(programme, id, moment).map(entryRow);
    const streams = name === 'decisions' ? [`decision/${id}`] : viewOf(name).streams;
    return this.answer(body, streams, programme, asked, headers, reply);
  }

  private async decisions(
    programme: string,
    query: Record<string, unknown>,
    headers: Headed,
    reply: FastifyReply,
  ) {
    const filters = ['search', 'maker', 'key', 'from', 'to', 'reference'];
    const asked = await this.ask(programme, query, headers, filters);
    const { reader, moment, question } = asked;
    const { search, maker, key, from, to, reference } = question.further;
    const rows = reader
      .register(programme, moment, search)
      .filter(({ part }: { part: DecisionPart }) => maker === undefined || part.maker === maker)
      .filter(({ part }) => key === undefined || String(part.key ?? '') === key)
      .filter(({ part }) => reference === undefined || part.reference === reference)
      .filter(
        ({ part }) =>
          (from === undefined || part.takenOn >= from) && (to === undefined || part.takenOn <= to),
      )
      .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom));
    if (question.format === 'csv') return csv(rows, 'decisions', reply);
    return this.answer({ decisions: rows }, ['decision'], programme, asked, headers, reply);
  }

  private async history(
    programme: string,
    id: string | undefined,
    query: Record<string, unknown>,
    headers: Headed,
    reply: FastifyReply,
  ) {
    const asked = await this.ask(programme, query, headers, ['kind', 'after', 'limit']);
    const { reader, moment, question } = asked;
    const { kind, after = '0', limit = '1000' } = question.further;
    const most = Number(limit);
    const from = Number(after);
    if (!Number.isInteger(most) || most < 1 || most > 10_000) {
      throw badRequest('query-wrong', [
        { field: 'limit', problem: 'limit must be a whole number from 1 to 10000' },
      ]);
    }
    if (!Number.isInteger(from) || from < 0) {
      throw badRequest('query-wrong', [
        { field: 'after', problem: 'after must be the number that the page before gave as next' },
      ]);
    }
    if (id !== undefined) {
      const kinds = reader.kindsOf(programme, id, moment);
      if (kinds.length === 0 || (kind !== undefined && !kinds.includes(kind))) {
        throw new Problem(
          404,
          'unknown-thing',
          'It is not on the record',
          `Nothing called ${id} was recorded by then in ${programme}`,
        );
      }
    }
    const limits = { most: most + 1, after: from, ...(question.asAtGiven && { upTo: question.asAt }) };
    const which = { ...(id !== undefined && { id }), ...(kind !== undefined && { kind }) };
    const entries = reader.history(programme, which, moment, limits);
    const page = entries.slice(0, most);
    const rows = page.map(({ entry, struckBy }) => ({
      ...entryRow(entry),
      struckBy: struckBy ? { id: struckBy.id, recordedAt: struckBy.recordedAt, ...struckBy.data } : null,
    }));
    if (question.format === 'csv') {
      return csv(
        rows.map(({ data, struckBy, ...row }) => ({
          ...row,
          data: JSON.stringify(data),
          struckBy: struckBy?.id ?? '',
        })),
        'history',
        reply,
      );
    }
    const next = entries.length > most ? (page.at(-1)?.seq ?? null) : null;
    return this.answer(
      { ...(id !== undefined && { id }), history: rows, next },
      [],
      programme,
      asked,
      headers,
      reply,
    );
  }

  private async changes(
    programme: string,
    query: Record<string, unknown>,
    headers: Headed,
    reply: FastifyReply,
  ) {
    const asked = await this.ask(programme, query, headers, ['from', 'to', 'knownFrom', 'knownTo']);
    const { reader, question } = asked;
    const { from, to, knownFrom, knownTo } = question.further;
    const dates = from !== undefined && to !== undefined && knownFrom === undefined && knownTo === undefined;
    const knowledge =
      knownFrom !== undefined && knownTo !== undefined && from === undefined && to === undefined;
    if (dates === knowledge) {
      throw badRequest('query-wrong', [
        {
          field: 'from',
          problem: 'Give from and to for two dates, or knownFrom and knownTo for two states of knowledge',
        },
      ]);
    }
    const { knownAt } = question;
    const at = (asAt: string | undefined, known: string | undefined) =>
      questionOf(
        { ...(asAt !== undefined && { asAt }), ...(known !== undefined && { knownAt: known }) },
        undefined,
      );
    const before = dates ? at(from, knownAt) : at(question.asAt, knownFrom);
    const after = dates ? at(to, knownAt) : at(question.asAt, knownTo);
    const rows = reader.changes(
      programme,
      reader.moment(before.asAt, before.knownAt),
      reader.moment(after.asAt, after.knownAt),
    );
    const listed = rows.map(({ entries, ...row }) => ({ ...row, entries: entries.map(entryRow) }));
    if (question.format === 'csv') {
      const flat = listed.flatMap(({ kind, id, fields, entries }) =>
        fields.map(({ field, before: was, after: is }) => ({
          kind,
          id,
          field,
          before: JSON.stringify(was),
          after: JSON.stringify(is),
          entries: entries.map((entry) => entry.id).join(' '),
        })),
      );
      return csv(flat, 'changes', reply);
    }
    return this.answer({ changes: listed }, [], programme, asked, headers, reply);
  }

  private async ask(
    programme: string,
    query: Record<string, unknown>,
    headers: Headed,
    knows: readonly string[] = [],
  ) {
    personOf(headers['authorization']);
    const question = questionOf(query, headers['accept'], knows);
    await this.book.upTo(question.minPosition);
    const { reader } = this.book;
    const moment = reader.moment(question.asAt, question.knownAt);
    if (!reader.knows(programme, moment)) {
      throw new Problem(
        404,
        'unknown-programme',
        'There is no such programme',
        `Nothing was recorded of ${programme} by then`,
      );
    }
    return { question, reader, moment };
  }

  private answer(
    body: Record<string, unknown>,
    streams: readonly string[],
    programme: string,
    { reader, moment }: { question: Question; reader: Reader; moment: Moment },
    headers: Headed,
    reply: FastifyReply,
  ): unknown {
    const told = { ...body, asAt: moment.asAt, knownAt: moment.knownAt ?? null, position: moment.position };
    const tag = `"${createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', tag).header('cache-control', 'no-cache');
    if (headers['if-none-match'] === tag) {
      void reply.status(304);
      return undefined;
    }
    const named = streams.map((stream) => `${programme}/${stream}`);
    const later = reader.laterEntries(programme, named, moment);
    const meta = {
      laterEntries: later.length,
      ...(moment.knownAt === undefined && {
        recordedAfterwards: reader.recordedAfterwards(programme, named, moment).length,
      }),
      ...(this.book.demonstration !== undefined && {
        demonstration: 'This is a demonstration: its recording instants are illustrative.',
      }),
    };
    return { ...told, meta };
  }
}

/** An entry as a view shows it. */
export function entryRow(entry: StoredEvent) {
  const { id, type, stream, revision, position, recordedAt, commandId, envelope, data } = entry;
  return { id, type, stream, revision, position, recordedAt, commandId, ...envelope, data };
}

function viewOf(name: string): ListView {
  const view = listViews.find((one) => one.name === name);
  if (view) return view;
  throw new Problem(
    404,
    'unknown-view',
    'There is no such view',
    `There is no view ${name}: see overview, ${listViews.map((one) => one.name).join(', ')}, decisions, history, changes`,
  );
}

function csv(rows: readonly Row[], name: string, reply: FastifyReply): string {
  const flat = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, Array.isArray(value) ? value.join(' ') : value]),
    ),
  );
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return stringify(flat, { header: true, escape_formulas: true });
}
