import { type AuditAsked, auditedKinds, AuditLog, auditPage } from '#signing-in';
import { csvOf } from '#views';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Pages } from '../pages/pages.js';
import { badRequest, type WrongField } from '#problem';

/** How many lines stand on one page, and in one file. */
const onOnePage = 100;
const inOneFile = 10_000;

/** `/audit-log` and `/audit-log.csv`: who signed in and out, what was refused, and what was taken away. */
@Controller()
export class AuditController {
  constructor(
    private readonly pages: Pages,
    private readonly log: AuditLog,
  ) {}

  @Get('audit-log')
  show(@Query() sent: Readonly<Record<string, unknown>>, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedOf(sent, onOnePage);
    const page = auditPage(this.log.read({ ...asked, limit: onOnePage + 1 }), asked);
    return this.pages.plain(reply, 200, 'audit-log', page.heading, page);
  }

  @Get('audit-log.csv')
  async file(@Query() sent: Readonly<Record<string, unknown>>, @Res() reply: FastifyReply): Promise<void> {
    const lines = this.log.read(askedOf(sent, inOneFile));
    const rows = lines.map((line) => ({ ...line }));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-log.csv"')
      .header('cache-control', 'no-store')
      .send(csvOf(rows));
  }
}

/** What is asked of the log. Throws 400 that names each field that cannot be read. */
function askedOf(sent: Readonly<Record<string, unknown>>, limit: number): AuditAsked {
  const wrong: WrongField[] = [];
  const text = (field: string, good: (text: string) => boolean, says: string): string | undefined => {
    const value = sent[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && good(value)) return value;
    wrong.push({ field, problem: `${field} must be ${says}` });
    return undefined;
  };
  const before = text('before', (one) => /^\d{1,15}$/.test(one), 'the number of a line');
  const what = text('what', (one) => auditedKinds.some((kind) => kind === one), auditedKinds.join(', '));
  const actor = text('actor', (one) => one.length <= 200, 'the id of a person');
  const strange = Object.keys(sent).filter((field) => !['before', 'what', 'actor'].includes(field));
  wrong.push(
    ...strange.map((field) => ({ field, problem: `${field} is not asked here: ask before, what or actor` })),
  );
  if (wrong.length > 0) throw badRequest('query-wrong', wrong);
  return { ...(before !== undefined && { before: Number(before) }), what, actor, limit };
}
