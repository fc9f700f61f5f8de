import { mayRecord, type Person, personOf } from '#signing-in';
import {
  apart,
  checkOfDraft,
  claimed,
  correctionOfDraft,
  donePage,
  type Draft,
  type EntryRead,
  type FilledIn,
  pageAfter,
  postedOf,
  postedOn,
  readDraft,
  subjectOfDraft,
  toRecord,
  typedInto,
  whatOfDraft,
  whenOfDraft,
} from '#recording-pages';
import { atField, type Content, draftAddress, type DraftPage, pageAddress, type Sent } from '#pages';
import { mustAskOnly } from '#views';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeepsWhatIsTyped } from '#serving';
import { Pages } from '../pages.js';
import { noSuchDraft, RecordingDesk } from './recording-desk.js';
import { goTo, signInThenGoTo, trustIn } from './trust.js';

/** `/programmes/{programme}/record/drafts/{draft}/…`: the question pages of something begun, its check, and the end. */
@Controller('programmes/:programme/record/drafts/:draft')
export class DraftsController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: RecordingDesk,
  ) {}

  @Get('what')
  what(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { sent, known: ['sent', 'confirm', 'from'] };
    return this.page(reply, programme, id, 'what', asked, (draft, read) =>
      whatOfDraft(this.desk, draft, sent['sent'] === 'yes' ? read.what : [], sent),
    );
  }

  @Get('when')
  when(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { sent, known: ['sent', 'confirm', 'from', 'rule'] };
    return this.page(reply, programme, id, 'when', asked, (draft, read) =>
      whenOfDraft(this.desk, draft, read, sent),
    );
  }

  @Get('check')
  check(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'check', { sent, known: [] }, (draft, read, person) =>
      checkOfDraft(this.desk, draft, read, (items) => this.desk.play(programme, items, person)),
    );
  }

  @Get('correct')
  correct(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'correct', { sent, known: ['sent', 'confirm'] }, (draft) =>
      correctionOfDraft(this.desk, draft, sent),
    );
  }

  @Post('correct')
  @KeepsWhatIsTyped()
  keepCorrect(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'correct', body);
  }

  @Get('done')
  done(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Query() sent: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.page(reply, programme, id, 'done', { sent, known: [] }, (draft) =>
      donePage(draft, { programme }, this.desk),
    );
  }

  @Post('what')
  @KeepsWhatIsTyped()
  keepWhat(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'what', body);
  }

  @Post('when')
  @KeepsWhatIsTyped()
  keepWhen(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.keep(request, reply, programme, id, 'when', body);
  }

  @Post('record')
  @KeepsWhatIsTyped()
  async record(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const trust = trustIn(request, programme);
    const check = draftAddress({ programme, id }, 'check');
    if (!trust.person) return signInThenGoTo(reply, check);
    const draft = this.find(id, trust.person, programme);
    if (!trust.fresh) return goTo(reply, check);
    if (draft.recorded) return goTo(reply, draftAddress(draft, 'done'));
    const read = readDraft(this.desk, draft);
    if (read.what.length > 0 || read.when.length > 0) return goTo(reply, check);
    const shown = Number(postedOf(body)['seen'] ?? draft.seen);
    const seen = Number.isSafeInteger(shown) ? this.desk.drafts.keep(draft, draft.typed, shown) : draft;
    const subject = subjectOfDraft(this.desk, draft, read);
    const came = await this.desk.record(seen, toRecord(draft, read), subject, trust.person);
    return goTo(reply, came.came === 'recorded' ? draftAddress(draft, 'done') : check);
  }

  @Post('drop')
  async drop(
    @Param('programme') programme: string,
    @Param('draft') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = mayRecord(personOf(request), programme);
    this.desk.drafts.drop(this.find(id, person, programme));
    return goTo(reply, pageAddress({ programme }, 'record'));
  }

  private async keep(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: string,
    id: string,
    step: FilledIn,
    body: unknown,
  ): Promise<void> {
    const trust = trustIn(request, programme);
    const sent = postedOn(step, body);
    if (!trust.person) {
      const typed = apart(id, step, sent);
      const begun = { owner: undefined, programme, kind: 'entry', subject: '', typed } as const;
      const aside = this.desk.drafts.begin({ ...begun, seen: await this.desk.seen() });
      return signInThenGoTo(reply, draftAddress(aside, step, { confirm: 'yes' }));
    }
    const draft = this.find(id, trust.person, programme);
    const kept = this.desk.drafts.keep(draft, typedInto(this.desk, draft, step, sent));
    if (!trust.fresh) return goTo(reply, draftAddress(kept, step, { confirm: 'yes' }));
    if (sent['add'] !== undefined) return goTo(reply, atField(draftAddress(kept, step), sent['add']));
    return goTo(reply, pageAfter(kept, step, readDraft(this.desk, kept)));
  }

  private page(
    reply: FastifyReply,
    programme: string,
    id: string,
    page: DraftPage,
    { sent, known }: { readonly sent: Sent; readonly known: readonly string[] },
    make: (draft: Draft, read: EntryRead, person: Person) => Content | Promise<Content>,
  ): Promise<void> {
    const person = mayRecord(personOf(reply.request), programme);
    mustAskOnly(sent, ...known);
    const asked = { programme, path: `record/drafts/${id}/${page}`, section: 'record', sent: {} } as const;
    return this.pages.answer(reply, asked, async () => {
      const draft = this.find(id, person, programme);
      return make(draft, readDraft(this.desk, draft), person);
    });
  }

  private find(id: string, { actor }: Person, programme: string): Draft {
    const draft = claimed(this.desk.drafts, id, actor, programme);
    if (!draft) throw noSuchDraft();
    return draft;
  }
}
